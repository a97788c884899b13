using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Turnkey.Geometry.Distances;
using Oracle = NetTopologySuite.Geometries.Geometry;

namespace Turnkey.Geometry.Tests.Distances;

public sealed class JoinedDepthTests
{
    private const double Far = 1_000_000;

    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Of_one_piece_it_is_the_way_to_its_edge() => Assert.Equal(300, Depth([Primitive.Disc(new(100, 0), 800)], new(0, 0)), 6);

    [Fact]
    public void An_edge_inside_another_piece_is_none() =>
        Assert.Equal(1_000, Depth([Primitive.Disc(new(0, 0), 1_000), Primitive.Disc(new(0, 0), 2_000)], new(0, 0)), 6);

    [Fact]
    public void In_the_corner_between_two_pieces_the_place_where_they_cross_is_nearest()
    {
        // The bars of a cross: its inner corners lie on no axis and in no round number of degrees.
        Primitive[] cross = [Bar(-5_000, -1_000, 5_000, 1_000), Bar(-700, -5_000, 700, 5_000)];
        Assert.Equal(double.Hypot(1_000, 700), Depth(cross, new(0, 0)), 6);
    }

    [Fact]
    public void Pieces_drawn_edge_to_edge_leave_no_gap()
    {
        Primitive[] halves = [Bar(-3_000, -2_000, 0, 2_000), Bar(0, -2_000, 3_000, 2_000)];
        Assert.Equal(2_000, Depth(halves, new(0, 0)), 6);
        Assert.Equal(2_000, Depth(halves, new(-500, 0)), 6);
    }

    [Fact]
    public void A_gap_between_two_pieces_ends_them()
    {
        Primitive[] halves = [Bar(-3_000, -2_000, 0, 2_000), Bar(500, -2_000, 3_000, 2_000)];
        Assert.Equal(400, Depth(halves, new(-400, 0)), 6);
    }

    [Fact]
    public void A_place_that_no_piece_covers_has_no_depth() => Assert.Equal(0, Depth([Bar(0, 0, 10, 10)], new(20, 20)));

    [Fact]
    public void Farther_than_asked_is_as_far_as_asked() => Assert.Equal(50, JoinedDepth.Around([Primitive.Disc(new(0, 0), 1_000)], Edge.Line(new(0, 0), new(0, 0)), 50));

    [Fact]
    public void From_a_line_it_is_the_least_of_all_its_places() =>
        Assert.Equal(200, JoinedDepth.Around([Bar(-5_000, -1_000, 5_000, 1_000)], Edge.Line(new(-4_000, 0), new(4_000, 800)), Far), 6);

    /// <summary>Strokes and bars that lie over each other at random, and whatever place one of them begins at.</summary>
    [Fact]
    public void It_is_the_way_to_the_edge_of_the_union_that_NetTopologySuite_makes()
    {
        var random = new Random(20_261_127);
        for (var round = 0; round < 300; round++)
        {
            var (pieces, areas) = (new List<Primitive>(), new List<Oracle>());
            for (var i = 0; i < 2 + (round % 6); i++)
            {
                Point from = new(random.Next(-300_000, 300_000), random.Next(-300_000, 300_000)), to = new(from.X + random.Next(-400_000, 400_000), from.Y + random.Next(-400_000, 400_000));
                if (random.Next(3) == 0)
                {
                    pieces.Add(Bar(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.X, to.X), Math.Max(from.Y, to.Y)));
                    areas.Add(Factory.ToGeometry(new Envelope(from.X, to.X, from.Y, to.Y)));
                    continue;
                }
                var width = 2 * random.Next(20_000, 150_000);
                pieces.Add(Primitive.Stroke(Edge.Line(from, to), width));
                areas.Add(Factory.CreateLineString([new(from.X, from.Y), new(to.X, to.Y)]).Buffer(width / 2, 256));
            }
            var union = OverlayNGRobust.Union(areas);
            var at = pieces[random.Next(pieces.Count)].Place;
            Assert.True(Math.Abs(union.Boundary.Distance(Factory.CreatePoint(new Coordinate(at.X, at.Y))) - Depth([.. pieces], at)) <= 12, $"round {round}");
        }
    }

    private static double Depth(Primitive[] pieces, Point at) => JoinedDepth.Around(pieces, Edge.Line(at, at), Far);

    private static Primitive Bar(long left, long bottom, long right, long top) => Primitive.Filled(new Surface([Contour.Rectangle(new Box(left, bottom, right, top))]));
}
