using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using Turnkey.Geometry.Distances;

namespace Turnkey.Geometry.Tests.Distances;

/// <summary>Laws of distances on random primitives; the seed is fixed, so a failure repeats.</summary>
public sealed class PrimitiveProperties
{
    /// <summary>Turned contours have their places rounded to the nanometre, so an arc's ends lie up to one off its circle.</summary>
    private const double Rounding = 2;

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20_261_126UL, 356_275UL).WithMaxTest(400);

    private static readonly Gen<Point> Places = Gen.Choose(-900_000, 900_000).Two().Select(pair => new Point(pair.Item1, pair.Item2));

    private static readonly Gen<Sample> Discs = Places.Zip(Gen.Choose(0, 600_000)).Select(pair => new Sample("disc", Edge.Line(pair.Item1, pair.Item1), pair.Item2, []));

    private static readonly Gen<Sample> Tracks = Places.Two().Zip(Gen.Choose(0, 300_000)).Select(pair => new Sample("track", Edge.Line(pair.Item1.Item1, pair.Item1.Item2), pair.Item2, []));

    private static readonly Gen<Sample> Bends =
        from centre in Places
        from radius in Gen.Choose(1_000, 300_000)
        from angles in Gen.Choose(0, 359).Two()
        from width in Gen.Choose(0, 200_000)
        select new Sample("bend", Edge.Arc(OnCircle(centre, radius, angles.Item1), OnCircle(centre, radius, angles.Item2), centre,
            (angles.Item1 + angles.Item2 + width) % 2 == 0 ? ArcDirection.Clockwise : ArcDirection.CounterClockwise), width, []);

    private static readonly Gen<Sample> Surfaces =
        from at in Places
        from turn in Gen.Choose(0, 359)
        from size in Gen.Choose(10_000, 250_000).Two()
        from shape in Gen.Elements<Func<long, long, ImmutableArray<Contour>>>(Rectangle, Disc, Obround, Washer, Wedge, Star)
        select new Sample("surface", null, 0, [.. shape(size.Item1, size.Item2).Select(contour => contour.Transform(new Placing(at, turn)))]);

    private static readonly Gen<Sample> Any = Gen.OneOf(Discs, Tracks, Bends, Surfaces);

    private static readonly Gen<(Sample A, Sample B)> Pairs = Any.Two().Select(pair => (pair.Item1, pair.Item2));

    [Fact]
    public void Distances_agree_with_NetTopologySuite_on_flattened_shapes() =>
        Check(Pairs, pair =>
        {
            var (a, b) = pair;
            var expected = Math.Max(0, a.Flattened().Distance(b.Flattened()) - ((a.Width + b.Width) / 2d));
            return Math.Abs(a.Primitive.DistanceTo(b.Primitive) - expected) <= Rounding + 2;
        });

    [Fact]
    public void Distance_is_the_same_from_both_sides() =>
        Check(Pairs, pair =>
        {
            var (a, b) = pair;
            return Math.Abs(a.Primitive.DistanceTo(b.Primitive) - b.Primitive.DistanceTo(a.Primitive)) < 0.001 && a.Primitive.Touches(b.Primitive) == b.Primitive.Touches(a.Primitive);
        });

    [Fact]
    public void A_primitive_touches_itself() => Check(Any, a => a.Primitive.DistanceTo(a.Primitive) == 0);

    [Fact]
    public void Moving_turning_by_quarters_and_mirroring_both_changes_no_distance() =>
        Check(Pairs.Zip(Places).Zip(Gen.Choose(0, 3).Zip(Gen.Choose(0, 1))), sample =>
        {
            var (((a, b), by), (quarters, mirror)) = sample;
            var placing = new Placing(by, 90 * quarters, mirror == 1);
            return Math.Abs(a.Primitive.DistanceTo(b.Primitive) - a.Moved(placing).Primitive.DistanceTo(b.Moved(placing).Primitive)) < 0.001;
        });

    [Fact]
    public void A_surface_put_at_a_place_is_the_surface_moved_there() =>
        Check(Surfaces.Zip(Any).Zip(Places), sample =>
        {
            var ((surface, other), by) = sample;
            var put = Primitive.Filled(new Surface(surface.Contours), by);
            return Math.Abs(put.DistanceTo(other.Primitive) - surface.Moved(new Placing(by)).Primitive.DistanceTo(other.Primitive)) < 0.001;
        });

    [Fact]
    public void The_way_over_a_point_is_no_shorter_than_the_distance() =>
        Check(Pairs.Zip(Places), sample =>
        {
            var ((a, b), over) = sample;
            var point = Primitive.Disc(over, 0);
            return a.Primitive.DistanceTo(b.Primitive) <= a.Primitive.DistanceTo(point) + point.DistanceTo(b.Primitive) + 0.001;
        });

    [Fact]
    public void The_place_of_a_gap_is_as_far_from_both_sides() =>
        Check(Pairs, pair =>
        {
            var (a, b) = pair;
            var approach = a.Primitive.ApproachTo(b.Primitive, double.PositiveInfinity);
            var at = Primitive.Disc(approach.At, 0);
            return Math.Abs(a.Primitive.DistanceTo(at) - (approach.Distance / 2)) <= Rounding + 1 && Math.Abs(b.Primitive.DistanceTo(at) - (approach.Distance / 2)) <= Rounding + 1;
        });

    [Fact]
    public void Looking_only_as_far_as_needed_finds_the_same_distance() =>
        Check(Pairs.Zip(Gen.Choose(0, 900_000)), sample =>
        {
            var ((a, b), within) = sample;
            var whole = a.Primitive.DistanceTo(b.Primitive);
            var near = a.Primitive.ApproachTo(b.Primitive, within).Distance;
            return whole > within ? near >= whole - 0.001 : Math.Abs(near - whole) < 0.001;
        });

    [Fact]
    public void What_a_surface_holds_is_what_NetTopologySuite_says() =>
        Check(Surfaces.Zip(Places), sample =>
        {
            var (surface, at) = sample;
            var flat = surface.Flattened();
            var point = flat.Factory.CreatePoint(new Coordinate(at.X, at.Y));
            return flat.Boundary.Distance(point) < 4 || flat.Covers(point) == surface.Primitive.Contains(at);
        });

    private static void Check<T>(Gen<T> values, Func<T, bool> law) => Prop.ForAll(Arb.From(values), law).Check(Fixed);

    private static Point OnCircle(Point centre, double radius, double degrees) => new(
        centre.X + (long)Math.Round(radius * Math.Cos(degrees * Math.PI / 180)), centre.Y + (long)Math.Round(radius * Math.Sin(degrees * Math.PI / 180)));

    private static ImmutableArray<Contour> Rectangle(long width, long height) => [Contour.Rectangle(Box.Around(Point.Origin, width, height))];

    private static ImmutableArray<Contour> Disc(long radius, long unused) => [Contour.Circle(Point.Origin, radius)];

    private static ImmutableArray<Contour> Obround(long half, long radius) => [new Contour([
        Edge.Line(new Point(-half, -radius), new Point(half, -radius)),
        Edge.Arc(new Point(half, -radius), new Point(half, radius), new Point(half, 0), ArcDirection.CounterClockwise),
        Edge.Line(new Point(half, radius), new Point(-half, radius)),
        Edge.Arc(new Point(-half, radius), new Point(-half, -radius), new Point(-half, 0), ArcDirection.CounterClockwise),
    ])];

    private static ImmutableArray<Contour> Washer(long a, long b) => [
        Contour.Circle(Point.Origin, a + b),
        new Contour([Contour.Circle(Point.Origin, Math.Max(a, b)).Edges[0].Reversed]),
    ];

    /// <summary>Three quarters of a disc.</summary>
    private static ImmutableArray<Contour> Wedge(long radius, long unused) => [new Contour([
        Edge.Line(Point.Origin, new Point(radius, 0)),
        Edge.Arc(new Point(radius, 0), new Point(0, -radius), Point.Origin, ArcDirection.CounterClockwise),
        Edge.Line(new Point(0, -radius), Point.Origin),
    ])];

    private static ImmutableArray<Contour> Star(long far, long near) =>
        [Contour.Polygon([.. Enumerable.Range(0, 40).Select(i => OnCircle(Point.Origin, i % 2 == 0 ? far : near, i * 9))])];

    /// <summary>A primitive with what it was made of.</summary>
    private sealed record Sample(string Kind, Edge? Path, long Width, ImmutableArray<Contour> Contours)
    {
        private static readonly GeometryFactory Factory = new();

        public Primitive Primitive => Path is { } path ? Primitive.Stroke(path, Width) : Primitive.Filled(new Surface(Contours));

        public Sample Moved(Placing placing) =>
            this with { Path = Path is { } path ? placing.Apply(path) : null, Contours = [.. Contours.Select(contour => contour.Transform(placing))] };

        /// <summary>The centre line or the area, arcs to 1 nm.</summary>
        public NetTopologySuite.Geometries.Geometry Flattened()
        {
            if (Path is not { } path)
            {
                return Factory.CreatePolygon(Ring(Contours[0]), [.. Contours.Skip(1).Select(Ring)]);
            }
            var points = new List<Point> { path.Start };
            path.Flatten(points, 1);
            return Factory.CreateLineString([.. points.Select(point => new Coordinate(point.X, point.Y))]);
        }

        private static LinearRing Ring(Contour contour)
        {
            var points = contour.Flatten(1);
            return Factory.CreateLinearRing([.. points.Append(points[0]).Select(point => new Coordinate(point.X, point.Y))]);
        }
    }
}
