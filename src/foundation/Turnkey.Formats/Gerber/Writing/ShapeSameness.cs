using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>Whether two shapes cover the same, part by part, to the nanometre; where a contour begins and which way it runs does not matter.</summary>
internal static class ShapeSameness
{
    public static bool Same(PadShape one, PadShape other)
    {
        if (one.Kind != other.Kind || one.Width != other.Width || one.Height != other.Height || one.Parts.Length != other.Parts.Length) return false;
        for (var i = 0; i < one.Parts.Length; i++)
        {
            if (one.Parts[i].Dark != other.Parts[i].Dark || !Same(one.Parts[i].Contour, other.Parts[i].Contour)) return false;
        }
        return true;
    }

    public static bool Same(Contour one, Contour other)
    {
        if (one.Edges.Length != other.Edges.Length) return false;
        if (Circle(one) is { } circle) return Circle(other) == circle;
        var reversed = new Contour([.. other.Edges.Reverse().Select(edge => edge.Reversed)]);
        for (var shift = 0; shift < one.Edges.Length; shift++)
        {
            if (Matches(one, other, shift) || Matches(one, reversed, shift)) return true;
        }
        return false;
    }

    /// <summary>Centre and radius of a contour that is one full circle; null for any other.</summary>
    public static (Point Centre, long Radius)? Circle(Contour contour) =>
        contour.Edges is [{ IsArc: true } edge] && edge.Start == edge.End ? (edge.Centre, (long)Math.Round(edge.Radius)) : null;

    private static bool Matches(Contour one, Contour other, int shift)
    {
        for (var i = 0; i < one.Edges.Length; i++)
        {
            var (a, b) = (one.Edges[i], other.Edges[(i + shift) % other.Edges.Length]);
            if (a.Start != b.Start || a.End != b.End || a.Direction != b.Direction || (a.IsArc && a.Centre != b.Centre)) return false;
        }
        return true;
    }
}
