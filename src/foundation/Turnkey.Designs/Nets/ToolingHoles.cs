using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>Holds the holes that a netlist lists without a net (367: tooling, mounting) against the drill files.</summary>
internal static class ToolingHoles
{
    /// <summary>A hole this near is meant: ten of the netlist's steps.</summary>
    private const long SamePlace = 25_000;

    /// <summary>Diameters that differ by no more are the same: the netlist gives drill or finished size in steps of 2.54 µm, which differ by the plating.</summary>
    private const long SameDiameter = 100_000;

    /// <returns>One for each hole that differs; none where there are no drill files to compare with.</returns>
    public static ImmutableArray<HoleDifference> Compare(GivenNetlist netlist, Point offset, TracedCopper copper)
    {
        var holes = copper.Board.Holes;
        if (holes.IsEmpty || !netlist.Points.Any(point => point.IsTooling)) return [];
        var index = new BoxIndex([.. holes.Select(hole => Box.Empty.Join(Middle(hole)))]);
        var found = ImmutableArray.CreateBuilder<HoleDifference>();
        foreach (var point in netlist.Points)
        {
            if (!point.IsTooling || point.HoleDiameter is not { Nanometres: > 0 } listed) continue;
            var at = point.At + offset;
            bool? plated = point.IsNonPlated ? false : true;
            if (Nearest(holes, index, at, listed) is not { } hole)
            {
                found.Add(new HoleDifference(at, point.Line, listed, null, plated, null));
                continue;
            }
            bool? drilledPlated = hole.Plating switch { Plating.Plated => true, Plating.NonPlated => false, _ => null };
            var differs = Math.Abs(hole.Diameter.Nanometres - listed.Nanometres) > SameDiameter || (drilledPlated is { } known && known != plated);
            if (differs) found.Add(new HoleDifference(at, point.Line, listed, hole.Diameter, plated, drilledPlated));
        }
        return found.ToImmutable();
    }

    private static Point Middle(in Hole hole) => hole.Kind == HoleKind.Round ? hole.At : hole.Path.Bounds.Centre;

    /// <summary>Of several at one place the one whose size comes nearest.</summary>
    private static Hole? Nearest(ImmutableArray<Hole> holes, BoxIndex index, Point at, Length listed)
    {
        var best = -1;
        foreach (var i in index.Overlapping(Box.Around(at, SamePlace, SamePlace)))
        {
            if (best < 0 || Away(holes[i], listed) < Away(holes[best], listed) || (Away(holes[i], listed) == Away(holes[best], listed) && i < best)) best = i;
        }
        return best < 0 ? null : holes[best];
    }

    private static long Away(in Hole hole, Length listed) => Math.Abs(hole.Diameter.Nanometres - listed.Nanometres);
}
