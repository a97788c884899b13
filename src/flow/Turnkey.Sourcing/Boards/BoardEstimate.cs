using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Boards;

/// <summary>
/// A first order of magnitude for a board nobody has offered: set-up per order, whole fabrication panels by area and layers, drilling, finish, and
/// percentages for what makes a board special. Every number is the plant's.
/// </summary>
internal static class BoardEstimate
{
    public static BoardPurchase Price(BoardRequest request, Board board, ImmutableArray<BoardExtra> extras, DiagnosticLog log)
    {
        var plant = request.Plant;
        var facts = board.Facts;
        var panels = (request.Boards + request.PerFabricationPanel - 1) / request.PerFabricationPanel;
        var share = Calculation.Count(panels, "panels") / Calculation.Count(request.Boards, "boards");
        var panelArea = Calculation.Of(plant["panel.fabrication-width"]) * Calculation.Of(plant["panel.fabrication-height"]) / Calculation.Count(1_000_000, "mm²/m²");
        var perSquare = Calculation.Of(plant.Bands("board.area-price").At(board.CopperLayers));
        var finishText = request.Assembly.Specification[SpecificationNames.Finish]?.Value.Trim() ?? "";
        if (Finishes.Key(finishText) is { } finish)
        {
            if (finish == "other") log.Info("sourcing.finish", 0, $"{request.Assembly.Name}: the finish '{finishText}' is not in the plant's table; it is reckoned as 'other'");
            perSquare += Calculation.Of(plant[$"board.finish.{finish}"]);
        }
        var parts = ImmutableArray.CreateBuilder<(string, Calculation)>();
        parts.Add(("Board order set-up", Calculation.Of(plant["board.order-set-up"]) / Calculation.Count(request.Boards, "boards")));
        var laminate = perSquare * panelArea * share;
        parts.Add((string.Create(CultureInfo.InvariantCulture, $"Board material and processing, {board.CopperLayers} layers"), laminate));
        foreach (var extra in extras)
        {
            var percent = Calculation.Percent(extra.Surcharge);
            parts.Add((extra.Label, laminate.Named(Calculation.Text(Math.Round(laminate.Likely, 6)) + " " + plant.Currency) * (extra.Times == 1 ? percent : percent * Calculation.Count(extra.Times, "times"))));
        }
        var holes = facts.PlatedHoles + facts.NonPlatedHoles + facts.Slots;
        if (holes > 0)
        {
            var small = facts.SmallestDrill is { } drill && drill < Length.FromMillimetres((double)plant["board.small-hole-below"].Value);
            parts.Add((small ? "Drilling, small holes" : "Drilling", Calculation.Count(holes, "holes") / Calculation.Count(1000) * Calculation.Of(plant[small ? "board.small-holes" : "board.holes"])));
        }
        return new BoardPurchase(parts.ToImmutable(), PriceBasis.Estimate, "estimate from area, layers, holes and finish", null, []);
    }
}
