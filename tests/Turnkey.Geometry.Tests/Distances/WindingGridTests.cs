using System.Collections.Immutable;
using Turnkey.Geometry.Distances;

namespace Turnkey.Geometry.Tests.Distances;

/// <summary>The grid gives what a look at every edge gives, also where edges, corners and places lie on the borders of its cells.</summary>
public sealed class WindingGridTests
{
    [Theory]
    [InlineData(30, 12)]
    [InlineData(200, 40)]
    [InlineData(60, 1_000)]
    [InlineData(400, 100_000_000)]
    public void Contours_that_cross_and_touch_wind_as_often_as_all_edges_say(int corners, int extent)
    {
        var random = new Random(corners);
        for (var run = 0; run < 20; run++) Compare([Polygon(random, corners, extent), Polygon(random, corners / 2, extent)], Places(random, extent));
    }

    [Fact]
    public void Arcs_count_with_what_lies_between_them_and_their_chords()
    {
        var random = new Random(7);
        for (var run = 0; run < 20; run++)
        {
            var contours = Enumerable.Range(0, 12).Select(_ => Rounded(random, 2_000)).Append(Polygon(random, 30, 2_000));
            Compare([.. contours], Places(random, 2_100));
        }
    }

    [Fact]
    public void A_comb_of_long_edges_is_found_in_every_cell_that_it_passes()
    {
        var teeth = Enumerable.Range(0, 200).SelectMany(i => (Point[])[new Point(i * 20, 0), new Point((i * 20) + 1_000, 5_000), new Point((i * 20) + 10, 0)]);
        Compare([Contour.Polygon([.. teeth, new Point(4_000, -10), new Point(0, -10)])], Places(new Random(3), 5_000));
    }

    [Fact]
    public void A_place_on_the_edge_of_a_large_area_is_covered_and_one_beside_it_is_not()
    {
        // Wider than high, with more corners than are looked at one by one.
        var top = Enumerable.Range(0, 50).Select(i => new Point(1_000_000 - (i * 20_000), i % 2 == 0 ? 300_000 : 200_000));
        var area = Primitive.Filled(new Surface([Contour.Polygon([new Point(0, 0), new Point(1_000_000, 0), .. top])]), new Point(7, -3));

        Assert.True(area.Contains(new Point(500_007, -3)));
        Assert.False(area.Contains(new Point(500_007, -4)));
        Assert.True(area.Contains(new Point(500_007, 100_000)));
        Assert.Equal(70_000, area.DepthAt(new Point(500_007, 69_997)), 0.001);
    }

    private static void Compare(ImmutableArray<Contour> contours, IEnumerable<Point> places)
    {
        Curve[] edges = [.. contours.SelectMany(contour => contour.Edges.Select(edge => new Curve(edge, Point.Origin)))];
        Box[] boxes = [.. contours.SelectMany(contour => contour.Edges.Select(edge => edge.Bounds))];
        var grid = new WindingGrid(edges, boxes, boxes.Aggregate(Box.Empty, (all, box) => all.Join(box)));
        var looks = 0L;
        foreach (var place in places.Concat(contours.SelectMany(contour => contour.Edges.Select(edge => edge.Start))))
        {
            var expected = edges.Sum(edge => edge.WindingAround(place.X, place.Y));
            Assert.True(expected == grid.Around(place.X, place.Y, ref looks), $"{place}: {expected}");
        }
    }

    private static Contour Polygon(Random random, int corners, int extent) =>
        Contour.Polygon([.. Enumerable.Range(0, corners).Select(_ => new Point(random.Next(extent), random.Next(extent)))]);

    /// <summary>A slot along an axis: two lines and two half circles, whose places are whole.</summary>
    private static Contour Rounded(Random random, int extent)
    {
        var (x, y, length, radius) = (random.Next(extent), random.Next(extent), random.Next(1, extent / 4), random.Next(5, extent / 8));
        var turn = ArcDirection.CounterClockwise;
        return new Contour(
        [
            Edge.Line(new Point(x, y - radius), new Point(x + length, y - radius)),
            Edge.Arc(new Point(x + length, y - radius), new Point(x + length, y + radius), new Point(x + length, y), turn),
            Edge.Line(new Point(x + length, y + radius), new Point(x, y + radius)),
            Edge.Arc(new Point(x, y + radius), new Point(x, y - radius), new Point(x, y), turn),
        ]);
    }

    private static IEnumerable<Point> Places(Random random, int extent)
    {
        for (var i = 0; i < 400; i++) yield return new Point(random.Next(-2, extent + 2), random.Next(-2, extent + 2));
    }
}
