using System.Collections.Immutable;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Outline;

/// <summary>
/// Edges that are to be plated: copper reaches the edge on a long stretch, on both faces. Makers do that as a step of its own, before the boards are cut out,
/// and have to be told; on a board for which nobody ordered it the copper was drawn too far.
/// </summary>
internal static class EdgePlating
{
    /// <summary>Contacts and castellations are up to 3 mm wide; what goes on for longer, in nanometres, is an edge.</summary>
    private const double LongStretch = 3_000_000;

    /// <summary>How often the edge is looked at, in nanometres along it.</summary>
    private const double Step = 100_000;

    /// <summary>How far inside of the edge copper is looked for, in nanometres: beyond the rounding of what was cut.</summary>
    private const double Inside = 2_000;

    /// <summary>A stretch of a line with copper up to it on both faces.</summary>
    /// <param name="Places">On the line, in steps.</param>
    /// <param name="Length">In nanometres along the line.</param>
    /// <param name="Net">Of the copper on the first face.</param>
    internal sealed record Run(ImmutableArray<Point> Places, double Length, int Net)
    {
        public Box Bounds { get; } = Box.Of(Places);

        public bool Holds(Point at) => Bounds.Grow((long)Step).Contains(at) && Places.Any(place => Point.Distance(place, at) <= Step);
    }

    public static CheckWording Wording { get; } = new(
        worst => $"copper of {worst.What} on both faces",
        (_, _) => "order the edge as plated, or pull the copper back from it");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if ((design.WhyNoCopper ?? design.WhyNoEdge) is { } why) return new CheckOutcome.Skipped(why);
        if (design.Faces.Any(face => face.Copper is null)) return new CheckOutcome.Skipped("the board has no copper on both faces");
        var edges = design.Edges!;
        // What is ordered is no open point.
        if (design.Board!.StatedRules?.EdgePlated == true) return new CheckOutcome.Done("the edges, which are stated to be plated", []);
        ImmutableArray<Sighting> sightings = [.. Runs(design, edges.Outer).Select(run => Sight(design, run, "plated edges", "edge")), .. Runs(design, edges.Cutouts).Select(run => Sight(design, run, "plated cut-outs", "edge of a cut-out"))];
        return new CheckOutcome.Done($"{edges.Outer.Edges.Length + edges.Cutouts.Edges.Length} lines and arcs of the edge", sightings);
    }

    private static Sighting Sight(CheckedDesign design, Run run, string cause, string where) => new(cause, run.Places[run.Places.Length / 2], "", Measure.Fact)
    {
        What = FormattableString.Invariant($"{design.NetName(run.Net)} reaches the {where} for {run.Length / 1e6:0.#} mm"),
        Bounds = run.Bounds,
    };

    /// <summary>The long stretches of a line with copper up to it on both faces.</summary>
    public static ImmutableArray<Run> Runs(CheckedDesign design, CutLine line)
    {
        if (design.Top.Copper is not { } top || design.Bottom.Copper is not { } bottom) return [];
        var runs = ImmutableArray.CreateBuilder<Run>();
        var (isTop, isBottom) = (Reaching(design, top, line), Reaching(design, bottom, line));
        if (!isTop.Contains(true) || !isBottom.Contains(true)) return [];
        var first = 0;
        foreach (var contour in line.Contours)
        {
            var inwards = contour.SignedArea > 0 != ReferenceEquals(line, design.Edges!.Cutouts) ? 1 : -1;
            var steps = contour.Edges.SelectMany((edge, i) => StepsOf(design, top, bottom, edge, inwards, isTop[first + i] && isBottom[first + i])).ToArray();
            first += contour.Edges.Length;
            runs.AddRange(Stretches(steps));
        }
        return runs.ToImmutable();
    }

    /// <summary>A step along a contour.</summary>
    /// <param name="At">Its middle.</param>
    /// <param name="Length">In nanometres.</param>
    /// <param name="Net">Of the copper at the line on the first face; null where not both faces have some.</param>
    private readonly record struct Along(Point At, double Length, int? Net);

    private static IEnumerable<Along> StepsOf(CheckedDesign design, CopperSheet top, CopperSheet bottom, Edge edge, int inwards, bool isReached)
    {
        var count = isReached ? Math.Max(1, (int)Math.Ceiling(edge.Length / Step)) : 1;
        for (var i = 0; i < count; i++)
        {
            var (place, x, y) = edge.Along((i + 0.5) / count);
            var inside = new Point(place.X - (long)Math.Round(y * inwards * Inside), place.Y + (long)Math.Round(x * inwards * Inside));
            var net = isReached && NetAt(design, bottom, inside) is not null ? NetAt(design, top, inside) : null;
            yield return new Along(place, edge.Length / count, net);
        }
    }

    /// <summary>Of a contour, which has no beginning: a stretch may go on over where it is drawn from. Copper all round is one, however short.</summary>
    private static IEnumerable<Run> Stretches(Along[] steps)
    {
        var gap = Array.FindIndex(steps, step => step.Net is null);
        if (gap < 0)
        {
            yield return new Run([.. steps.Select(step => step.At)], steps.Sum(step => step.Length), steps[0].Net!.Value);
            yield break;
        }
        var stretch = new List<Along>();
        for (var i = 1; i <= steps.Length; i++)
        {
            var step = steps[(gap + i) % steps.Length];
            if (step.Net is not null)
            {
                stretch.Add(step);
                continue;
            }
            var length = stretch.Sum(one => one.Length);
            if (length >= LongStretch) yield return new Run([.. stretch.Select(one => one.At)], length, stretch[0].Net!.Value);
            stretch.Clear();
        }
    }

    /// <summary>For each edge of a line whether copper reaches it.</summary>
    private static bool[] Reaching(CheckedDesign design, CopperSheet sheet, CutLine line)
    {
        var reaching = new bool[line.Edges.Length];
        for (var i = 0; i < reaching.Length; i++)
        {
            foreach (var piece in sheet.Index.Overlapping(line[i].Bounds))
            {
                if (sheet.Pieces[piece].Primitive.ApproachTo(line[i], CopperAtLine.AtLine).Distance >= CopperAtLine.AtLine || CopperAtLine.IsOutline(design, sheet, piece)) continue;
                reaching[i] = true;
                break;
            }
        }
        return reaching;
    }

    /// <summary>The net of the copper at a place, the outline drawn on copper left out; null when there is none.</summary>
    private static int? NetAt(CheckedDesign design, CopperSheet sheet, Point place)
    {
        foreach (var i in sheet.Index.Overlapping(new Box(place.X, place.Y, place.X, place.Y)))
        {
            if (sheet.Pieces[i].Primitive.Contains(place) && !CopperAtLine.IsOutline(design, sheet, i)) return sheet.Pieces[i].Net;
        }
        return null;
    }
}
