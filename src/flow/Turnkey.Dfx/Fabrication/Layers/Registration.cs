using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>
/// How far the holes of each drill file lie beside the middle of their pads, all in the same way, on each layer that has such pads: the median of the ways in x
/// and in y, so that single holes that lie elsewhere do not matter. Holes that were drawn beside their pad one by one are the annular ring's matter.
/// </summary>
internal static class Registration
{
    /// <summary>Fewer holes are no system.</summary>
    private const int FewestHoles = 5;

    /// <summary>A pad whose middle is farther from the hole belongs to another, in nanometres.</summary>
    internal const long Farthest = 300_000;

    /// <summary>Half of the ways at least lie this near to the median, in nanometres: else the holes have nothing in common.</summary>
    private const double Alike = 25_000;

    public static CheckWording Wording { get; } = new(
        worst => $"the holes of {worst.Cause} lie {worst.Measured} beside the middle of their pads on {worst.Layer} ({worst.What})",
        (_, _) => "write drills and copper out again from the same revision and origin");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (design.Board is not { } board || !design.HasCopper) return new CheckOutcome.Skipped("the package has no copper layer");
        var reach = demands.Reach(DesignRule.Of("registration"))!.Value;
        var files = design.Holes.Where(hole => hole.IsPlated && hole.IsRound).GroupBy(hole => hole.Hole.Source, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal).ToArray();
        var (sightings, measured) = (ImmutableArray.CreateBuilder<Sighting>(), 0);
        foreach (var (layer, i) in board.Copper.Select((layer, i) => (layer, i)))
        {
            var number = layer.CopperLayer ?? i + 1;
            var pads = new PointIndex(layer.Image.Features.Where(feature => feature is { Kind: FeatureKind.Flash, Dark: true }).Select(feature => feature.Start).Distinct());
            foreach (var file in files)
            {
                CheckedHole[] holes = [.. file.Where(hole => hole.Passes(number))];
                var ways = holes.Select(hole => (hole.At, Pad: pads.Nearest(hole.At, Farthest))).Where(one => one.Pad >= 0).Select(one => one.At - pads.Points[one.Pad]).ToArray();
                if (ways.Length < FewestHoles) continue;
                measured += ways.Length;
                var way = new Point(Median(ways.Select(one => one.X)), Median(ways.Select(one => one.Y)));
                var distance = Measure.OfNanometres(Point.Distance(way, Point.Origin));
                if (distance.Value <= reach.Value || 2 * ways.Count(one => Point.Distance(one, way) <= Alike) < ways.Length) continue;
                var bounds = Box.Of(holes.Select(hole => hole.At));
                sightings.Add(new Sighting(Name(file.Key), holes[0].At, $"L{number}", distance) { What = $"{way}, {ways.Length.ToString("N0", CultureInfo.InvariantCulture)} holes", Bounds = bounds });
            }
        }
        return measured == 0 ? new CheckOutcome.Skipped("too few plated holes lie in pads that are flashed") : new CheckOutcome.Done($"{files.Length} drill files on {board.Copper.Count()} layers", sightings.ToImmutable());
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Of an even number the lower of both in the middle.</summary>
    private static long Median(IEnumerable<long> values)
    {
        long[] sorted = [.. values.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }
}
