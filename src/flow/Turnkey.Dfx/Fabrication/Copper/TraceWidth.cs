using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Width of tracks, across the copper that is really there: a stroke that other copper of its net widens on both sides along its whole length (strokes that
/// fill an area, the end of a track in its pad) is as wide as that copper.
/// </summary>
internal static class TraceWidth
{
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
                if (width >= reach || StrokeWidth.Narrowest(new CopperPieces(sheet), i, feature.Path, width, reach) is not { } narrowest) continue;
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
}
