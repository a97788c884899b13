using FsCheck;
using FsCheck.Fluent;
using Turnkey.Geometry.Tracing;
using Turnkey.Kernel;

namespace Turnkey.Geometry.Tests;

/// <summary>Laws that hold for any input; the seeds are fixed, so a failure repeats.</summary>
public sealed class PropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(1_234_567UL, 7_654_321UL).WithMaxTest(300);

    private static readonly Gen<Point> Points =
        Gen.Choose(-200_000_000, 200_000_000).Two().Select(pair => new Point(pair.Item1, pair.Item2));

    private static readonly Gen<double> Angles = Gen.Choose(-7200, 7200).Select(tenth => tenth / 10d);

    [Fact]
    public void Mirroring_before_a_turn_is_turning_back_before_mirroring() =>
        Check(Points.Zip(Angles), pair =>
        {
            // Placing mirrors, then rotates: R(θ)·M. The law M·R(θ) = R(−θ)·M puts the turn first.
            var (point, angle) = pair;
            var turnedFirst = new Placing(Point.Origin, MirrorX: true).Apply(new Placing(Point.Origin, angle).Apply(point));
            var mirroredFirst = new Placing(Point.Origin, -angle, MirrorX: true).Apply(point);
            return Point.Distance(turnedFirst, mirroredFirst) <= 2;
        });

    [Fact]
    public void Mirroring_both_ways_is_half_a_turn() =>
        Check(Points.Zip(Angles), pair =>
        {
            var (point, angle) = pair;
            return Point.Distance(new Placing(Point.Origin, angle, true, true).Apply(point), new Placing(Point.Origin, angle + 180).Apply(point)) <= 2;
        });

    [Fact]
    public void Quarter_turns_are_exact() =>
        Check(Points, point => new Placing(Point.Origin, 90).Apply(point) == new Point(-point.Y, point.X) &&
            new Placing(Point.Origin, -90).Apply(point) == new Point(point.Y, -point.X) && new Placing(Point.Origin, 720).Apply(point) == point);

    [Fact]
    public void A_moved_arc_keeps_its_length_and_a_mirrored_one_turns_the_other_way() =>
        Check(Points.Zip(Angles).Zip(Gen.Choose(1, 359)), triple =>
        {
            var ((centre, angle), sweep) = triple;
            var arc = ArcOf(centre, 5_000_000, angle, sweep);
            var moved = new Placing(new Point(17, -23), angle, MirrorX: true).Apply(arc);
            return Math.Abs(moved.Length - arc.Length) < 10 && moved.Direction == ArcDirection.Clockwise;
        });

    [Fact]
    public void The_area_of_a_sector_cut_is_that_of_the_formula() =>
        Check(Points.Zip(Angles).Zip(Gen.Choose(1, 359)), triple =>
        {
            var ((centre, angle), sweep) = triple;
            const double radius = 5_000_000;
            var arc = ArcOf(centre, (long)radius, angle, sweep);
            var segment = new Contour([arc, Edge.Line(arc.End, arc.Start)]);
            var radians = sweep * Math.PI / 180;
            // Ends are rounded to the nanometre: the area may be off by a strip of that width.
            return Math.Abs(segment.SignedArea - (radius * radius * (radians - Math.Sin(radians)) / 2)) < radius * 10;
        });

    [Fact]
    public void Flattening_nears_the_exact_area_and_stays_in_the_bounds() =>
        Check(Points.Zip(Gen.Choose(1_000, 50_000_000)), pair =>
        {
            var circle = Contour.Circle(pair.Item1, pair.Item2);
            var corners = circle.Flatten(250);
            var polygon = Contour.Polygon([.. corners]);
            return polygon.SignedArea <= circle.SignedArea && circle.SignedArea - polygon.SignedArea < circle.Perimeter * 260 && corners.All(circle.Bounds.Grow(1).Contains);
        });

    [Fact]
    public void A_point_is_in_a_circle_when_it_is_near_enough() =>
        Check(Points.Zip(Points).Zip(Gen.Choose(100_000, 200_000_000)), triple =>
        {
            var ((centre, point), radius) = triple;
            var distance = Point.Distance(centre, point);
            return Math.Abs(distance - radius) < 2_000 || Contour.Circle(centre, radius).Contains(point) == distance < radius;
        });

    [Fact]
    public void Corners_of_a_polygon_are_in_it() =>
        Check(Points.Three(), corners =>
        {
            var (a, b, c) = corners;
            if (Point.Cross(a, b, c) == 0) return true;
            var triangle = Contour.Polygon(a, b, c);
            var middle = new Point((a.X + b.X + c.X) / 3, (a.Y + b.Y + c.Y) / 3);
            return triangle.Contains(a) && triangle.Contains(b) && triangle.Contains(c) && (Math.Abs(triangle.SignedArea) < 1e10 || triangle.Contains(middle));
        });

    [Fact]
    public void Reversing_a_contour_turns_the_sign_of_its_area() =>
        Check(Points.Three(), corners =>
        {
            var (a, b, c) = corners;
            return Contour.Polygon(a, b, c).SignedArea + Contour.Polygon(c, b, a).SignedArea == 0;
        });

    [Fact]
    public void Joining_boxes_holds_both_and_overlap_is_mutual() =>
        Check(Points.Four(), corners =>
        {
            var (a, b, c, d) = corners;
            var (one, other) = (Box.Of([a, b]), Box.Of([c, d]));
            var both = one.Join(other);
            return both.Contains(one) && both.Contains(other) && one.Overlaps(other) == other.Overlaps(one) && Box.Empty.Join(one) == one;
        });

    [Fact]
    public void Tracing_does_not_depend_on_order_and_direction() =>
        Check(Gen.Choose(3, 40).Zip(Gen.Choose(0, int.MaxValue - 1)), pair =>
        {
            var random = new Random(pair.Item2);
            var edges = new List<Edge>();
            for (var board = 0; board < 3; board++) edges.AddRange(Star(random, pair.Item1, board * 60_000_000L));
            edges.AddRange(Contour.Rectangle(new Box(-30_000_000, -30_000_000, 150_000_000, 30_000_000)).Edges);
            edges.Add(Edge.Line(new Point(30_000_000, -40_000_000), new Point(30_000_000, 40_000_000)));
            var shuffled = edges.Select(edge => random.Next(2) == 0 ? edge : edge.Reversed).OrderBy(_ => random.Next()).ToList();
            var (one, other) = (ContourTracer.Trace(edges, Length.FromMillimetres(0.01)), ContourTracer.Trace(shuffled, Length.FromMillimetres(0.01)));
            return Same(one.Contours, other.Contours) && Same(one.Cells, other.Cells) && one.Dividers.SequenceEqual(other.Dividers) && one.Gaps.SequenceEqual(other.Gaps);
        });

    private static bool Same(IReadOnlyList<Contour> one, IReadOnlyList<Contour> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Edges.SequenceEqual(pair.Second.Edges));

    /// <summary>A closed polygon around a middle, sides of which may be arcs.</summary>
    private static IEnumerable<Edge> Star(Random random, int corners, long x)
    {
        var points = Enumerable.Range(0, corners).Select(i =>
        {
            var (sin, cos) = Math.SinCos(Math.Tau * i / corners);
            var radius = 5_000_000 + random.Next(15_000_000);
            return new Point(x + (long)(radius * cos), (long)(radius * sin));
        }).ToArray();
        return points.Select((point, i) => Edge.Line(point, points[(i + 1) % corners]));
    }

    private static Edge ArcOf(Point centre, long radius, double from, double sweep)
    {
        return Edge.Arc(On(from), On(from + sweep), centre, ArcDirection.CounterClockwise);

        Point On(double degrees)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            return new Point(centre.X + (long)Math.Round(radius * cos), centre.Y + (long)Math.Round(radius * sin));
        }
    }

    private static void Check<T>(Gen<T> values, Func<T, bool> law) => FsCheck.Check.One(Fixed, Prop.ForAll(values.ToArbitrary(), law));
}
