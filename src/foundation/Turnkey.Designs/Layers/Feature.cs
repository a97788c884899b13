using Turnkey.Geometry;

namespace Turnkey.Designs.Layers;

public enum FeatureKind : byte
{
    /// <summary>A shape put at one place: pads, vias, fiducials.</summary>
    Flash,
    /// <summary>A shape drawn along a line or arc: tracks, legend, outlines.</summary>
    Stroke,
    /// <summary>A filled area: pours, planes.</summary>
    Area,
}

/// <summary>One object of a <see cref="LayerImage"/>; 40 bytes and by value, because boards have hundreds of thousands.</summary>
public readonly struct Feature
{
    // Coordinates within Point.Limit fit 32 bits, and half a feature's size is half the time of every walk over a layer.
    private readonly int startX;
    private readonly int startY;
    private readonly int endX;
    private readonly int endY;
    private readonly int centreX;
    private readonly int centreY;
    private readonly sbyte direction;

    private Feature(FeatureKind kind, bool dark, in Edge path, int shape, int attributes, int line)
    {
        Kind = kind;
        Dark = dark;
        startX = checked((int)path.Start.X);
        startY = checked((int)path.Start.Y);
        endX = checked((int)path.End.X);
        endY = checked((int)path.End.Y);
        centreX = checked((int)path.Centre.X);
        centreY = checked((int)path.Centre.Y);
        direction = (sbyte)path.Direction;
        Shape = shape;
        Attributes = attributes;
        Line = line;
    }

    public FeatureKind Kind { get; }

    /// <summary>False for what erases (clear polarity).</summary>
    public bool Dark { get; }

    /// <summary>The centre line of a stroke; both ends are the place of a flash.</summary>
    public Edge Path => direction == (sbyte)ArcDirection.None
        ? Edge.Line(new Point(startX, startY), new Point(endX, endY))
        : Edge.Arc(new Point(startX, startY), new Point(endX, endY), new Point(centreX, centreY), (ArcDirection)direction);

    /// <summary>Index into <see cref="LayerImage.Shapes"/>, for areas into <see cref="LayerImage.Areas"/>.</summary>
    public int Shape { get; }

    /// <summary>Index into <see cref="LayerImage.Attributes"/>.</summary>
    public int Attributes { get; }

    /// <summary>Line of the source file that made it, from 1; 0 when not known.</summary>
    public int Line { get; }

    /// <summary>The place of a flash, the start of a stroke.</summary>
    public Point Start => new(startX, startY);

    /// <exception cref="OverflowException">A coordinate does not fit 32 bits; readers refuse what is not <see cref="Point.IsInRange"/>.</exception>
    public static Feature Flash(Point at, int shape, bool dark, int attributes = 0, int line = 0) =>
        new(FeatureKind.Flash, dark, Edge.Line(at, at), shape, attributes, line);

    /// <exception cref="OverflowException">A coordinate does not fit 32 bits; readers refuse what is not <see cref="Point.IsInRange"/>.</exception>
    public static Feature Stroke(Edge path, int shape, bool dark, int attributes = 0, int line = 0) =>
        new(FeatureKind.Stroke, dark, path, shape, attributes, line);

    public static Feature Area(int area, bool dark, int attributes = 0, int line = 0) =>
        new(FeatureKind.Area, dark, default, area, attributes, line);
}
