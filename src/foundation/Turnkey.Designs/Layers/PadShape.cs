using System.Collections.Immutable;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Layers;

public enum PadShapeKind : byte
{
    Circle,
    Rectangle,
    Obround,
    RegularPolygon,
    /// <summary>Anything else: macros, rotated rectangles, rounded rectangles.</summary>
    Freeform,
}

/// <summary>
/// The shape that a flash stamps or a stroke drags, around its own origin. Kind and size say what it is; <see cref="Parts"/> say exactly what it covers.
/// </summary>
/// <param name="Kind">What it is called.</param>
/// <param name="Width">Along x, before any hole; the diameter of a circle.</param>
/// <param name="Height">Along y.</param>
/// <param name="Parts">Painted in order: dark parts cover, clear ones uncover only within this shape.</param>
public sealed record PadShape(PadShapeKind Kind, Length Width, Length Height, ImmutableArray<PadShapePart> Parts)
{
    private Box? bounds;

    public Box Bounds => bounds ?? (bounds = Measure()).GetValueOrDefault();

    /// <summary>A disc without a hole, of any size including zero.</summary>
    public bool IsSolidCircle => Kind == PadShapeKind.Circle && Parts.Length <= 1;

    public static PadShape Circle(Length diameter) => new(PadShapeKind.Circle, diameter, diameter,
        diameter.Nanometres <= 0 ? [new PadShapePart(true, Contour.Circle(Point.Origin, 0))] : [new PadShapePart(true, Contour.Circle(Point.Origin, diameter.Nanometres / 2))]);

    private Box Measure()
    {
        var box = Box.Empty;
        for (var i = 0; i < Parts.Length; i++)
        {
            if (Parts[i].Dark) box = box.Join(Parts[i].Contour.Bounds);
        }
        return box;
    }
}

/// <summary>One primitive of a pad shape.</summary>
public sealed record PadShapePart(bool Dark, Contour Contour);
