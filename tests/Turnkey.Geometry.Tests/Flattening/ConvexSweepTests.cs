using Turnkey.Geometry.Flattening;

namespace Turnkey.Geometry.Tests.Flattening;

public sealed class ConvexSweepTests
{
    [Fact]
    public void Each_piece_is_the_hull_of_the_shape_at_both_its_ends()
    {
        var random = new Random(7);
        for (var run = 0; run < 2000; run++)
        {
            // Small numbers, so that edges along the way, equal corners and shapes without area come up.
            var shape = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Somewhere(random, 4)).ToArray();
            var (from, to) = (Somewhere(random, 6), Somewhere(random, 6));
            var sweep = new ConvexSweep((Point[])[.. shape]);
            sweep.Follow(Edge.Line(from, to), 1);

            var expected = ShapeSweep.Hull([.. shape.Select(corner => corner + from), .. shape.Select(corner => corner + to)]);

            Assert.Equal(expected.Count > 2, sweep.Next(out var hull));
            if (expected.Count > 2) Assert.Equal(expected, hull.ToArray());
            Assert.False(sweep.Next(out _));
        }
    }

    [Fact]
    public void An_arc_is_followed_piece_by_piece_and_another_path_begins_anew()
    {
        var sweep = new ConvexSweep([new Point(0, 0), new Point(1000, 0), new Point(1000, 1000), new Point(0, 1000)]);
        var arc = Edge.Arc(new Point(10_000, 0), new Point(-10_000, 0), Point.Origin, ArcDirection.CounterClockwise);
        sweep.Follow(arc, 100);
        var pieces = 0;
        while (sweep.Next(out var hull))
        {
            pieces++;
            Assert.InRange(hull.Length, 4, 6);
        }
        Assert.Equal(sweep.Pieces, pieces);
        Assert.InRange(pieces, 8, 40);

        sweep.Follow(Edge.Line(Point.Origin, new Point(5000, 0)), 100);
        Assert.True(sweep.Next(out var straight));
        Assert.Equal([new Point(0, 0), new Point(6000, 0), new Point(6000, 1000), new Point(0, 1000)], straight.ToArray());
        Assert.False(sweep.Next(out _));
    }

    private static Point Somewhere(Random random, int within) => new(random.Next(within), random.Next(within));
}
