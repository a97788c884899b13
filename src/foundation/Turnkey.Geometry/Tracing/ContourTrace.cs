using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Geometry.Tracing;

/// <summary>A place where a drawn line did not close and was closed by a straight edge.</summary>
public readonly record struct ContourGap(Point From, Point To)
{
    public Length Width => Length.FromNanometres((long)Math.Ceiling(Point.Distance(From, To)));
}

/// <summary>What loose edges join into. All lists are in an order that does not depend on that of the input.</summary>
/// <param name="Contours">Closed lines, each counter-clockwise and from its lowest corner, the largest first. Of lines that branch, the outermost.</param>
/// <param name="Cells">Where lines inside a contour divide it (score lines, boards that share an edge): the areas they divide it into; none for contours that are not divided.</param>
/// <param name="Dividers">Those lines.</param>
/// <param name="OpenChains">What closes nothing: loose lines, tails that overshoot a corner, lines that lead to nowhere.</param>
/// <param name="Gaps">Where ends did not meet and were joined.</param>
public sealed record ContourTrace(
    ImmutableArray<Contour> Contours,
    ImmutableArray<Contour> Cells,
    ImmutableArray<Edge> Dividers,
    ImmutableArray<ImmutableArray<Edge>> OpenChains,
    ImmutableArray<ContourGap> Gaps)
{
    public static ContourTrace Empty { get; } = new([], [], [], [], []);

    /// <summary>Zero when every end met another.</summary>
    public Length WidestGap => Gaps.Select(gap => gap.Width).DefaultIfEmpty(Length.Zero).Max();

    /// <summary>False when there were more crossings than are looked for; crossing lines may then not have been joined.</summary>
    public bool Complete { get; init; } = true;
}
