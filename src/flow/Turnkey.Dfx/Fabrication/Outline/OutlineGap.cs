using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>Ends of the outline's lines that do not meet, by how far they are apart. Lines that are no part of the outline (notes, scores) may end where they like.</summary>
internal static class OutlineGap
{
    public static CheckWording Wording { get; } = new(
        worst => $"ends of the outline are {worst.Measured} apart",
        (_, _) => "join the ends in the design and send the outline again");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.Board?.Outline is not { Boundaries.IsEmpty: false } outline) return new CheckOutcome.Skipped("the package has no outline that closes");
        if (design.DrawnOutline is not { } drawn || drawn.Layer.Source != outline.Source) return new CheckOutcome.Skipped("the outline is not drawn in lines");
        var reach = demands.Reach(DesignRule.Of("outline-gap"))!.Value;
        var used = CutLine.Of([.. outline.Boundaries, .. outline.Cutouts]);
        ImmutableArray<Sighting> sightings =
        [
            .. drawn.Trace.Gaps.Where(gap => IsOn(used, gap.From) && IsOn(used, gap.To)).Select(gap => (Gap: gap, Width: Measure.OfNanometres(Point.Distance(gap.From, gap.To))))
                .Where(one => one.Width.Value > reach.Value)
                .Select(one => new Sighting("gaps of the outline", Middle(one.Gap.From, one.Gap.To), "outline", one.Width) { What = $"{one.Gap.From} to {one.Gap.To}", Bounds = Box.Of([one.Gap.From, one.Gap.To]).Grow(500_000) }),
        ];
        return new CheckOutcome.Done($"{drawn.Edges.Length} lines and arcs", sightings);
    }

    private static bool IsOn(CutLine line, Point place) => line.To(Primitive.Disc(place, 0), DrawnOutline.Same).Distance <= DrawnOutline.Same;

    private static Point Middle(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
}
