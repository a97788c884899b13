using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;

namespace Turnkey.Formats.Excellon.Writing;

/// <summary>The holes of one drill file: XNC holds one plating and one span of layers per file.</summary>
/// <param name="Plating">Of all of them.</param>
/// <param name="FromLayer">First copper layer they pass, from 1.</param>
/// <param name="ToLayer">Last copper layer they pass.</param>
/// <param name="Holes">In the order of the board.</param>
public sealed record XncFile(Plating Plating, int FromLayer, int ToLayer, ImmutableArray<Hole> Holes)
{
    /// <summary>Copper layers of the board.</summary>
    public int CopperLayers { get; init; } = 2;

    public bool IsThrough => FromLayer <= 1 && ToLayer >= CopperLayers;

    /// <summary>Vendor, application, version; empty for none.</summary>
    public ImmutableArray<string> GenerationSoftware { get; init; } = [];

    /// <summary>The same text in all files that are aligned with each other; null where that is not said.</summary>
    public string? SameCoordinates { get; init; }

    /// <summary><c>PTH</c>, <c>NPTH</c>, <c>Blind</c> or <c>Buried</c>, as <c>.FileFunction</c> has it.</summary>
    public string Label => IsThrough ? Plating == Plating.NonPlated ? "NPTH" : "PTH" : FromLayer <= 1 || ToLayer >= CopperLayers ? "Blind" : "Buried";

    /// <summary>Value of <c>.FileFunction</c>: <c>Plated,1,4,PTH</c>. What is not known to be plated or not is <c>MixedPlating</c>.</summary>
    public string FileFunction => Plating == Plating.Unknown
        ? string.Create(CultureInfo.InvariantCulture, $"MixedPlating,{FromLayer},{ToLayer}")
        : string.Create(CultureInfo.InvariantCulture, $"{Plating},{FromLayer},{ToLayer},{Label}");

    /// <summary>The files that a board's holes take: through holes before others, plated before non-plated.</summary>
    /// <param name="copperLayers">Of the board; a board without copper has two faces nevertheless.</param>
    public static ImmutableArray<XncFile> Of(IEnumerable<Hole> holes, int copperLayers)
    {
        var last = Math.Max(copperLayers, 2);
        return
        [
            .. holes.GroupBy(hole => (hole.Plating, From: hole.FromLayer ?? 1, To: hole.ToLayer ?? last))
                .Select(group => new XncFile(group.Key.Plating, group.Key.From, group.Key.To, [.. group]) { CopperLayers = last })
                .OrderBy(file => !file.IsThrough).ThenBy(file => file.FromLayer).ThenBy(file => file.ToLayer).ThenBy(file => file.Plating),
        ];
    }
}
