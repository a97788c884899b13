using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Specification;
using Turnkey.Plants;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Patterns;

namespace Turnkey.Sourcing.Boards;

/// <summary>Something that makes a board more than a plain one of its size and layers.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Surcharge">Percent on material and processing.</param>
/// <param name="Times">How many times over.</param>
/// <param name="Days">Working days that it adds to the fabrication; null where it adds none.</param>
/// <param name="Source">Who asks for it: file and line, or the finding that makes it necessary; empty where the board itself does.</param>
public sealed record BoardExtra(string Label, Figure Surcharge, decimal Times, Figure? Days, string Source);

/// <summary>What a board's specification and its features ask for beyond the plain board.</summary>
public static class BoardExtras
{
    private static readonly string[] Special = ["FLEX", "POLYIMIDE", "ALUMIN", "METAL", "COPPER CORE", "PTFE", "ROGERS", "TEFLON", "CERAMIC", "RO4", "RO3"];
    private static readonly string[] Rigid = ["FR4", "FR-4", "FR 4", "GLASS", "EPOXY", "CEM"];

    /// <summary>Working days that a value of a specification's field adds to the fabrication; null where it adds none.</summary>
    /// <param name="field">One of <see cref="SpecificationNames"/>.</param>
    public static Figure? Days(Plant plant, string field, string value)
    {
        ArgumentNullException.ThrowIfNull(plant);
        return field switch
        {
            SpecificationNames.PatternClass => PatternClasses.Named(value) is { } name ? PatternClasses.Days(plant, name) : null,
            SpecificationNames.ViaTreatment => IsFilled(value) ? plant["lead-time.added.via-fill"] : null,
            SpecificationNames.EdgePlating => IsWanted(value) ? plant["lead-time.added.edge-plating"] : null,
            SpecificationNames.Castellations => IsWanted(value) ? plant["lead-time.added.castellations"] : null,
            _ => null,
        };
    }

    /// <summary>The class by the features that are known of a board without its copper being measured: those of its facts.</summary>
    public static string ClassByFacts(Plant plant, BoardFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return PatternClasses.Of(plant, new[] { ("trace-width", facts.MinTrace), ("spacing", facts.MinSpace), ("drill-size", facts.SmallestDrill) }
            .Where(one => one.Item2 is not null).Select(one => (DesignRule.Of(one.Item1), Measure.Of(one.Item2!.Value))));
    }

    internal static ImmutableArray<BoardExtra> Of(BoardRequest request, Board board) => [.. All(request, board)];

    private static IEnumerable<BoardExtra> All(BoardRequest request, Board board)
    {
        var plant = request.Plant;
        string Value(string name) => request.Assembly.Specification[name]?.Value.Trim() ?? "";
        BoardExtra Extra(string label, string figure, string field, decimal times = 1) =>
            new(label, plant[figure], times, Days(plant, field, Value(field)), request.Assembly.Specification[field]?.Source ?? "");

        var pattern = PatternClasses.Named(Value(SpecificationNames.PatternClass)) ?? ClassByFacts(plant, board.Facts);
        if (PatternClasses.Surcharge(plant, pattern) is { } finer)
            yield return new BoardExtra($"Pattern class: {pattern}", finer, 1, PatternClasses.Days(plant, pattern), request.Assembly.Specification[SpecificationNames.PatternClass]?.Source ?? "");
        if (Number(Value(SpecificationNames.Thickness)) is { } thickness && Math.Abs(thickness - 1.6m) > 0.11m) yield return Extra("Thickness other than 1.6 mm", "board.thickness", SpecificationNames.Thickness);
        if (Copper(Value(SpecificationNames.OuterCopper)) is { } copper && copper > 40m)
            yield return Extra("Heavy copper", "board.heavy-copper", SpecificationNames.OuterCopper, Math.Min(10m, Math.Round((copper - 35m) / 35m, 2)));
        var material = Value(SpecificationNames.Material).ToUpperInvariant();
        if (Special.Any(word => material.Contains(word, StringComparison.Ordinal)) && !Rigid.Any(word => material.Contains(word, StringComparison.Ordinal)))
            yield return Extra($"Special material: {material}", "board.special-material", SpecificationNames.Material);
        if (Number(Value(SpecificationNames.GlassTransition)) >= 150m) yield return Extra("High glass transition", "board.high-tg", SpecificationNames.GlassTransition);
        if (Value(SpecificationNames.MaskColour) is { Length: > 0 } colour && !colour.Contains("green", StringComparison.OrdinalIgnoreCase)) yield return Extra($"Mask colour: {colour}", "board.colour", SpecificationNames.MaskColour);
        if (IsWanted(Value(SpecificationNames.Impedance))) yield return Extra("Controlled impedance", "board.impedance", SpecificationNames.Impedance);
        if (board.Holes.Any(hole => hole.FromLayer > 1 || (hole.ToLayer is { } to && to < board.CopperLayers))) yield return new BoardExtra("Blind or buried holes", plant["board.buried-vias"], 1, null, "");
        if (IsFilled(Value(SpecificationNames.ViaTreatment))) yield return Extra("Filled vias", "board.via-fill", SpecificationNames.ViaTreatment);
        if (IsWanted(Value(SpecificationNames.EdgePlating))) yield return Extra("Plated edges", "board.edge-plating", SpecificationNames.EdgePlating);
        if (IsWanted(Value(SpecificationNames.Castellations))) yield return Extra("Castellated holes", "board.castellations", SpecificationNames.Castellations);
        if (IsClassThree(Value(SpecificationNames.IpcClass))) yield return Extra("IPC class 3", "board.class-3", SpecificationNames.IpcClass);
    }

    private static bool IsFilled(string value) =>
        value.Contains("fill", StringComparison.OrdinalIgnoreCase) || value.Contains("cap", StringComparison.OrdinalIgnoreCase) || value.Contains("type vii", StringComparison.OrdinalIgnoreCase);

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
