using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Regions;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>One opening of the stencil: pieces of the paste layer that hang together.</summary>
/// <param name="Pieces">Of the layer.</param>
/// <param name="Area">In square nanometres.</param>
/// <param name="Perimeter">In nanometres.</param>
/// <param name="Bounds">Around it.</param>
internal sealed record PasteOpening(ImmutableArray<DrawnPiece> Pieces, double Area, double Perimeter, Box Bounds)
{
    /// <summary>Openings painted with more strokes than that, or with arcs, are left alone: they are large, and to join their strokes costs more than all other checks.</summary>
    private const int MostPieces = 48;

    /// <summary>False for an opening painted with very many strokes: its area is not known.</summary>
    public bool IsMeasured => Perimeter > 0;

    /// <summary>Flattened arcs differ from their arc by that much at most, in nanometres.</summary>
    private const double Chord = 250;

    public static ImmutableArray<PasteOpening> Of(DrawnSheet paste)
    {
        var ofShape = new Dictionary<int, (double Area, double Perimeter)>();
        return [.. paste.Pieces.GroupBy(piece => piece.Island).OrderBy(island => island.Key).Select(island => Make(paste, [.. island], ofShape))];
    }

    private static PasteOpening Make(DrawnSheet paste, ImmutableArray<DrawnPiece> pieces, Dictionary<int, (double Area, double Perimeter)> ofShape)
    {
        var bounds = pieces.Aggregate(Box.Empty, (box, piece) => box.Join(piece.Primitive.Bounds));
        if (pieces.Length > MostPieces || pieces.Any(piece => piece.Feature >= 0 && paste.Layer.Image.Features[piece.Feature] is { Kind: FeatureKind.Stroke, Path.IsArc: true })) return new PasteOpening(pieces, 0, 0, bounds);
        var image = paste.Layer.Image;
        // Most openings are one flash, and most flashes repeat.
        if (pieces is [{ Feature: >= 0 and var only }] && image.Features[only].Kind == FeatureKind.Flash)
        {
            var shape = image.Features[only].Shape;
            if (!ofShape.TryGetValue(shape, out var known)) ofShape[shape] = known = Measure(image.Shapes[shape].Parts.Where(part => part.Dark).Select(part => Leftward(part.Contour.Flatten(Chord))), image.Shapes[shape].Parts is [{ Dark: true } one] ? one.Contour : null);
            return new PasteOpening(pieces, known.Area, known.Perimeter, bounds);
        }
        var (area, perimeter) = Measure(pieces.Select(piece => piece.Feature).Where(feature => feature >= 0).Distinct().SelectMany(feature => Rings(image, image.Features[feature])), null);
        return new PasteOpening(pieces, area, perimeter, bounds);
    }

    private static IEnumerable<IReadOnlyList<Point>> Rings(LayerImage image, Feature feature)
    {
        switch (feature.Kind)
        {
            case FeatureKind.Area:
                // Holes turn against what they are cut from: all or none are turned round.
                var contours = image.Areas[feature.Shape].Contours;
                var clockwise = contours.Sum(contour => contour.SignedArea) < 0;
                return contours.Select(contour => clockwise ? [.. contour.Flatten(Chord).Reverse()] : contour.Flatten(Chord));
            case FeatureKind.Flash:
                return image.Shapes[feature.Shape].Parts.Where(part => part.Dark).Select(part => Leftward(part.Contour.Transform(new Placing(feature.Start)).Flatten(Chord)));
            default:
                // A stroke's ends are round: a disc at each, and the way between.
                return Swept(feature.Path, image.Shapes[feature.Shape].Width.Nanometres / 2).Select(contour => Leftward(contour.Flatten(Chord)));
        }
    }

    /// <summary>Opposite turns would cancel where rings overlap.</summary>
    private static IReadOnlyList<Point> Leftward(IReadOnlyList<Point> ring)
    {
        Int128 twice = 0;
        for (var i = 2; i < ring.Count; i++) twice += Point.Cross(ring[0], ring[i - 1], ring[i]);
        return twice < 0 ? [.. ring.Reverse()] : ring;
    }

    private static IEnumerable<Contour> Swept(Edge path, long radius)
    {
        yield return Contour.Circle(path.Start, radius);
        yield return Contour.Circle(path.End, radius);
        var (a, b) = (path.Start, path.End);
        var size = Point.Distance(a, b);
        if (size == 0) yield break;
        var (x, y) = ((long)Math.Round((b.Y - a.Y) / size * radius), (long)Math.Round((b.X - a.X) / size * radius));
        yield return Contour.Polygon(new Point(a.X + x, a.Y - y), new Point(b.X + x, b.Y - y), new Point(b.X - x, b.Y + y), new Point(a.X - x, a.Y + y));
    }

    /// <param name="rings">What is covered, each turning left.</param>
    /// <param name="only">The contour where there is but one: it is measured with its arcs.</param>
    private static (double Area, double Perimeter) Measure(IEnumerable<IReadOnlyList<Point>> rings, Contour? only)
    {
        if (only is not null) return (Math.Abs(only.SignedArea), only.Perimeter);
        var region = Region.Of(rings);
        return (region.Area, region.Rings.Sum(ring => Enumerable.Range(0, ring.Length).Sum(i => Point.Distance(ring[i], ring[(i + 1) % ring.Length]))));
    }
}
