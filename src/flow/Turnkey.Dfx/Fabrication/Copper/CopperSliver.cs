using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Narrow necks and strips of filled areas: places where the outline comes near to itself with copper between and no other copper beside it. Sharp corners and
/// rounded ends are none. Costs one look around each corner of an area.
/// </summary>
internal static class CopperSliver
{
    /// <summary>Necks nearer to each other are one place, in nanometres.</summary>
    private const double OnePlace = 500_000;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} have necks: on {worst.Layer} {worst.What} has one of {worst.Measured}",
        (_, verdict) => $"set the least width of the area to {verdict.Limit}, or cut the neck away");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("copper-sliver"))!.Value.Length.Nanometres;
        var sightings = new ConcurrentBag<Sighting>();
        var areas = 0;
        Parallel.ForEach(design.Sheets, sheet =>
        {
            foreach (var piece in sheet.Pieces)
            {
                // Letters of a logo are no current's way.
                if (!IsArea(sheet, piece) || !design.IsConnected(piece.Net)) continue;
                Interlocked.Increment(ref areas);
                foreach (var neck in Necks(sheet, piece.Primitive, reach))
                {
                    sightings.Add(new Sighting("filled areas", neck.At, CheckedDesign.Name(sheet), Measure.OfNanometres(neck.Width))
                    {
                        What = design.NetName(piece.Net),
                        Bounds = Box.Around(neck.At, 250_000, 250_000),
                        Case = design.CaseOf(sheet, neck.At, piece.Net),
                    });
                }
            }
        });
        return areas == 0 ? new CheckOutcome.Skipped("no copper layer has a filled area") : new CheckOutcome.Done($"outlines of {areas.ToString("N0", CultureInfo.InvariantCulture)} filled areas", [.. sightings]);
    }

    /// <summary>A pour, a plane, or what a cut left of one; not a pad.</summary>
    internal static bool IsArea(CopperSheet sheet, in SheetPiece piece) =>
        piece.Primitive.Surface is not null && (piece.Feature < 0 || sheet.Layer.Image.Features[piece.Feature].Kind == Designs.Layers.FeatureKind.Area);

    private static IEnumerable<SelfApproach> Necks(CopperSheet sheet, Primitive area, long reach)
    {
        var places = new PlaceThinning(OnePlace);
        foreach (var neck in SelfApproach.Of(area.Surface!, area.Offset, reach).OrderBy(neck => neck.Width))
        {
            // Files round: what is thinner than that is where two contours meet.
            if (neck.Width <= Limit.Slack.Nanometres || !area.Contains(neck.At)) continue;
            var across = Math.Max(neck.Width, Across(sheet, neck, reach));
            // Other copper beside it (the strokes of its outline, a track through it) makes it wider.
            if (across > neck.Width + Limit.Slack.Nanometres && across >= reach) continue;
            if (places.TryKeep(neck.At)) yield return Math.Abs(across - neck.Width) <= Limit.Slack.Nanometres ? neck : neck with { Width = across };
        }
    }

    /// <summary>The narrowest across the middle and a little beside it: where a neck begins, the line across runs along the edges that it begins with.</summary>
    private static double Across(CopperSheet sheet, in SelfApproach neck, long reach)
    {
        var least = double.PositiveInfinity;
        foreach (var along in (ReadOnlySpan<double>)[0, neck.Width / 4, -neck.Width / 4])
        {
            var at = neck.At.Toward(-neck.Y, neck.X, along);
            if (CopperProbe.Covers(sheet, at)) least = Math.Min(least, CopperProbe.Along(sheet, at, neck.X, neck.Y, reach) + CopperProbe.Along(sheet, at, -neck.X, -neck.Y, reach));
        }
        return least;
    }
}
