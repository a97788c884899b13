using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Plants.Figures;

namespace Turnkey.ProcessPlanning.Panels;

/// <summary>
/// Lays boards side by side for the line, and those frames on the board maker's panel: as many boards as fit the ideal frame, no more than the lot needs,
/// at least so many that the line can hold the frame.
/// </summary>
internal static class Panelisation
{
    /// <summary>Null when the board has no size or fits no panel; the reason is in the log then.</summary>
    public static AssemblyPanel? Plan(Assembly assembly, Plant plant, int lotSize, DiagnosticLog log)
    {
        if (BoardExtent.Of(assembly.Board) is not var (width, height, isFromOutline))
        {
            log.Warning("planning.no-size", 0, "the board's size is not known: one board per panel is reckoned for the line");
            return null;
        }
        if (!isFromOutline) log.Warning("planning.size-from-copper", 0, $"{assembly.Name}: no outline that closes: {width} × {height}, the extent of the copper, is taken for the size");
        var frame = new Frame(width, height, Mm(plant["panel.gap"]), Mm(plant["panel.rail"]));
        var (across, down, evidence) = Asked(assembly.Specification, lotSize) ?? Chosen(frame, plant, lotSize);
        var (panelWidth, panelHeight) = frame.Size(across, down);
        if (!Fits(panelWidth, panelHeight, Mm(plant["panel.largest-width"]), Mm(plant["panel.largest-height"])))
            log.Warning("planning.panel-too-large", 0, $"{panelWidth} × {panelHeight} is larger than the line takes ({plant["panel.largest-width"]} × {plant["panel.largest-height"]})");
        var onFabrication = OnFabricationPanel(panelWidth, panelHeight, plant);
        if (onFabrication == 0)
        {
            log.Warning("planning.board-too-large", 0, $"{panelWidth} × {panelHeight} does not fit the usable fabrication panel ({plant["panel.fabrication-width"]} × {plant["panel.fabrication-height"]})");
            onFabrication = 1;
        }
        var used = (decimal)width.Millimetres * (decimal)height.Millimetres * across * down * onFabrication;
        var utilisation = Math.Round(used / (plant["panel.fabrication-width"].Value * plant["panel.fabrication-height"].Value), 4, MidpointRounding.AwayFromZero);
        return new AssemblyPanel(across, down, panelWidth, panelHeight, onFabrication, Math.Min(utilisation, 1m), evidence);
    }

    /// <summary><c>2 x 5</c> in the specification: the customer's panel.</summary>
    private static (int Across, int Down, string Evidence)? Asked(BuildSpecification specification, int lotSize)
    {
        if (specification[SpecificationNames.Panel] is not { State: not SpecificationState.Assumed } field) return null;
        var parts = field.Value.ToUpperInvariant().Replace('×', 'X').Split('X', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !Count(parts[0], out var across) || !Count(parts[1], out var down)) return null;
        return lotSize > 0 ? (across, down, $"asked for: {field.Value} ({field.Source})") : null;
    }

    private static bool Count(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= 100;

    private static (int Across, int Down, string Evidence) Chosen(Frame frame, Plant plant, int lotSize)
    {
        var (idealWidth, idealHeight) = (Mm(plant["panel.ideal-width"]), Mm(plant["panel.ideal-height"]));
        var smallest = Mm(plant["panel.smallest"]);
        (int Across, int Down) best = (1, 1);
        var bestScore = (Enough: false, Boards: 0, Perimeter: long.MinValue);
        for (var across = 1; across <= 50; across++)
        {
            for (var down = 1; down <= 50; down++)
            {
                var (width, height) = frame.Size(across, down);
                if (!Fits(width, height, idealWidth, idealHeight)) break;
                var enough = width >= smallest && height >= smallest;
                // Beyond what the lot needs a board more is a board thrown away, unless the line could not hold the frame.
                if (across * down > lotSize && bestScore.Enough) continue;
                var score = (enough, across * down <= lotSize ? across * down : -across * down, -(width + height).Nanometres);
                if (score.CompareTo(bestScore) <= 0 && bestScore.Boards != 0) continue;
                (best, bestScore) = ((across, down), score);
            }
        }
        return (best.Across, best.Down, bestScore.Boards == 0
            ? "larger than the ideal panel: one board with rails"
            : $"as many as the lot needs and the ideal panel holds ({plant["panel.ideal-width"]} × {plant["panel.ideal-height"]})");
    }

    private static int OnFabricationPanel(Length width, Length height, Plant plant)
    {
        var (panelWidth, panelHeight, gap) = (Mm(plant["panel.fabrication-width"]), Mm(plant["panel.fabrication-height"]), Mm(plant["panel.fabrication-gap"]));
        return Math.Max(Fit(width, height), Fit(height, width));

        int Fit(Length w, Length h) => (int)((panelWidth + gap).Nanometres / (w + gap).Nanometres * ((panelHeight + gap).Nanometres / (h + gap).Nanometres));
    }

    private static bool Fits(Length width, Length height, Length across, Length down) =>
        (width <= across && height <= down) || (width <= down && height <= across);

    private static Length Mm(Figure figure) => Length.FromMillimetres((double)Math.Min(figure.Value, 10_000m));

    private readonly record struct Frame(Length BoardWidth, Length BoardHeight, Length Gap, Length Rail)
    {
        /// <summary>With gaps between the boards and rails along top and bottom.</summary>
        public (Length Width, Length Height) Size(int across, int down) =>
            ((BoardWidth * across) + (Gap * (across - 1)), (BoardHeight * down) + (Gap * (down - 1)) + (Rail * 2));
    }
}
