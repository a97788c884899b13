using System.Collections.Immutable;
using Turnkey.Geometry.Tracing;
using Turnkey.Kernel;

namespace Turnkey.Geometry.Tests.Tracing;

public sealed class ContourTracerTests
{
    private const long Mm = 1_000_000;
    private static readonly Length Gap = Length.FromMillimetres(0.1);

    [Fact]
    public void Lines_in_any_order_and_direction_join_into_a_rectangle()
    {
        var trace = ContourTracer.Trace([Line(0, 0, 10, 0), Line(10, 5, 10, 0), Line(0, 5, 0, 0), Line(0, 5, 10, 5)], Gap);
        var contour = Assert.Single(trace.Contours);
        Assert.Equal(50e12, contour.SignedArea, 1.0);
        Assert.Empty(trace.OpenChains);
        Assert.Equal(Length.Zero, trace.WidestGap);
        AssertClosed(contour);
    }

    [Fact]
    public void A_gap_within_the_tolerance_is_closed_and_told()
    {
        var trace = ContourTracer.Trace([Line(0, 0, 10, 0), Line(10, 0, 10, 5), Line(10, 5, 0, 5), Line(0, 5, 0, 0.05)], Gap);
        Assert.Equal(50e12, Assert.Single(trace.Contours).SignedArea, 1.0);
        Assert.Equal(Length.FromMillimetres(0.05), trace.WidestGap);
    }

    [Fact]
    public void A_gap_beyond_the_tolerance_leaves_an_open_chain()
    {
        var trace = ContourTracer.Trace([Line(0, 0, 10, 0), Line(10, 0, 10, 5), Line(10, 5, 0, 5), Line(0, 5, 0, 0.5)], Gap);
        Assert.Empty(trace.Contours);
        Assert.Equal(4, Assert.Single(trace.OpenChains).Length);
    }

    [Fact]
    public void Doubles_in_either_direction_are_removed()
    {
        var square = Contour.Rectangle(new Box(0, 0, 10 * Mm, 10 * Mm)).Edges;
        var trace = ContourTracer.Trace([.. square, .. square.Select(edge => edge.Reversed)], Gap);
        Assert.Single(trace.Contours);
        Assert.Empty(trace.OpenChains);
    }

    [Fact]
    public void A_side_drawn_twice_in_other_pieces_is_one_side()
    {
        var trace = ContourTracer.Trace([.. Contour.Rectangle(new Box(0, 0, 10 * Mm, 10 * Mm)).Edges, Line(0, 0, 4, 0), Line(4, 0, 10, 0)], Gap);
        var contour = Assert.Single(trace.Contours);
        Assert.Equal(100e12, contour.SignedArea, 1.0);
        Assert.Empty(trace.OpenChains);
        Assert.Empty(trace.Cells);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(4)]
    public void Four_lines_that_overshoot_their_corners_make_the_rectangle_between_them(double over)
    {
        var trace = ContourTracer.Trace(
            [Line(-over, 0, 20 + over, 0), Line(20, -over, 20, 10 + over), Line(20 + over, 10, -over, 10), Line(0, 10 + over, 0, -over)], Gap);
        var contour = Assert.Single(trace.Contours);
        Assert.Equal(200e12, contour.SignedArea, 1.0);
        Assert.Equal(new Box(0, 0, 20 * Mm, 10 * Mm), contour.Bounds);
        Assert.Equal(4, trace.OpenChains.Length); // the two tails of a corner hang together
    }

    [Fact]
    public void Score_lines_of_a_panel_divide_it_and_leave_its_outline_whole()
    {
        var trace = ContourTracer.Trace([.. Contour.Rectangle(new Box(0, 0, 100 * Mm, 60 * Mm)).Edges, Line(0, 5, 100, 5), Line(0, 55, 100, 55), Line(50, -3, 50, 63)], Gap);
        Assert.Equal(6000e12, Assert.Single(trace.Contours).SignedArea, 1.0);
        Assert.Equal(6, trace.Cells.Length);
        Assert.Equal(6000e12, trace.Cells.Sum(cell => cell.SignedArea), 1.0);
        Assert.Equal(7, trace.Dividers.Length);
        Assert.Equal(2, trace.OpenChains.Length);
    }

    [Fact]
    public void A_line_that_touches_nothing_stays_outside_the_matter()
    {
        var trace = ContourTracer.Trace([.. Contour.Rectangle(new Box(0, 0, 100 * Mm, 60 * Mm)).Edges, Line(2, 5, 98, 5)], Gap);
        Assert.Empty(trace.Cells);
        Assert.Equal(6000e12, Assert.Single(trace.Contours).SignedArea, 1.0);
        Assert.Single(trace.OpenChains);
    }

    [Fact]
    public void Boards_that_share_an_edge_are_one_contour_of_two_cells()
    {
        var trace = ContourTracer.Trace(
            [.. Contour.Rectangle(new Box(0, 0, 10 * Mm, 10 * Mm)).Edges, .. Contour.Rectangle(new Box(10 * Mm, 0, 30 * Mm, 10 * Mm)).Edges], Gap);
        Assert.Equal(300e12, Assert.Single(trace.Contours).SignedArea, 1.0);
        Assert.Equal([200e12, 100e12], trace.Cells.Select(cell => cell.SignedArea));
        Assert.Single(trace.Dividers);
    }

    [Fact]
    public void Boards_that_touch_in_a_corner_are_two_contours()
    {
        var trace = ContourTracer.Trace(
            [.. Contour.Rectangle(new Box(0, 0, 10 * Mm, 10 * Mm)).Edges, .. Contour.Rectangle(new Box(10 * Mm, 10 * Mm, 30 * Mm, 20 * Mm)).Edges], Gap);
        Assert.Equal([200e12, 100e12], trace.Contours.Select(contour => contour.SignedArea));
    }

    [Fact]
    public void Rounded_corners_keep_their_arcs()
    {
        var trace = ContourTracer.Trace(RoundedRectangle(), Gap);
        var contour = Assert.Single(trace.Contours);
        Assert.Equal(4, contour.Edges.Count(edge => edge.IsArc));
        Assert.Equal((20 * 10e12) - ((4 - Math.PI) * 4e12), contour.SignedArea, 1e3);
    }

    [Fact]
    public void A_tangent_arc_beside_a_line_is_ordered_by_its_bend()
    {
        // A rounded board with its sharp corners drawn as well: lines and arcs leave the same nodes in the same direction.
        Edge[] corners = [Line(18, 0, 20, 0), Line(20, 0, 20, 2), Line(20, 8, 20, 10), Line(20, 10, 18, 10), Line(2, 10, 0, 10), Line(0, 10, 0, 8), Line(0, 2, 0, 0), Line(0, 0, 2, 0)];
        var trace = ContourTracer.Trace([.. RoundedRectangle(), .. corners], Gap);
        Assert.Equal(200e12, Assert.Single(trace.Contours).SignedArea, 1.0);
        Assert.Equal(5, trace.Cells.Length);
        Assert.Equal(200e12, trace.Cells.Sum(cell => cell.SignedArea), 1e3);
    }

    [Fact]
    public void A_full_circle_is_a_contour_of_its_own_and_counts_once()
    {
        var circle = Contour.Circle(new Point(5 * Mm, 5 * Mm), 2 * Mm).Edges[0];
        var trace = ContourTracer.Trace([circle, circle.Reversed], Gap);
        Assert.Equal(Math.PI * 4e12, Assert.Single(trace.Contours).SignedArea, 1.0);
    }

    [Fact]
    public void A_line_that_stops_short_of_a_side_is_led_to_it()
    {
        var trace = ContourTracer.Trace([Line(0, 0, 10, 0), Line(10, -2, 10, 12), Line(9.95, 10, 0, 10), Line(0, 10, 0, 0)], Gap);
        Assert.Equal(100e12, Assert.Single(trace.Contours).SignedArea, 1.0);
        Assert.Equal(Length.FromMillimetres(0.05), trace.WidestGap);
    }

    [Fact]
    public void A_line_to_and_fro_encloses_nothing()
    {
        var trace = ContourTracer.Trace([Line(0, 0, 10, 0), Line(10, 0, 10, 0.001), Line(10, 0.001, 0, 0)], Gap);
        Assert.Empty(trace.Contours);
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        var trace = ContourTracer.Trace([], Gap);
        Assert.Empty(trace.Contours);
        Assert.Empty(trace.OpenChains);
    }

    [Fact]
    public void Cut_outs_and_islands_are_told_from_boundaries()
    {
        Contour[] contours =
        [
            Contour.Rectangle(new Box(20 * Mm, 20 * Mm, 30 * Mm, 30 * Mm)),
            Contour.Rectangle(new Box(0, 0, 100 * Mm, 100 * Mm)),
            Contour.Circle(new Point(25 * Mm, 25 * Mm), Mm),
            Contour.Rectangle(new Box(200 * Mm, 0, 210 * Mm, 10 * Mm)),
        ];
        var nested = ContourNesting.Classify(contours);
        Assert.Equal([1, 0, 2, 0], nested.Select(contour => contour.Depth));
        Assert.Equal([1, null, 0, null], nested.Select(contour => contour.Parent));
    }

    [Fact]
    public void A_line_drawn_twice_beside_itself_cuts_nothing_out()
    {
        var nested = ContourNesting.Classify(
        [
            Contour.Rectangle(new Box(0, 0, 50 * Mm, 50 * Mm)),
            Contour.Rectangle(new Box(100_000, 100_000, (50 * Mm) - 100_000, (50 * Mm) - 100_000)),
            Contour.Circle(new Point(25 * Mm, 25 * Mm), 2 * Mm),
        ]);
        Assert.Equal([(true, false), (false, false), (false, true)], nested.Select(contour => (contour.IsBoundary, contour.IsCutout)));
        Assert.True(nested[1].IsDouble);
    }

    [Fact]
    public void A_circle_drawn_twice_in_other_chords_is_one_contour_without_cells()
    {
        var circle = Contour.Circle(Point.Origin, 2 * Mm);
        var edges = new[] { 88, 257 }.SelectMany(chords => Contour.Polygon([.. Enumerable.Range(0, chords).Select(i => OnCircle(i, chords))]).Edges).ToList();
        var trace = ContourTracer.Trace(edges, Gap);
        Assert.Equal(circle.SignedArea, Assert.Single(trace.Contours).SignedArea, circle.SignedArea / 100);
        Assert.Empty(trace.Cells);
        Assert.Empty(trace.Dividers);

        static Point OnCircle(int i, int chords)
        {
            var (sin, cos) = Math.SinCos(Math.Tau * i / chords);
            return new Point((long)Math.Round(2 * Mm * cos), (long)Math.Round(2 * Mm * sin));
        }
    }

    [Fact]
    public void A_cut_out_that_touches_the_edge_is_still_inside()
    {
        var nested = ContourNesting.Classify([Contour.Rectangle(new Box(0, 0, 100 * Mm, 100 * Mm)), Contour.Rectangle(new Box(0, 20 * Mm, 10 * Mm, 30 * Mm))]);
        Assert.False(nested[1].IsBoundary);
    }

    [Fact]
    public void Many_random_lines_end_in_time_and_never_throw()
    {
        var random = new Random(4711);
        for (var round = 0; round < 12; round++)
        {
            var edges = Enumerable.Range(0, 120).Select(_ => RandomEdge(random, round % 4 == 0 ? 20 : 20_000)).ToList();
            var trace = ContourTracer.Trace(edges, Gap);
            foreach (var contour in trace.Contours.Concat(trace.Cells)) AssertClosed(contour);
        }
    }

    [Fact]
    public void A_hundred_thousand_edges_join_quickly()
    {
        var edges = Enumerable.Range(0, 25_000).SelectMany(i =>
        {
            var (x, y) = (i % 200 * 2 * Mm, i / 200 * 2 * Mm);
            return Contour.Rectangle(new Box(x, y, x + Mm, y + Mm)).Edges;
        }).ToList();
        var trace = ContourTracer.Trace(edges, Gap);
        Assert.Equal(25_000, trace.Contours.Length);
        Assert.All(ContourNesting.Classify(trace.Contours), contour => Assert.Equal(0, contour.Depth));
    }

    internal static void AssertClosed(Contour contour)
    {
        for (var i = 0; i < contour.Edges.Length; i++) Assert.Equal(contour.Edges[i].End, contour.Edges[(i + 1) % contour.Edges.Length].Start);
    }

    internal static ImmutableArray<Edge> RoundedRectangle() =>
    [
        Line(2, 0, 18, 0), Arc(18, 0, 20, 2, 18, 2), Line(20, 2, 20, 8), Arc(20, 8, 18, 10, 18, 8),
        Line(18, 10, 2, 10), Arc(2, 10, 0, 8, 2, 8), Line(0, 8, 0, 2), Arc(0, 2, 2, 0, 2, 2),
    ];

    internal static Edge Line(double x1, double y1, double x2, double y2) => Edge.Line(At(x1, y1), At(x2, y2));

    private static Edge Arc(double x1, double y1, double x2, double y2, double cx, double cy) =>
        Edge.Arc(At(x1, y1), At(x2, y2), At(cx, cy), ArcDirection.CounterClockwise);

    private static Point At(double x, double y) => Point.At(Length.FromMillimetres(x), Length.FromMillimetres(y));

    private static Edge RandomEdge(Random random, int steps)
    {
        var (a, b, c) = (RandomPoint(), RandomPoint(), RandomPoint());
        return random.Next(3) == 0 ? Edge.Arc(a, b, c, random.Next(2) == 0 ? ArcDirection.Clockwise : ArcDirection.CounterClockwise) : Edge.Line(a, b);

        Point RandomPoint() => new(random.Next(steps) * 5_000L * (20_000 / steps), random.Next(steps) * 5_000L * (20_000 / steps));
    }
}
