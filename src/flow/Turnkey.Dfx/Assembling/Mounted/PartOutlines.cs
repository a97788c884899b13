using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>The outlines of what is mounted on one side, and which of them come near to each other.</summary>
internal sealed class PartOutlines
{
    private readonly BoxIndex index;

    private PartOutlines(ImmutableArray<PartOutline> all)
    {
        All = all;
        index = new BoxIndex([.. all.Select(outline => outline.Bounds)]);
    }

    public ImmutableArray<PartOutline> All { get; }

    public static PartOutlines Of(CheckedDesign design, Side side) =>
        new([.. design.Parts.Mounted.Where(part => part.Side == side).Select(PartOutline.Of).OfType<PartOutline>()]);

    /// <summary>Each pair once, with its gap in nanometres, below zero where they overlap.</summary>
    /// <param name="reach">Pairs farther apart are of no interest, in nanometres.</param>
    public IEnumerable<(PartOutline A, PartOutline B, double Gap)> Pairs(long reach)
    {
        for (var i = 0; i < All.Length; i++)
        {
            foreach (var j in index.Overlapping(All[i].Bounds.Grow(reach)))
            {
                if (j <= i) continue;
                var gap = All[i].GapTo(All[j], reach);
                if (gap < reach) yield return (All[i], All[j], gap);
            }
        }
    }
}
