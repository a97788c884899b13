using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Two holes that come near to each other, measured between the walls that their tools leave.</summary>
/// <param name="A">The one that comes first.</param>
/// <param name="B">The other one.</param>
/// <param name="Approach">Where they come nearest.</param>
internal readonly record struct HolePair(CheckedHole A, CheckedHole B, Approach Approach)
{
    public bool IsSameNet => A.IsPlated && B.IsPlated && A.Net >= 0 && A.Net == B.Net;

    /// <summary>Kinds of both, in the order of the alphabet.</summary>
    public string Kinds
    {
        get
        {
            var (a, b) = (HoleSighting.Kind(A), HoleSighting.Kind(B));
            return a == b ? a : string.CompareOrdinal(a, b) < 0 ? $"{a} and {b}" : $"{b} and {a}";
        }
    }

    public Sighting Sight(CheckedDesign design, string cause, Measure measured) => new(cause, Approach.At, "", measured)
    {
        What = $"{HoleSighting.Describe(design, A)} to {HoleSighting.Describe(design, B)}",
        Bounds = A.Hole.Bounds.Join(B.Hole.Bounds).Grow(250_000),
        Case = HoleSighting.Case(design, A, Approach.At, B.Net) with { Rounding = FileRounding.Between(A, B) },
    };
}

internal static class HolePairs
{
    /// <summary>Ends nearer than this meet, in nanometres: the coarsest usual drill format steps by 2.54 µm.</summary>
    private const long Meeting = 5_000;

    /// <summary>Pairs nearer than the reach that go through the same laminate, each once. Pieces of one milled path, and a hole that begins or ends one, are no pairs.</summary>
    /// <param name="design">Whose holes.</param>
    /// <param name="reach">In nanometres.</param>
    public static IEnumerable<HolePair> Within(CheckedDesign design, long reach)
    {
        CheckedHole[] holes = [.. design.Holes.Where(hole => hole.Tool.Nanometres > 0 && hole.Hole.Function != HoleFunction.BackDrill)];
        var index = new BoxIndex([.. holes.Select(hole => hole.Wall.Bounds)]);
        for (var i = 0; i < holes.Length; i++)
        {
            foreach (var j in index.Overlapping(holes[i].Wall.Bounds.Grow(reach)))
            {
                if (j <= i || !ShareLaminate(design, holes[i], holes[j]) || AreOnePath(holes[i], holes[j])) continue;
                var approach = holes[i].Wall.ApproachTo(holes[j].Wall, reach);
                if (approach.Distance <= reach) yield return new HolePair(holes[i], holes[j], approach);
            }
        }
    }

    /// <summary>Stacked blind and buried holes share a copper layer, and no laminate.</summary>
    private static bool ShareLaminate(CheckedDesign design, CheckedHole a, CheckedHole b)
    {
        var (fromA, toA) = Span(design, a);
        var (fromB, toB) = Span(design, b);
        return (fromA == toA || fromB == toB) ? Math.Max(fromA, fromB) <= Math.Min(toA, toB) : Math.Max(fromA, fromB) < Math.Min(toA, toB);
    }

    private static (int From, int To) Span(CheckedDesign design, CheckedHole hole)
    {
        var (from, to) = (hole.Hole.FromLayer ?? 1, hole.Hole.ToLayer ?? Math.Max(1, design.Board!.CopperLayers));
        return (Math.Min(from, to), Math.Max(from, to));
    }

    private static bool AreOnePath(CheckedHole a, CheckedHole b)
    {
        if (a.IsRound && b.IsRound) return false;
        if (a.IsRound) return AreOnePath(b, a);
        if (b.IsRound) return b.Tool <= a.Tool && Primitive.Stroke(a.Hole.Path, 0).DistanceTo(Primitive.Disc(b.At, 0)) <= Meeting;
        return Meet(a.Hole.Path, b.Hole.Path);
    }

    /// <summary>An end of one lies on the other.</summary>
    private static bool Meet(in Edge a, in Edge b) => Ends(a, b) || Ends(b, a);

    private static bool Ends(in Edge on, in Edge path)
    {
        var line = Primitive.Stroke(on, 0);
        return line.DistanceTo(Primitive.Disc(path.Start, 0)) <= Meeting || line.DistanceTo(Primitive.Disc(path.End, 0)) <= Meeting;
    }
}
