using System.Diagnostics;
using Turnkey.Geometry.Regions;

namespace Turnkey.Geometry.Tests.Regions;

public sealed class RegionTests
{
    private static readonly Region Square = Region.Of([Rectangle(0, 0, 10, 10)]);

    [Fact]
    public void Two_overlapping_squares_make_one_ring()
    {
        var union = Square.Union(Region.Of([Rectangle(5, 5, 15, 15)]));
        Assert.Equal(175, union.Area);
        Assert.Equal([new(0, 0), new(10, 0), new(10, 5), new(15, 5), new(15, 15), new(5, 15), new(5, 10), new(0, 10)], Assert.Single(union.Rings));
        Assert.Equal(new Box(0, 0, 15, 15), union.Bounds);
    }

    [Fact]
    public void A_square_out_of_the_middle_leaves_a_hole_that_runs_clockwise()
    {
        var frame = Square.Subtract(Region.Of([Rectangle(2, 2, 8, 8)]));
        Assert.Equal(64, frame.Area);
        Assert.Equal(2, frame.Rings.Length);
        Assert.Equal(36, -Region.SignedArea(frame.Rings[1]));
        Assert.Single(frame.Islands);
        Assert.False(frame.Contains(new Point(5, 5)));
        Assert.True(frame.Contains(new Point(1, 5)));
        Assert.True(frame.Contains(new Point(2, 5)));
        Assert.True(frame.Contains(new Point(10, 10)));
        Assert.False(frame.Contains(new Point(11, 10)));
    }

    [Fact]
    public void Regions_apart_have_nothing_in_common_and_stay_as_they_are()
    {
        var other = Region.Of([Rectangle(20, 0, 30, 10)]);
        Assert.True(Square.Intersect(other).IsEmpty);
        Assert.Same(Square, Square.Subtract(other));
        Assert.Equal(200, Square.Union(other).Area);
        Assert.Equal(2, Square.Union(other).Islands.Length);
    }

    [Fact]
    public void Squares_that_share_an_edge_become_one_and_those_that_share_a_corner_stay_two()
    {
        Assert.Equal(4, Square.Union(Region.Of([Rectangle(10, 0, 20, 10)])).Rings.Single().Length);
        var corner = Square.Union(Region.Of([Rectangle(10, 10, 20, 20)]));
        Assert.Equal(2, corner.Islands.Length);
        Arrangement.AssertSound(corner);
    }

    [Fact]
    public void A_hole_that_touches_the_outer_ring_in_a_corner_stays_a_hole()
    {
        Point[] diamond = [new(0, 5), new(5, 2), new(8, 5), new(5, 8)];
        var region = Square.Subtract(Region.Of([diamond]));
        Arrangement.AssertSound(region);
        var island = Assert.Single(region.Islands);
        Assert.Equal(2, island.Rings.Length);
        Assert.Equal(100 - 24, island.Area);
    }

    [Fact]
    public void Islands_within_holes_are_islands_of_their_own()
    {
        var rings = Enumerable.Range(0, 6).Select(i => Rectangle(i, i, 20 - i, 20 - i)).Select((ring, i) => i % 2 == 0 ? ring : [.. ring.Reverse()]);
        var region = Region.Of(rings);
        Assert.Equal([76, 60, 44], region.Islands.Select(island => (int)island.Area));
        Assert.All(region.Islands, island => Assert.Equal(2, island.Rings.Length));
    }

    [Fact]
    public void Turns_the_other_way_cancel_and_the_same_way_do_not()
    {
        Assert.Equal(100 - 16, Region.Of([Rectangle(0, 0, 10, 10), [.. Rectangle(3, 3, 7, 7).Reverse()]]).Area);
        Assert.Equal(100, Region.Of([Rectangle(0, 0, 10, 10), Rectangle(3, 3, 7, 7)]).Area);
        Assert.Equal(100, Region.Of([[.. Rectangle(0, 0, 10, 10).Reverse()]]).Area);
    }

    [Fact]
    public void Nothing_comes_of_lines_points_and_spikes()
    {
        Assert.True(Region.Of([]).IsEmpty);
        Assert.True(Region.Of([[], [new(1, 1)], [new(1, 1), new(5, 5)], [new(0, 0), new(9, 3), new(0, 0)], [new(4, 4), new(4, 4), new(4, 4)]]).IsEmpty);
        Point[] spiked = [new(0, 0), new(10, 0), new(25, 0), new(10, 0), new(10, 10), new(0, 10)];
        Assert.Equal(4, Region.Of([spiked]).Rings.Single().Length);
    }

    [Fact]
    public void A_crossing_is_rounded_to_the_nearest_nanometre_and_halves_up()
    {
        // The lines cross at (2.5, 2.5).
        Point[] bow = [new(0, 0), new(5, 5), new(5, 0), new(0, 5)];
        Assert.All(Region.Of([bow]).Rings, ring => Assert.Contains(new Point(3, 3), ring));
    }

    [Fact]
    public void The_farthest_corners_overflow_nothing()
    {
        const long far = Region.Reach;
        Point[] falling = [new(-far, far - 7), new(far, -far), new(far, -far + 3), new(-far, far)];
        var region = Region.Of([Rectangle(-far, -far, far, far), [new(-far, -far), new(far, far), new(0, far)], falling]);
        Arrangement.AssertSound(region);
        Assert.Equal(4d * far * far, region.Area, 0d);
        Arrangement.AssertSound(Region.Of([Rectangle(-far, -far, far, far)]).Subtract(Region.Of([falling])));
    }

    [Fact]
    public void What_lies_beyond_the_reach_is_left_out_and_that_is_said()
    {
        var region = Region.Of([Rectangle(0, 0, 10, 10), Rectangle(0, 0, Region.Reach + 1, 10)]);
        Assert.Equal(100, region.Area);
        Assert.False(region.IsComplete);
        Assert.False(Square.Union(region).IsComplete);
        Assert.False(Square.Subtract(Region.Incomplete).IsComplete);
    }

    [Fact]
    public void A_hostile_drawing_is_given_up_in_time()
    {
        var random = new Random(1);
        var overlay = new Overlay(new OverlayBudget(1_000_000, 100_000, 10_000_000));
        overlay.Add(RandomPolygons.Scribble(random, 20_000, 1_000_000, 100));
        var watch = Stopwatch.StartNew();
        var region = overlay.Resolve(Overlay.First);
        Assert.False(region.IsComplete);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Copies_of_an_intricate_figure_spend_one_budget()
    {
        var scribble = RandomPolygons.Scribble(new Random(2), 100, 1_000_000, 100);
        var overlay = new Overlay(new OverlayBudget(corners: 100_000, meetings: 50_000));
        for (var i = 0; i < 500; i++) overlay.AddFigure([scribble]);
        Assert.False(overlay.IsComplete);
        Assert.False(overlay.Resolve(Overlay.First).IsComplete);
    }

    [Fact]
    public void A_figure_covers_the_same_whichever_way_it_turns_and_however_often()
    {
        Point[] square = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)], corner = [new(5, 5), new(15, 5), new(15, 15)], hook = [new(0, 0), new(10, 0), new(10, 10), new(5, 2)];
        Point[] star = [new(0, 1_000), new(588, -809), new(-951, 309), new(951, 309), new(-588, -809)];
        foreach (var figure in new[] { square, corner, hook, star, [.. star.Reverse()], [.. square.Reverse()], [.. hook.Reverse()] })
        {
            var overlay = new Overlay();
            overlay.AddFigure([figure]);
            overlay.AddFigure([[.. figure.Reverse()]]);
            Assert.Equal(Region.Of([figure]).Rings, overlay.Resolve(Overlay.First).Rings);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(800)]
    [InlineData(3_200)]
    public void Work_grows_with_what_is_there_and_not_with_its_square(int stars)
    {
        var random = new Random(stars);
        var side = (int)(Math.Sqrt(stars) * 200_000);
        var overlay = new Overlay(new OverlayBudget(13 * stars, 100 * stars, 300L * stars));
        for (var i = 0; i < stars; i++) overlay.Add(RandomPolygons.Star(random, 12, 100_000, new Point(random.Next(side), random.Next(side))));
        Assert.True(overlay.Resolve(Overlay.First).IsComplete);
    }

    [Fact]
    public void Layers_painted_in_turn_cover_and_uncover()
    {
        var overlay = new Overlay();
        for (var layer = 0; layer < Overlay.Layers; layer++) overlay.Add(Rectangle(layer, layer, 20 - layer, 20 - layer), layer: layer);
        Assert.Equal(400 - 324 + 256 - 196, overlay.Resolve(Overlay.Painted).Area);
        Assert.Equal(400, overlay.Resolve(Overlay.Any).Area);
        Assert.Equal(400 - 324, overlay.Resolve(Overlay.OnlyFirst).Area);
        Assert.Equal(324, overlay.Resolve(Overlay.Both).Area);
    }

    private static Point[] Rectangle(long left, long bottom, long right, long top) => [new(left, bottom), new(right, bottom), new(right, top), new(left, top)];
}
