using System.Globalization;
using Turnkey.Designs.Nets;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Oracles;

/// <summary>
/// Gaps between nets against NetTopologySuite, on pairs that are drawn at random with a fixed seed. The two share the reading of the files, which copper hangs
/// together, and nothing of the geometry.
/// </summary>
public sealed class SpacingOracleTests
{
    private const int PairsOfALayer = 80, PlacesOfALayer = 80;

    public static TheoryData<string> Packages => ReviewedBoard.Packages;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Copper_of_two_nets_is_as_far_apart_as_the_oracle_says_and_none_is_missed(string package)
    {
        var board = ReviewedBoard.Of(package);
        var wrong = new List<string>();
        var compared = 0;
        foreach (var sheet in board.Sheets)
        {
            var copper = board.Copper(sheet);
            var places = board.Places("spacing", sheet).GroupBy(place => place.What).ToDictionary(group => group.Key, group => group.Min(place => place.Measured.Length.Nanometres), StringComparer.Ordinal);
            foreach (var (a, b) in Pairs(board, sheet, new Random(sheet.Number)))
            {
                if (copper.Of(a) is not { } islandsOfA || copper.Of(b) is not { } islandsOfB) continue;
                var nearest = islandsOfA.SelectMany(one => islandsOfB.Select(other => (A: one, B: other))).Where(pair => AreApart(board, pair.A.Net, pair.B.Net))
                    .Select(pair => (pair.A, pair.B, Distance: pair.A.DistanceTo(pair.B))).MinBy(pair => pair.Distance);
                if (nearest.A is null) continue;
                compared++;
                var tolerance = nearest.A.Error + nearest.B.Error + 1;
                var measured = Measured(board, sheet, a, b);
                var (expected, seen) = (Math.Min(nearest.Distance, ReviewedBoard.WidestGap), Math.Min(measured, ReviewedBoard.WidestGap));
                if (Math.Abs(expected - seen) > tolerance) wrong.Add($"L{sheet.Number}: {Say(sheet, a)} and {Say(sheet, b)} are {Nm(expected)} apart and measured as {Nm(seen)}, which is off by more than {Nm(tolerance)}");
                if (nearest.Distance > ReviewedBoard.WidestGap - Limit.Slack.Nanometres - tolerance) continue;
                var what = Between(board, nearest.A.Net, nearest.B.Net);
                if (!places.TryGetValue(what, out var least) || least > nearest.Distance + tolerance) wrong.Add($"L{sheet.Number}: {what} are {Nm(nearest.Distance)} apart at {Say(sheet, a)} and {Say(sheet, b)}, and the check does not say so");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared} pairs: {string.Join("; ", wrong.Take(10))}");
        Assert.True(compared >= 20, $"only {compared} pairs were compared");
        TestContext.Current.TestOutputHelper?.WriteLine($"{package}: {compared} pairs");
    }

    /// <summary>Beside the two pieces of copper between which a gap is measured others of their nets may lie nearer to its middle, whose own gap is found elsewhere.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Where_the_check_finds_a_gap_the_oracle_has_two_pieces_that_far_apart_with_the_place_half_way(string package)
    {
        var board = ReviewedBoard.Of(package);
        var wrong = new List<string>();
        var compared = 0;
        foreach (var sheet in board.Sheets)
        {
            var copper = board.Copper(sheet);
            var random = new Random(sheet.Number);
            var places = board.Places("spacing", sheet).OrderBy(place => (place.At.X, place.At.Y)).ThenBy(place => place.What, StringComparer.Ordinal).ToArray();
            random.Shuffle(places);
            foreach (var place in places.Take(PlacesOfALayer))
            {
                compared++;
                double gap = place.Measured.Length.Nanometres;
                var at = NtsShapes.Point(place.At);
                NtsIsland[] near = [.. copper.Islands(NtsCopper.Around(Geometry.Box.Empty.Join(place.At), (gap / 2) + 1_000)).Where(one => one.Net >= 0 && IsAt(one.DistanceTo(at), gap / 2, one.Error))];
                if (!near.SelectMany((one, i) => near.Skip(i + 1).Select(other => (One: one, Other: other))).Any(pair =>
                    Between(board, pair.One.Net, pair.Other.Net) == place.What && IsAt(pair.One.DistanceTo(pair.Other), gap, pair.One.Error + pair.Other.Error)))
                    wrong.Add($"L{sheet.Number} at {place.At}: {place.What} are said to be {place.Measured} apart, and the oracle has no such pieces there");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared} places: {string.Join("; ", wrong.Take(10))}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{package}: {compared} places");
    }

    /// <summary>Places and gaps are rounded to the nanometre.</summary>
    private static bool IsAt(double distance, double expected, double tolerance) => Math.Abs(distance - expected) <= tolerance + 2;

    private static bool AreApart(ReviewedBoard board, int a, int b) => a != b && a >= 0 && b >= 0 && (board.IsConnected(a) || board.IsConnected(b));

    /// <summary>Features that lie near each other, of different nets as far as a feature has one.</summary>
    private static IEnumerable<(int A, int B)> Pairs(ReviewedBoard board, CopperSheet sheet, Random random)
    {
        var image = sheet.Layer.Image;
        var nets = board.Nets.Nets.FeatureNets[sheet.Place];
        int[] drawn = [.. Enumerable.Range(0, image.Features.Length).Where(i => nets[i] >= 0)];
        if (drawn.Length == 0) yield break;
        for (var (attempt, found) = (0, 0); attempt < 20 * PairsOfALayer && found < PairsOfALayer; attempt++)
        {
            var a = drawn[random.Next(drawn.Length)];
            int[] near = [.. board.Copper(sheet).Near(NtsCopper.Around(image.BoundsOf(image.Features[a]), ReviewedBoard.WidestGap)).Where(b => b != a && AreApart(board, nets[a], nets[b]))];
            if (near.Length == 0) continue;
            found++;
            yield return (a, near[random.Next(near.Length)]);
        }
    }

    private static double Measured(ReviewedBoard board, CopperSheet sheet, int a, int b)
    {
        var least = double.PositiveInfinity;
        foreach (var one in sheet.Pieces.Where(piece => piece.Feature == a))
        {
            foreach (var other in sheet.Pieces.Where(piece => piece.Feature == b && AreApart(board, one.Net, piece.Net)))
                least = Math.Min(least, one.Primitive.ApproachTo(other.Primitive, ReviewedBoard.WidestGap).Distance);
        }
        return least;
    }

    private static string Between(ReviewedBoard board, int a, int b)
    {
        var (one, other) = (board.Nets.Nets.Nets[a].Name, board.Nets.Nets.Nets[b].Name);
        return string.CompareOrdinal(one, other) <= 0 ? $"{one} and {other}" : $"{other} and {one}";
    }

    private static string Say(CopperSheet sheet, int feature) => $"line {sheet.Layer.Image.Features[feature].Line} of {sheet.Layer.Source}";

    private static string Nm(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + " nm";
}
