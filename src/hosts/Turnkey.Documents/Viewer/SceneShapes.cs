using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Documents.Viewer;

/// <summary>Pad shapes of all layers, each once; features refer to them by number.</summary>
internal sealed class SceneShapes(SceneGrid grid)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly SceneBytes bytes = new();

    public int Count => numbers.Count;

    public ReadOnlySpan<byte> Written => bytes.Written;

    public int Number(PadShape shape)
    {
        var own = new SceneBytes();
        own.Unsigned((int)shape.Kind);
        own.Unsigned(Math.Max(0, grid.Snap(shape.Width.Nanometres)));
        own.Unsigned(Math.Max(0, grid.Snap(shape.Height.Nanometres)));
        var parts = shape.IsSolidCircle ? [] : shape.Parts;
        own.Unsigned(parts.Length);
        foreach (var part in parts)
        {
            own.Unsigned(part.Dark ? 1 : 0);
            SceneContours.Write(own, part.Contour, grid);
        }
        var key = Convert.ToBase64String(own.Written);
        if (numbers.TryGetValue(key, out var number)) return number;
        bytes.Bytes(own.Written);
        return numbers[key] = numbers.Count;
    }
}

/// <summary>Contours with their arcs kept.</summary>
internal static class SceneContours
{
    private const int Line = 0, Clockwise = 1, CounterClockwise = 2;

    public static void Write(SceneBytes bytes, Contour contour, SceneGrid grid)
    {
        bytes.Unsigned(contour.Edges.Length);
        var at = grid.Snap(contour.Edges[0].Start);
        bytes.Signed(at.X);
        bytes.Signed(at.Y);
        foreach (var edge in contour.Edges)
        {
            var end = grid.Snap(edge.End);
            // Ends that only the grid makes coincide would read as a full circle.
            var arc = edge.IsArc && (end != at || edge.Start == edge.End);
            bytes.Unsigned(!arc ? Line : edge.Direction == ArcDirection.Clockwise ? Clockwise : CounterClockwise);
            bytes.Signed(end.X - at.X);
            bytes.Signed(end.Y - at.Y);
            if (arc)
            {
                var centre = grid.Snap(edge.Centre);
                bytes.Signed(centre.X - at.X);
                bytes.Signed(centre.Y - at.Y);
            }
            at = end;
        }
    }
}
