using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Findings;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;

namespace Turnkey.Documents.Checking;

/// <summary>Where and on which layers a finding is looked at.</summary>
/// <param name="Layers">What its picture shows.</param>
/// <param name="Side">The face it is seen from; inner for inner copper.</param>
internal sealed record FindingView(CloseUpLayers Layers, Side Side)
{
    /// <summary>Pictures are half as high again as they are wide, turned: 3 to 2.</summary>
    private const long LeastWidth = 3_000_000, MostWidth = 40_000_000;

    /// <summary>What covers more of the board in both directions is about all of it.</summary>
    private const double MostOfIt = 0.8;

    /// <summary>By the layer that the sighting names: <c>L2</c>, <c>top mask</c>, <c>bottom</c>; what names none is looked at from the top.</summary>
    public static FindingView Of(Board board, Sighting sighting)
    {
        var layer = sighting.Layer;
        var number = layer is ['L', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var copper) ? copper
            : layer.Contains("bottom", StringComparison.OrdinalIgnoreCase) ? Math.Max(board.CopperLayers, 1) : 1;
        var isOuter = number == 1 || number == board.CopperLayers;
        bool Names(string word) => layer.Contains(word, StringComparison.OrdinalIgnoreCase);
        return new FindingView(
            new CloseUpLayers(number) { Mask = isOuter && layer is not ['L', ..], Paste = Names("paste"), Legend = Names("legend") || layer is "top" or "bottom" },
            number == 1 ? Side.Top : number == board.CopperLayers ? Side.Bottom : Side.Inner);
    }

    /// <summary>Of the outline, else of the copper.</summary>
    public static Box Extent(Board board) => board.Outline?.Bounds ?? board.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));

    /// <summary>It is about the board as a whole, not about a place on it: nothing is pointed at but its middle, or all of it.</summary>
    public static bool IsOfBoard(Board board, Sighting sighting)
    {
        var all = Extent(board);
        if (all.IsEmpty) return false;
        var (width, height) = (sighting.Bounds.IsEmpty ? 0 : sighting.Bounds.Width.Nanometres, sighting.Bounds.IsEmpty ? 0 : sighting.Bounds.Height.Nanometres);
        return (sighting.Bounds.IsEmpty && sighting.At == all.Centre) || (width >= MostOfIt * all.Width.Nanometres && height >= MostOfIt * all.Height.Nanometres);
    }

    /// <summary>All of the board with a rim, 3 to 2.</summary>
    public static Box Whole(Board board)
    {
        var all = Extent(board);
        var width = (long)(1.1 * Math.Max(all.Width.Nanometres, all.Height.Nanometres * 3 / 2));
        return Box.Around(all.Centre, width / 2, width / 3);
    }

    /// <summary>What to show of a place: all of it with some of what is around, 3 to 2.</summary>
    public static Box Window(Sighting sighting)
    {
        var bounds = sighting.Bounds.IsEmpty ? Box.Empty.Join(sighting.At) : sighting.Bounds.Join(sighting.At);
        var wanted = Math.Max(bounds.Width.Nanometres, bounds.Height.Nanometres * 3 / 2) * 2;
        var width = Math.Clamp(wanted, LeastWidth, MostWidth);
        // Of something that is longer than a picture can show usefully, the place itself is shown.
        return Box.Around(wanted > MostWidth ? sighting.At : bounds.Centre, width / 2, width / 3);
    }
}
