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
    private static readonly string[] Special = ["FLEX", "POLYIMIDE", "ALUMIN", "METAL", "COPPER CORE", "PTFE", "ROGERS", "TEFLON", "CERAMIC", "RO4", "RO3"];
    private static readonly string[] Rigid = ["FR4", "FR-4", "FR 4", "GLASS", "EPOXY", "CEM"];

    public static BoardPurchase Price(BoardRequest request, Board board, DiagnosticLog log)
    {
        var plant = request.Plant;
        var facts = board.Facts;
        var panels = (request.Boards + request.PerFabricationPanel - 1) / request.PerFabricationPanel;
        var share = Calculation.Count(panels, "panels") / Calculation.Count(request.Boards, "boards");
        var panelArea = Calculation.Of(plant["panel.fabrication-width"]) * Calculation.Of(plant["panel.fabrication-height"]) / Calculation.Count(1_000_000, "mm²/m²");
        var perSquare = Calculation.Of(plant.Bands("board.area-price").At(board.CopperLayers));
        var finishText = Field(request, SpecificationNames.Finish);
        if (Finishes.Key(finishText) is { } finish)
        {
            if (finish == "other") log.Info("sourcing.finish", 0, $"{request.Assembly.Name}: the finish '{finishText}' is not in the plant's table; it is reckoned as 'other'");
            perSquare += Calculation.Of(plant[$"board.finish.{finish}"]);
        }
        var parts = ImmutableArray.CreateBuilder<(string, Calculation)>();
        parts.Add(("Board order set-up", Calculation.Of(plant["board.order-set-up"]) / Calculation.Count(request.Boards, "boards")));
        var laminate = perSquare * panelArea * share;
        parts.Add((string.Create(CultureInfo.InvariantCulture, $"Board material and processing, {board.CopperLayers} layers"), laminate));
        foreach (var (label, figure, times) in Additions(request, board))
            parts.Add((label, laminate.Named(Calculation.Text(Math.Round(laminate.Likely, 6)) + " " + plant.Currency) * (times == 1 ? Calculation.Percent(plant[figure]) : Calculation.Percent(plant[figure]) * Calculation.Count(times, "times"))));
        var holes = facts.PlatedHoles + facts.NonPlatedHoles + facts.Slots;
        if (holes > 0)
        {
            var small = facts.SmallestDrill is { } drill && drill < Length.FromMillimetres((double)plant["board.small-hole-below"].Value);
            parts.Add((small ? "Drilling, small holes" : "Drilling", Calculation.Count(holes, "holes") / Calculation.Count(1000) * Calculation.Of(plant[small ? "board.small-holes" : "board.holes"])));
        }
        return new BoardPurchase(parts.ToImmutable(), PriceBasis.Estimate, "estimate from area, layers, holes and finish", null, []);
    }

    private static IEnumerable<(string Label, string Figure, decimal Times)> Additions(BoardRequest request, Board board)
    {
        var limit = Length.FromMillimetres((double)request.Plant["board.fine-limit"].Value);
        var isFine = Field(request, SpecificationNames.PatternClass).Equals("fine", StringComparison.OrdinalIgnoreCase);
        if (isFine || board.Facts.MinTrace < limit || board.Facts.MinSpace < limit) yield return ("Fine traces and spaces", "board.fine-feature", 1);
        if (Number(Field(request, SpecificationNames.Thickness)) is { } thickness && Math.Abs(thickness - 1.6m) > 0.11m) yield return ("Thickness other than 1.6 mm", "board.thickness", 1);
        if (Copper(Field(request, SpecificationNames.OuterCopper)) is { } copper && copper > 40m) yield return ("Heavy copper", "board.heavy-copper", Math.Min(10m, Math.Round((copper - 35m) / 35m, 2)));
        var material = Field(request, SpecificationNames.Material).ToUpperInvariant();
        if (Special.Any(word => material.Contains(word, StringComparison.Ordinal)) && !Rigid.Any(word => material.Contains(word, StringComparison.Ordinal)))
            yield return ($"Special material: {material}", "board.special-material", 1);
        if (Number(Field(request, SpecificationNames.GlassTransition)) >= 150m) yield return ("High glass transition", "board.high-tg", 1);
        if (Field(request, SpecificationNames.MaskColour) is { Length: > 0 } colour && !colour.Contains("green", StringComparison.OrdinalIgnoreCase)) yield return ($"Mask colour: {colour}", "board.colour", 1);
        if (IsWanted(Field(request, SpecificationNames.Impedance))) yield return ("Controlled impedance", "board.impedance", 1);
        if (board.Holes.Any(hole => hole.FromLayer > 1 || (hole.ToLayer is { } to && to < board.CopperLayers))) yield return ("Blind or buried holes", "board.buried-vias", 1);
        var vias = Field(request, SpecificationNames.ViaTreatment);
        if (vias.Contains("fill", StringComparison.OrdinalIgnoreCase) || vias.Contains("cap", StringComparison.OrdinalIgnoreCase) || vias.Contains("type vii", StringComparison.OrdinalIgnoreCase))
            yield return ("Filled vias", "board.via-fill", 1);
        if (IsWanted(Field(request, SpecificationNames.EdgePlating))) yield return ("Plated edges", "board.edge-plating", 1);
        if (IsWanted(Field(request, SpecificationNames.Castellations))) yield return ("Castellated holes", "board.castellations", 1);
        if (IsClassThree(Field(request, SpecificationNames.IpcClass))) yield return ("IPC class 3", "board.class-3", 1);
    }

    private static string Field(BoardRequest request, string name) => request.Assembly.Specification[name]?.Value.Trim() ?? "";

    private static bool IsWanted(string value) => value.Length > 0 && !value.StartsWith("no", StringComparison.OrdinalIgnoreCase) && !value.Equals("false", StringComparison.OrdinalIgnoreCase) && value is not "-";

    /// <summary><c>3</c>, <c>class 3</c>, <c>IPC-6012 class 3A</c>; the 3 of a standard's number is none.</summary>
    private static bool IsClassThree(string text)
    {
        var at = text.IndexOf("class", StringComparison.OrdinalIgnoreCase);
        return (at < 0 ? text : text[(at + 5)..]).TrimStart(' ', ':', '-').StartsWith('3');
    }

    /// <summary>Micrometres: <c>35 um</c>, <c>1 oz</c> (34.8 µm), <c>0.035 mm</c>.</summary>
    private static decimal? Copper(string text) => Number(text) is not { } number ? null
        : text.Contains("oz", StringComparison.OrdinalIgnoreCase) ? number * 34.8m
        : text.Contains("mm", StringComparison.OrdinalIgnoreCase) ? number * 1000m
        : number;

    /// <summary>The first number in a text.</summary>
    private static decimal? Number(string text)
    {
        var digits = new string([.. text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Take(12)]);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
