using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Probing;

/// <summary>A point that a flying probe can be set on.</summary>
/// <param name="Net">As the design calls it.</param>
/// <param name="At">In the board's coordinates, seen from the top.</param>
/// <param name="Side">From which it is reached.</param>
/// <param name="Size">Diameter of the bare copper around its middle.</param>
public sealed record ProbePoint(string Net, Point At, Side Side, Length Size)
{
    /// <summary>Designator of the part whose pad it is; empty when it is none's, or nobody says.</summary>
    public string Component { get; init; } = "";

    public string Pin { get; init; } = "";

    /// <summary>Of the hole in its middle; null when it has none, or one that does not go through the board.</summary>
    public Length? Hole { get; init; }

    public Plating Plating { get; init; } = Plating.Unknown;

    public bool IsVia { get; init; }
}

/// <summary>What a flying probe can reach.</summary>
public static class FlyingProbe
{
    /// <summary>The points of nets that join two pins or more, as large as the demands ask for, in ordinal order of their nets, then by place.</summary>
    /// <returns>Empty when the copper cannot be traced.</returns>
    public static ImmutableArray<ProbePoint> Points(TracedAssembly traced, Demands demands)
    {
        ArgumentNullException.ThrowIfNull(traced);
        ArgumentNullException.ThrowIfNull(demands);
        var design = new CheckedDesign(traced, demands);
        if (design.WhyNoCopper is not null) return [];
        var access = design.Access;
        return
        [
            .. access.Targets.Where(target => target.Size >= access.FlyingSize).Select(target => Point(design, target))
                .OrderBy(point => point.Net, StringComparer.Ordinal).ThenBy(point => point.At.Y).ThenBy(point => point.At.X).ThenBy(point => point.Side),
        ];
    }

    private static ProbePoint Point(CheckedDesign design, ProbeTarget target) => new(design.NetName(target.Net), target.At, target.Side, target.Size)
    {
        Component = target.Pad.Name?.Component ?? "",
        Pin = target.Pad.Name?.Pin ?? "",
        Hole = Through(design, target.Pad)?.Hole.Diameter,
        Plating = Through(design, target.Pad) is null ? Plating.Unknown : Plating.Plated,
        IsVia = target.Pad.Kind == PadKind.Via,
    };

    private static CheckedHole? Through(CheckedDesign design, Pad pad) => pad.Hole is { } hole && hole.Passes(1) && hole.Passes(design.Board!.CopperLayers) ? hole : null;
}
