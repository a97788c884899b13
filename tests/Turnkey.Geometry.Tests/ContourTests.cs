using FsCheck;
using FsCheck.Fluent;

namespace Turnkey.Geometry.Tests;

/// <summary>A contour gives back what it was made of, however it keeps it.</summary>
public sealed class ContourTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(2_345_671UL, 1_765_433UL).WithMaxTest(300);

    private static readonly Gen<Point> Points =
        Gen.Choose(-(int)Point.Limit, (int)Point.Limit).Two().Select(pair => new Point(pair.Item1, pair.Item2));

    /// <summary>Closed chains of 1 to 40 edges, some of them arcs, now and then all of them lines.</summary>
    private static readonly Gen<Edge[]> Chains =
        from count in Gen.Choose(1, 40)
        from corners in Points.ArrayOf(count)
        from centres in Points.ArrayOf(count)
        from kinds in Gen.Choose(-1, 8).ArrayOf(count)
        from straight in Gen.Choose(0, 3)
        select Enumerable.Range(0, count).Select(i => Joined(corners[i], corners[(i + 1) % count], centres[i], straight == 0 ? 0 : kinds[i])).ToArray();

    [Fact]
    public void Edges_come_back_as_they_went_in() =>
        Check(Chains, edges => new Contour([.. edges]).Edges.SequenceEqual(edges));

    [Fact]
    public void A_builder_makes_the_same_contour_and_one_after_the_other()
    {
        var builder = new ContourBuilder();
        Check(Chains, edges =>
        {
            builder.Clear();
            foreach (var edge in edges) builder.Add(edge);
            return builder.Count == edges.Length && builder.Start == edges[0].Start && builder.End == edges[^1].End &&
                builder.HasArcs == edges.Any(edge => edge.IsArc) && builder.ToContour().Edges.SequenceEqual(edges);
        });
    }

    [Fact]
    public void Bounds_hold_every_point_of_every_edge() =>
        Check(Chains, edges =>
        {
            // Equally far from both ends, as readers see to.
            var contour = new Contour([.. edges.Select(edge => edge.IsArc ? Edge.Arc(edge.Start, edge.End, Centre(edge.Start, edge.End), edge.Direction) : edge)]);
            return contour.Flatten(100_000).All(point => contour.Bounds.Grow(3).Contains(point));
        });

    [Fact]
    public void A_contour_without_edges_or_beyond_32_bits_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Contour([]));
        Assert.Throws<ArgumentException>(() => Contour.Polygon());
        Assert.Throws<InvalidOperationException>(() => new ContourBuilder().ToContour());
        Assert.Throws<OverflowException>(() => Contour.Circle(Point.Origin, 1L << 40));
    }

    private static Edge Joined(Point from, Point to, Point centre, int kind) => kind switch
    {
        1 => Edge.Arc(from, to, centre, ArcDirection.Clockwise),
        2 => Edge.Arc(from, to, centre, ArcDirection.CounterClockwise),
        _ => Edge.Line(from, to),
    };

    private static Point Centre(Point a, Point b) => new(((a.X + b.X) / 2) + ((a.Y - b.Y) / 4), ((a.Y + b.Y) / 2) + ((b.X - a.X) / 4));

    private static void Check<T>(Gen<T> gen, Func<T, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).Check(Fixed);
}
