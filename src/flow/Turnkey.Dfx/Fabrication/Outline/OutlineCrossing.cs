using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Geometry.Tracing;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>
/// Lines of the outline that cross each other, so that inside and outside can be read in two ways: a line that crosses itself, two closed lines that overlap.
/// A crossing counts where all four arms bound something; score lines that overshoot the edge and tails that overshoot a corner have an arm that ends in nothing.
/// </summary>
internal static class OutlineCrossing
{
    /// <summary>Lines that cross at less than this, as a sine, follow each other: a circle drawn twice, in other chords.</summary>
    private const double Flat = 0.17;

    /// <summary>How far from a crossing its arms are looked at, in nanometres.</summary>
    private const double Arm = 100_000;

    public static CheckWording Wording { get; } = new(
        _ => "lines of the outline cross each other",
        (_, _) => "draw the outline as one closed line that does not cross itself, with cut-outs inside it");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.DrawnOutline is not { } drawn) return new CheckOutcome.Skipped("the package has no outline drawn in lines");
        // Tracing that closes wide gaps takes areas narrower than those for a line drawn twice: what two lines that cross cut off is small, and shows when only ends that meet are joined.
        (CutLine Outer, CutLine Bounding)[] traces = [Bounds(drawn.Trace), Bounds(ContourTracer.Trace(drawn.Edges, Length.FromNanometres((long)DrawnOutline.Same)))];
        ImmutableArray<Sighting> sightings =
        [
            .. Crossings(drawn).Where(crossing => traces.Any(trace => Arms(drawn, crossing).All(arm => IsOn(trace.Bounding, arm)) && Arms(drawn, crossing).Count(arm => IsOn(trace.Outer, arm)) >= 2))
                .Select(crossing => crossing.At).Distinct().Select(at => new Sighting("crossing lines", at, "outline", Measure.Fact) { What = $"at {at}", Bounds = Box.Around(at, 1_000_000, 1_000_000) }),
        ];
        return new CheckOutcome.Done($"{drawn.Edges.Length} lines and arcs", sightings);
    }

    private static (CutLine Outer, CutLine Bounding) Bounds(ContourTrace trace)
    {
        // Of a closed line whose halves turn against each other so that their areas cancel, tracing says that it encloses nothing.
        Edge[] closed = [.. trace.Contours.SelectMany(contour => contour.Edges), .. trace.OpenChains.Where(chain => chain[0].Start == chain[^1].End).SelectMany(chain => chain)];
        return (CutLine.Of(closed), CutLine.Of(closed.Concat(trace.Dividers)));
    }

    /// <summary>Where the inside of one line meets the inside of another.</summary>
    private static IEnumerable<(int A, int B, Point At)> Crossings(DrawnOutline drawn)
    {
        Primitive[] lines = [.. drawn.Edges.Select(edge => Primitive.Stroke(edge, 0))];
        var index = new BoxIndex([.. lines.Select(line => line.Bounds)]);
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var j in index.Overlapping(lines[i].Bounds))
            {
                if (j <= i) continue;
                var approach = lines[i].ApproachTo(lines[j], 0);
                if (approach.Distance >= Primitive.TouchingWithin || IsEnd(drawn.Edges[i], approach.At) || IsEnd(drawn.Edges[j], approach.At)) continue;
                var (_, x, y) = drawn.Edges[i].Along(ShareAt(drawn.Edges[i], approach.At));
                var (_, otherX, otherY) = drawn.Edges[j].Along(ShareAt(drawn.Edges[j], approach.At));
                if (Math.Abs((x * otherY) - (y * otherX)) >= Flat) yield return (i, j, approach.At);
            }
        }
    }

    private static bool IsEnd(in Edge edge, Point at) => Point.Distance(edge.Start, at) <= DrawnOutline.Same || Point.Distance(edge.End, at) <= DrawnOutline.Same;

    /// <summary>A place on each of the four lines that leave the crossing.</summary>
    private static IEnumerable<Point> Arms(DrawnOutline drawn, (int A, int B, Point At) crossing)
    {
        foreach (var edge in (Edge[])[drawn.Edges[crossing.A], drawn.Edges[crossing.B]])
        {
            var share = ShareAt(edge, crossing.At);
            var step = Arm / edge.Length;
            yield return edge.Along(share - Math.Min(step, share / 2)).At;
            yield return edge.Along(share + Math.Min(step, (1 - share) / 2)).At;
        }
    }

    private static double ShareAt(in Edge edge, Point at)
    {
        if (!edge.IsArc) return Math.Clamp(Point.Distance(edge.Start, at) / edge.Length, 0, 1);
        var turned = ((int)edge.Direction * (Math.Atan2(at.Y - edge.Centre.Y, at.X - edge.Centre.X) - Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X))) % Math.Tau;
        return Math.Clamp((turned < 0 ? turned + Math.Tau : turned) / edge.Sweep, 0, 1);
    }

    private static bool IsOn(CutLine line, Point place) => line.To(Primitive.Disc(place, 0), DrawnOutline.Same).Distance <= DrawnOutline.Same;
}
