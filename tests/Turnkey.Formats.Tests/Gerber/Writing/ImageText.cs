using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Tests.Gerber.Writing;

/// <summary>An image as lines, one per object, without the lines it was read from and without where contours of shapes begin: equal text is an equal image.</summary>
internal static class ImageText
{
    /// <param name="settle">Leaves out the centres of arcs whose ends lie on two radii: a written file has one that fits both.</param>
    public static string[] Of(LayerImage image, bool settle = false)
    {
        var shapes = image.Shapes.Select(Of).ToArray();
        return [.. image.Features.Select(feature => Of(image, feature, shapes, settle))];
    }

    public static string Of(PadShape shape) =>
        $"{shape.Kind} {shape.Width} {shape.Height} {string.Join(" + ", shape.Parts.Select(part => (part.Dark ? "" : "not ") + Canonical(part.Contour)))}";

    private static string Of(LayerImage image, in Feature feature, string[] shapes, bool settle)
    {
        var what = feature.Kind switch
        {
            FeatureKind.Flash => $"flash {feature.Start} of {shapes[feature.Shape]}",
            FeatureKind.Stroke => $"stroke {Of(feature.Path, settle)} with {shapes[feature.Shape]}",
            _ => "area " + string.Join(" and ", image.Areas[feature.Shape].Contours.Select(contour => string.Join(", ", contour.Edges.Select(edge => Of(edge, settle))))),
        };
        return $"{(feature.Dark ? "dark" : "clear")} {what} {image.Attributes[feature.Attributes]}";
    }

    private static string Of(Edge edge, bool settle)
    {
        var apart = edge.IsArc && Math.Abs(Point.Distance(edge.Start, edge.Centre) - Point.Distance(edge.End, edge.Centre)) > 2;
        return settle && apart ? $"{edge.Start} to {edge.End} {edge.Direction}" : edge.ToString();
    }

    private static string Canonical(Contour contour)
    {
        if (contour.Edges is [{ IsArc: true } circle] && circle.Start == circle.End) return $"disc {circle.Centre} {Math.Round(circle.Radius)}";
        Edge[] edges = contour.SignedArea >= 0 ? [.. contour.Edges] : [.. contour.Edges.Reverse().Select(edge => edge.Reversed)];
        var first = Enumerable.Range(0, edges.Length).MinBy(i => (edges[i].Start.X, edges[i].Start.Y));
        return string.Join(", ", edges[first..].Concat(edges[..first]));
    }
}
