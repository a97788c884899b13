using System.Globalization;
using NetTopologySuite.Operation.Distance;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Tests.Oracles;

/// <summary>
/// Annular rings against NetTopologySuite: all copper around a hole is joined, with what the tool takes away, and the way from the hole's middle line to the edge
/// of that measured. Holes are drawn at random with a fixed seed.
/// </summary>
public sealed class RingOracleTests
{
    private const int HolesOfALayer = 60;

    public static TheoryData<string> Packages => ReviewedBoard.Packages;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Copper_around_a_plated_hole_is_as_wide_as_the_oracle_says(string package)
    {
        var board = ReviewedBoard.Of(package);
        var wrong = new List<string>();
        var (compared, narrow) = (0, 0);
        foreach (var sheet in board.Sheets)
        {
            var found = board.Places("annular-ring", sheet).ToLookup(place => place.At);
            var random = new Random(sheet.Number);
            foreach (var hole in Plated(board, sheet).OrderBy(_ => random.Next()).Take(HolesOfALayer))
            {
                if (Ring(board, sheet, hole, out var tolerance) is not { } ring) continue;
                compared++;
                var places = found[hole.At].ToArray();
                if (ring < ReviewedBoard.WidestRing - Limit.Slack.Nanometres - tolerance)
                {
                    narrow++;
                    if (!places.Any(place => Math.Abs(place.Measured.Length.Nanometres - ring) <= tolerance))
                        wrong.Add($"L{sheet.Number} at {hole.At} ({hole.Diameter} of {hole.Source}): {Nm(ring)} of copper, and the check says {(places.Length == 0 ? "nothing" : string.Join(", ", places.Select(place => Nm(place.Measured.Length.Nanometres))))}");
                }
                else if (ring > ReviewedBoard.WidestRing + tolerance && places.Length > 0)
                    wrong.Add($"L{sheet.Number} at {hole.At} ({hole.Diameter} of {hole.Source}): {Nm(ring)} of copper, and the check finds {Nm(places[0].Measured.Length.Nanometres)}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared} rings: {string.Join("; ", wrong.Take(10))}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{package}: {compared} rings, {narrow} of them narrow");
    }

    /// <summary>Round holes alone: of two at one place the findings could not be told apart.</summary>
    private static IEnumerable<Hole> Plated(ReviewedBoard board, CopperSheet sheet) =>
        board.Board.Holes.Where((hole, i) => board.Nets.Platings[i] == Plating.Plated && hole.Kind != HoleKind.Route && hole.Function is not (HoleFunction.BackDrill or HoleFunction.Castellated or HoleFunction.Breakout)
            && board.Nets.Nets.HoleNets[i] >= 0 && sheet.Number >= Math.Min(hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue) && sheet.Number <= Math.Max(hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue))
            .GroupBy(hole => hole.At).Where(group => group.Count() == 1).Select(group => group.First());

    /// <summary>In nanometres, 0 where the copper does not close; null where an inner layer has no pad, and for what is not on the board.</summary>
    private static double? Ring(ReviewedBoard board, CopperSheet sheet, in Hole hole, out double tolerance)
    {
        tolerance = 0;
        var copper = board.Copper(sheet);
        if (!copper.IsOnBoard(hole.At)) return null;
        var radius = (hole.Diameter.Nanometres + ReviewedBoard.Plating) / 2d;
        var window = NtsCopper.Around(hole.Path.Bounds, radius + ReviewedBoard.WidestRing + 50_000);
        var box = NtsShapes.Box(window);
        NtsIsland[] islands = [.. copper.Islands(window)];
        var path = NtsShapes.Path(hole.Path);
        var isInner = sheet.Number > 1 && sheet.Number < board.Board.CopperLayers;
        if (!islands.Any(island => island.DistanceTo(path) <= radius)) return isInner ? null : 0;
        // And the nanometre to which the finding is rounded.
        tolerance = islands.Max(island => island.Error) + 2;
        var joined = NtsShapes.Union([NtsShapes.Swept(hole.Path, radius), .. islands.Select(island => window.Contains(island.Shape.EnvelopeInternal) ? island.Shape : NtsShapes.Both(island.Shape, box))]);
        var holding = NtsShapes.Islands(joined).Single(polygon => polygon.Covers(path));
        return Math.Max(0, DistanceOp.Distance(holding.Boundary, path) - radius);
    }

    private static string Nm(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + " nm";
}
