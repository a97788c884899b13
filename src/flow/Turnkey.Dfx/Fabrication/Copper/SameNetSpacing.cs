using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Narrow gaps within one net that no copper covers: notches of areas, slits between tracks side by side. Where two edges of a gap meet at its end like a wedge
/// it is a corner, not a gap. Costs one look around each piece and each corner of an area.
/// </summary>
internal static class SameNetSpacing
{
    /// <summary>Gaps nearer to each other are one place, in nanometres.</summary>
    private const double OnePlace = 500_000;

    /// <summary>So many times its width along a gap it is looked at whether it stays narrow.</summary>
    private const double AlongGap = 2;

    /// <summary>A gap that is wider by that factor there opens.</summary>
    private const double Opens = 1.3;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} of one net: on {worst.Layer} {worst.What} has a gap of {worst.Measured}",
        (_, verdict) => $"close the gap, or widen it to {verdict.Limit}");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("same-net-spacing"))!.Value.Length.Nanometres;
        var sightings = new ConcurrentBag<Sighting>();
        var pieces = 0;
        Parallel.ForEach(design.Sheets, sheet =>
        {
            Interlocked.Add(ref pieces, sheet.Pieces.Length);
            var places = new PlaceThinning(OnePlace);
            foreach (var gap in Notches(design, sheet, reach).Concat(Between(design, sheet, reach)).OrderBy(gap => gap.Across.Width).ThenBy(gap => gap.Across.At.Y).ThenBy(gap => gap.Across.At.X))
            {
                var at = gap.Across.At;
                // Files round: what is nearer than that was drawn to meet.
                if (gap.Across.Width <= Limit.Slack.Nanometres || IsFilled(sheet, gap.Across) || IsWedge(sheet, gap.Across) || !places.TryKeep(at)) continue;
                sightings.Add(new Sighting(gap.Cause, at, CheckedDesign.Name(sheet), Measure.OfNanometres(gap.Across.Width))
                {
                    What = design.NetName(gap.Net),
                    Bounds = Box.Around(at, 250_000, 250_000),
                    Case = design.CaseOf(sheet, at, gap.Net) with { Rounding = FileRounding.On(sheet) },
                });
            }
        });
        return new CheckOutcome.Done($"neighbours of one net among {pieces.ToString("N0", CultureInfo.InvariantCulture)} pieces of copper", [.. sightings]);
    }

    private readonly record struct Gap(SelfApproach Across, int Net, string Cause);

    private static IEnumerable<Gap> Notches(CheckedDesign design, CopperSheet sheet, long reach)
    {
        foreach (var piece in sheet.Pieces)
        {
            if (piece.Primitive.Surface is not { } surface || !design.IsConnected(piece.Net)) continue;
            var cause = CopperSliver.IsArea(sheet, piece) ? "notches in areas" : "notches in pads";
            foreach (var across in SelfApproach.Of(surface, piece.Primitive.Offset, reach)) yield return new Gap(across, piece.Net, cause);
        }
    }

    private static IEnumerable<Gap> Between(CheckedDesign design, CopperSheet sheet, long reach)
    {
        for (var i = 0; i < sheet.Pieces.Length; i++)
        {
            var piece = sheet.Pieces[i];
            if (!design.IsConnected(piece.Net)) continue;
            foreach (var j in sheet.Index.Overlapping(piece.Primitive.Bounds.Grow(reach)))
            {
                if (j <= i || sheet.Pieces[j].Net != piece.Net) continue;
                var approach = piece.Primitive.ApproachTo(sheet.Pieces[j].Primitive, reach);
                if (approach.Distance >= reach || approach.Distance < Primitive.TouchingWithin) continue;
                if (CopperProbe.Covers(sheet, approach.At) && (approach = Uncovered(sheet, piece, sheet.Pieces[j].Primitive, reach)) == Approach.None) continue;
                if (Across(piece.Primitive, approach) is not { } across) continue;
                var (a, b) = (Spacing.Kind(design, sheet, piece), Spacing.Kind(design, sheet, sheet.Pieces[j]));
                yield return new Gap(across, piece.Net, string.CompareOrdinal(a, b) <= 0 ? $"{a} to {b}" : $"{b} to {a}");
            }
        }
    }

    /// <summary>Tracks side by side are as near in many places, and where they are joined copper covers the gap: the narrowest of the others along the first.</summary>
    private static Approach Uncovered(CopperSheet sheet, in SheetPiece piece, in Primitive other, long reach)
    {
        var nearest = Approach.None;
        if (piece.Feature < 0 || sheet.Layer.Image.Features[piece.Feature] is not { Kind: FeatureKind.Stroke } feature) return nearest;
        foreach (var share in (ReadOnlySpan<double>)[0.5, 0.25, 0.75, 0, 1])
        {
            var place = Primitive.Disc(feature.Path.Along(share).At, sheet.Layer.Image.Shapes[feature.Shape].Width.Nanometres);
            var approach = place.ApproachTo(other, reach);
            if (approach.Distance < nearest.Distance && approach.Distance >= Primitive.TouchingWithin && !CopperProbe.Covers(sheet, approach.At)) nearest = approach;
        }
        return nearest;
    }

    /// <summary>The direction from one to the other: from the middle to where the one is nearest.</summary>
    private static SelfApproach? Across(in Primitive piece, in Approach approach)
    {
        // The way to one piece is half the distance: its direction is where a place a little farther away is farther by as much.
        const double Step = 1_000;
        var here = piece.DistanceTo(Primitive.Disc(approach.At, 0));
        var dx = piece.DistanceTo(Primitive.Disc(approach.At.Toward(1, 0, Step), 0)) - here;
        var dy = piece.DistanceTo(Primitive.Disc(approach.At.Toward(0, 1, Step), 0)) - here;
        var length = double.Hypot(dx, dy);
        return length < Step / 10 ? null : new SelfApproach(approach.Distance, approach.At, dx / length, dy / length);
    }

    /// <summary>The gap is filled when copper covers its middle, or nearly all of it.</summary>
    private static bool IsFilled(CopperSheet sheet, in SelfApproach gap) => CopperProbe.Covers(sheet, gap.At);

    /// <summary>On one side copper closes it soon, on the other it opens.</summary>
    private static bool IsWedge(CopperSheet sheet, in SelfApproach gap)
    {
        var (one, other) = (Opening(sheet, gap, AlongGap * gap.Width), Opening(sheet, gap, -AlongGap * gap.Width));
        return (one == 0 && other > Opens * gap.Width) || (other == 0 && one > Opens * gap.Width);
    }

    /// <summary>How wide the gap is a way along it, in nanometres; 0 where copper closes it.</summary>
    private static double Opening(CopperSheet sheet, in SelfApproach gap, double along)
    {
        var at = gap.At.Toward(-gap.Y, gap.X, along);
        if (CopperProbe.Covers(sheet, at)) return 0;
        return Free(sheet, at, gap.X, gap.Y, gap.Width * Opens) + Free(sheet, at, -gap.X, -gap.Y, gap.Width * Opens);
    }

    private static double Free(CopperSheet sheet, Point at, double x, double y, double most)
    {
        var ray = Primitive.Stroke(Edge.Line(at, at.Toward(x, y, most)), 0);
        var free = most;
        foreach (var i in sheet.Index.Overlapping(ray.Bounds))
        {
            var approach = ray.ApproachTo(sheet.Pieces[i].Primitive, 0);
            if (approach.Distance < Primitive.TouchingWithin) free = Math.Min(free, Point.Distance(at, approach.At));
        }
        return free;
    }
}
