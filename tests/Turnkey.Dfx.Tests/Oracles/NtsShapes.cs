using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace Turnkey.Dfx.Tests.Oracles;

/// <summary>What a layer draws as areas of NetTopologySuite, in nanometres. Shares nothing with the product's geometry but the records it reads.</summary>
internal static class NtsShapes
{
    /// <summary>In nanometres: how far a chord lies inside its arc at most.</summary>
    public const double ChordError = 45;

    private static readonly GeometryFactory Factory = new();

    public static NtsGeometry Empty { get; } = Factory.CreatePolygon();

    public static NtsGeometry Point(Geometry.Point at) => Factory.CreatePoint(new Coordinate(at.X, at.Y));

    /// <summary>The middle line of a hole; a point where it is round.</summary>
    public static NtsGeometry Path(in Edge path)
    {
        var line = Chords(path);
        return line.TrueForAll(place => place.Equals2D(line[0])) ? Factory.CreatePoint(line[0]) : Factory.CreateLineString([.. line]);
    }

    public static NtsGeometry Box(Envelope window) => Factory.ToGeometry(window);

    /// <summary>What a round tool covers along a path.</summary>
    public static NtsGeometry Swept(in Edge path, double radius)
    {
        if (radius <= 0) return Empty;
        var line = Chords(path);
        var parts = new List<NtsGeometry> { Disc(line[0], radius) };
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var length = from.Distance(to);
            if (length == 0) continue;
            var (x, y) = (-(to.Y - from.Y) / length * radius, (to.X - from.X) / length * radius);
            parts.Add(Factory.CreatePolygon([new(from.X + x, from.Y + y), new(from.X - x, from.Y - y), new(to.X - x, to.Y - y), new(to.X + x, to.Y + y), new(from.X + x, from.Y + y)]));
            parts.Add(Disc(to, radius));
        }
        return Union(parts);
    }

    /// <summary>What a feature draws by itself; null for a stroke of what is neither a disc nor convex, which no board here has.</summary>
    public static NtsGeometry? Of(LayerImage image, in Feature feature)
    {
        if (feature.Kind == FeatureKind.Area) return Filled([.. image.Areas[feature.Shape].Contours]);
        var shape = image.Shapes[feature.Shape];
        if (shape.IsSolidCircle) return Swept(feature.Path, shape.Width.Nanometres / 2d);
        var stamped = Stamped(shape);
        var path = feature.Path;
        if (feature.Kind == FeatureKind.Flash || path.Start == path.End) return Moved(stamped, path.Start);
        if (path.IsArc || stamped.IsEmpty || stamped.ConvexHull().Area - stamped.Area > 1e-9 * stamped.Area) return null;
        return Factory.BuildGeometry([Moved(stamped, path.Start), Moved(stamped, path.End)]).ConvexHull();
    }

    /// <summary>In nanometres: half of how much the ends of a feature's arcs differ in their distance from the centre at most, because files round.</summary>
    public static double Unevenness(LayerImage image, in Feature feature)
    {
        if (feature.Kind == FeatureKind.Area) return image.Areas[feature.Shape].Contours.Max(Unevenness);
        return Math.Max(Unevenness(feature.Path), image.Shapes[feature.Shape].Parts.Select(part => Unevenness(part.Contour)).DefaultIfEmpty().Max());
    }

    private static double Unevenness(Contour contour)
    {
        var most = 0d;
        foreach (var edge in contour.Edges) most = Math.Max(most, Unevenness(edge));
        return most;
    }

    private static double Unevenness(Edge edge) =>
        edge.IsArc ? Math.Abs(double.Hypot(edge.Start.X - edge.Centre.X, edge.Start.Y - edge.Centre.Y) - double.Hypot(edge.End.X - edge.Centre.X, edge.End.Y - edge.Centre.Y)) / 2 : 0;

    /// <summary>What contours enclose, nonzero winding: cut up where they cross, and what they wind around joined.</summary>
    public static NtsGeometry Filled(Contour[] contours)
    {
        var rings = contours.Select(Ring).Where(ring => ring.Length > 3).ToArray();
        if (rings.Length == 0) return Empty;
        if (rings.Length == 1 && Factory.CreatePolygon(rings[0]) is { IsValid: true } simple) return simple;
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Union((NtsGeometry)Factory.CreateMultiLineString([.. rings.Select(ring => Factory.CreateLineString(ring))])));
        return Union([.. polygonizer.GetPolygons().Where(face => face.InteriorPoint is var inside && Winding(rings, inside.X, inside.Y) != 0)]);
    }

    public static NtsGeometry Union(IReadOnlyCollection<NtsGeometry> parts) => parts.Count switch
    {
        0 => Empty,
        1 => parts.First(),
        _ => OverlayNGRobust.Union(parts),
    };

    public static NtsGeometry Without(NtsGeometry a, NtsGeometry b) => OverlayNGRobust.Overlay(a, b, SpatialFunction.Difference);

    public static NtsGeometry Both(NtsGeometry a, NtsGeometry b) => OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection);

    /// <summary>The areas of which something consists; what is less than a square micrometre is rounding.</summary>
    public static IEnumerable<Polygon> Islands(NtsGeometry geometry)
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon { IsEmpty: false, Area: > 1e6 } polygon) yield return polygon;
        }
    }

    private static NtsGeometry Stamped(PadShape shape)
    {
        var stamped = Empty;
        foreach (var part in shape.Parts)
        {
            var area = Filled([part.Contour]);
            stamped = part.Dark ? Union([stamped, area]) : Without(stamped, area);
        }
        return stamped;
    }

    private static NtsGeometry Moved(NtsGeometry geometry, Geometry.Point by) =>
        NetTopologySuite.Geometries.Utilities.AffineTransformation.TranslationInstance(by.X, by.Y).Transform(geometry);

    private static Polygon Disc(Coordinate centre, double radius)
    {
        var count = Chords(radius, Math.Tau);
        var corners = new Coordinate[count + 1];
        for (var i = 0; i < count; i++) corners[i] = new(centre.X + (radius * Math.Cos(Math.Tau * i / count)), centre.Y + (radius * Math.Sin(Math.Tau * i / count)));
        corners[count] = corners[0].Copy();
        return Factory.CreatePolygon(corners);
    }

    private static Coordinate[] Ring(Contour contour)
    {
        var ring = new List<Coordinate>();
        foreach (var edge in contour.Edges)
        {
            foreach (var place in Chords(edge))
            {
                if (ring.Count == 0 || !ring[^1].Equals2D(place)) ring.Add(place);
            }
        }
        if (ring.Count > 0 && !ring[^1].Equals2D(ring[0])) ring.Add(ring[0].Copy());
        return [.. ring];
    }

    private static List<Coordinate> Chords(in Edge edge)
    {
        var places = new List<Coordinate> { new(edge.Start.X, edge.Start.Y) };
        if (edge.IsArc)
        {
            double first = Math.Atan2(edge.Start.Y - edge.Centre.Y, edge.Start.X - edge.Centre.X), last = Math.Atan2(edge.End.Y - edge.Centre.Y, edge.End.X - edge.Centre.X);
            var turn = edge.Direction == ArcDirection.CounterClockwise ? 1 : -1;
            var sweep = turn * (last - first);
            if (edge.Start == edge.End) sweep = Math.Tau;
            else if (sweep <= 0) sweep += Math.Tau;
            // Files round: both ends need not be equally far from the centre.
            double from = double.Hypot(edge.Start.X - edge.Centre.X, edge.Start.Y - edge.Centre.Y), to = double.Hypot(edge.End.X - edge.Centre.X, edge.End.Y - edge.Centre.Y);
            var count = Chords(Math.Max(from, to), sweep);
            for (var i = 1; i < count; i++)
            {
                var (radius, angle) = (from + ((to - from) * i / count), first + (turn * sweep * i / count));
                places.Add(new(edge.Centre.X + (radius * Math.Cos(angle)), edge.Centre.Y + (radius * Math.Sin(angle))));
            }
        }
        places.Add(new(edge.End.X, edge.End.Y));
        return places;
    }

    private static int Chords(double radius, double sweep) => Math.Max(4, (int)Math.Ceiling(sweep / (radius <= ChordError ? Math.PI / 2 : 2 * Math.Acos(1 - (ChordError / radius)))));

    private static int Winding(Coordinate[][] rings, double x, double y)
    {
        var winding = 0;
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.Length; i++)
            {
                var (a, b) = (ring[i - 1], ring[i]);
                if (a.Y <= y == b.Y <= y) continue;
                var left = ((b.X - a.X) * (y - a.Y)) - ((b.Y - a.Y) * (x - a.X)) > 0;
                if (b.Y > a.Y ? left : !left) winding += b.Y > a.Y ? 1 : -1;
            }
        }
        return winding;
    }
}
