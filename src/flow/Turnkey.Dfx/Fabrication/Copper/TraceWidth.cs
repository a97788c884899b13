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

/// <summary>
/// Width of tracks, across the copper that is really there: a stroke that other copper of its net widens on both sides along its whole length (strokes that
/// fill an area, the end of a track in its pad) is as wide as that copper.
/// </summary>
internal static class TraceWidth
{
    /// <summary>Where along a stroke its width is measured, in shares of its length: its ends lie in pads and other tracks.</summary>
    private static readonly double[] Places = [0.5, 0.25, 0.75];

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: on {worst.Layer} net {worst.What} has {worst.Measured}",
        (_, verdict) => $"widen them to {verdict.Limit}, or have the board made where {verdict.StatedBy.Rule.Title.ToLowerInvariant()} may be less");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        var rule = DesignRule.Of("trace-width");
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(rule)!.Value.Length;
        var looked = 0;
        var sightings = new ConcurrentBag<Sighting>();
        Parallel.ForEach(design.Sheets, sheet =>
        {
            var at = new LimitCase(design.IsInner(sheet), design.CopperOf(sheet.Number));
            var image = sheet.Layer.Image;
            var last = -1;
            for (var i = 0; i < sheet.Pieces.Length; i++)
            {
                var piece = sheet.Pieces[i];
                // A feature that was cut is in several pieces.
                if (piece.Feature < 0 || piece.Feature == last || !design.IsConnected(piece.Net)) continue;
                last = piece.Feature;
                var feature = image.Features[piece.Feature];
                if (feature.Kind != FeatureKind.Stroke) continue;
                Interlocked.Increment(ref looked);
                var shape = image.Shapes[feature.Shape];
                var width = Length.Min(shape.Width, shape.Height);
                if (width >= reach || Narrowest(sheet, i, feature.Path, width, reach) is not { } narrowest) continue;
                var net = design.NetName(piece.Net);
                sightings.Add(new Sighting($"tracks drawn {width} wide", narrowest.At, CheckedDesign.Name(sheet), Measure.OfNanometres(narrowest.Width))
                {
                    What = net,
                    Bounds = image.BoundsOf(feature),
                    Case = at with { Net = net, At = (Length.FromNanometres(narrowest.At.X), Length.FromNanometres(narrowest.At.Y)) },
                });
            }
        });
        return looked == 0 ? new CheckOutcome.Skipped("no copper layer has a track") : new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} tracks", [.. sightings]);
    }

    /// <summary>The narrowest of the places measured, in nanometres; null when all are as wide as is of interest, or lie where the copper was taken away.</summary>
    private static (double Width, Point At)? Narrowest(CopperSheet sheet, int stroke, in Edge path, Length width, Length reach)
    {
        (double Width, Point At)? narrowest = null;
        foreach (var share in Places)
        {
            var (at, x, y) = path.Along(share);
            if (IsAlone(sheet, stroke, at, width)) return (width.Nanometres, at);
            if (!CopperProbe.Covers(sheet, at)) continue;
            var across = CopperProbe.Along(sheet, at, -y, x, reach.Nanometres) + CopperProbe.Along(sheet, at, y, -x, reach.Nanometres);
            // What is drawn is exact; the probe is so to a fraction of a micrometre.
            if (Math.Abs(across - width.Nanometres) < Limit.Slack.Nanometres) across = width.Nanometres;
            if (across < reach.Nanometres && (narrowest is null || across < narrowest.Value.Width)) narrowest = (across, at);
        }
        return narrowest;
    }

    /// <summary>True when nothing else comes near there, so that the stroke is as wide as it was drawn: nearly every track has such a place.</summary>
    private static bool IsAlone(CopperSheet sheet, int stroke, Point at, Length width)
    {
        var around = Primitive.Disc(at, width.Nanometres + (2 * Limit.Slack.Nanometres));
        var isThere = false;
        foreach (var i in sheet.Index.Overlapping(around.Bounds))
        {
            if (i == stroke) isThere = sheet.Pieces[i].Primitive.Contains(at);
            else if (sheet.Pieces[i].Primitive.Touches(around)) return false;
        }
        return isThere;
    }
}
