using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>Gaps between copper of different nets on one layer, between what is drawn, exact to the nanometre. Letters among themselves are no nets.</summary>
internal static class Spacing
{
    /// <summary>Two nets that run side by side come near in many pairs of strokes: within this they are one place, in nanometres.</summary>
    private const double OnePlace = 500_000;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on {worst.Layer}: {worst.What} are {worst.Measured} apart",
        (_, verdict) => $"move the copper apart to {verdict.Limit}, or make it narrower there");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("spacing"))!.Value.Length.Nanometres;
        var sightings = new ConcurrentBag<Sighting>();
        var pieces = 0;
        Parallel.ForEach(design.Sheets, sheet =>
        {
            Interlocked.Add(ref pieces, sheet.Pieces.Length);
            foreach (var gap in Apart(Gaps(design, sheet, reach))) sightings.Add(Sight(design, sheet, gap));
        });
        return new CheckOutcome.Done($"all neighbours among {pieces.ToString("N0", CultureInfo.InvariantCulture)} pieces of copper", [.. sightings]);
    }

    private readonly record struct Gap(Approach Approach, int A, int B);

    private static List<(Gap Gap, int Low, int High)> Gaps(CheckedDesign design, CopperSheet sheet, long reach)
    {
        var found = new List<(Gap, int, int)>();
        for (var i = 0; i < sheet.Pieces.Length; i++)
        {
            var piece = sheet.Pieces[i];
            foreach (var j in sheet.Index.Overlapping(piece.Primitive.Bounds.Grow(reach)))
            {
                if (j <= i || sheet.Pieces[j].Net == piece.Net || !(design.IsConnected(piece.Net) || design.IsConnected(sheet.Pieces[j].Net))) continue;
                var approach = piece.Primitive.ApproachTo(sheet.Pieces[j].Primitive, reach);
                if (approach.Distance < reach) found.Add((new Gap(approach, i, j), Math.Min(piece.Net, sheet.Pieces[j].Net), Math.Max(piece.Net, sheet.Pieces[j].Net)));
            }
        }
        return found;
    }

    /// <summary>The narrowest of each place.</summary>
    private static IEnumerable<Gap> Apart(List<(Gap Gap, int Low, int High)> gaps)
    {
        foreach (var pair in gaps.GroupBy(gap => (gap.Low, gap.High)))
        {
            var places = new PlaceThinning(OnePlace);
            foreach (var (gap, _, _) in pair.OrderBy(gap => gap.Gap.Approach.Distance).ThenBy(gap => gap.Gap.Approach.At.Y).ThenBy(gap => gap.Gap.Approach.At.X))
            {
                if (places.TryKeep(gap.Approach.At)) yield return gap;
            }
        }
    }

    private static Sighting Sight(CheckedDesign design, CopperSheet sheet, in Gap gap)
    {
        var (a, b) = (sheet.Pieces[gap.A], sheet.Pieces[gap.B]);
        var (netA, netB) = (design.NetName(a.Net), design.NetName(b.Net));
        var at = gap.Approach.At;
        return new Sighting(Cause(design, sheet, a, b), at, CheckedDesign.Name(sheet), Measure.OfNanometres(gap.Approach.Distance))
        {
            What = netA == netB ? $"two pieces of {netA} that do not join" : string.CompareOrdinal(netA, netB) <= 0 ? $"{netA} and {netB}" : $"{netB} and {netA}",
            Bounds = Box.Around(at, 250_000, 250_000),
            Case = new LimitCase(design.IsInner(sheet), design.CopperOf(sheet.Number)) { Net = netA, OtherNet = netB, At = (Length.FromNanometres(at.X), Length.FromNanometres(at.Y)), Rounding = FileRounding.On(sheet) },
        };
    }

    /// <summary>Pads of one part are near because of its footprint; else what kinds of copper come near.</summary>
    private static string Cause(CheckedDesign design, CopperSheet sheet, in SheetPiece a, in SheetPiece b)
    {
        var (partA, partB) = (design.PadOf(sheet, a.Feature)?.Component, design.PadOf(sheet, b.Feature)?.Component);
        if (partA is not null && partA == partB) return $"pads of {partA}";
        var (kindA, kindB) = (Kind(design, sheet, a), Kind(design, sheet, b));
        return string.CompareOrdinal(kindA, kindB) <= 0 ? $"{kindA} to {kindB}" : $"{kindB} to {kindA}";
    }

    internal static string Kind(CheckedDesign design, CopperSheet sheet, in SheetPiece piece)
    {
        if (!design.IsConnected(piece.Net)) return "lettering";
        if (piece.Feature < 0) return "areas";
        return sheet.Layer.Image.Features[piece.Feature].Kind switch { FeatureKind.Flash => "pads", FeatureKind.Stroke => "tracks", _ => "areas" };
    }
}
