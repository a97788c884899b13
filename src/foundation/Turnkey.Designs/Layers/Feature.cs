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

/// <summary>One object of a <see cref="LayerImage"/>; small and by value, because boards have hundreds of thousands.</summary>
public readonly struct Feature
{
    private Feature(FeatureKind kind, bool dark, Edge path, int shape, int attributes, int line)
    {
        Kind = kind;
        Dark = dark;
        Path = path;
        Shape = shape;
        Attributes = attributes;
        Line = line;
    }

    public FeatureKind Kind { get; }

    /// <summary>False for what erases (clear polarity).</summary>
    public bool Dark { get; }

    /// <summary>The centre line of a stroke; both ends are the place of a flash.</summary>
    public Edge Path { get; }

    /// <summary>Index into <see cref="LayerImage.Shapes"/>, for areas into <see cref="LayerImage.Areas"/>.</summary>
    public int Shape { get; }

    /// <summary>Index into <see cref="LayerImage.Attributes"/>.</summary>
    public int Attributes { get; }

    /// <summary>Line of the source file that made it, from 1; 0 when not known.</summary>
    public int Line { get; }

    /// <summary>The place of a flash, the start of a stroke.</summary>
    public Point Start => Path.Start;

    public static Feature Flash(Point at, int shape, bool dark, int attributes = 0, int line = 0) =>
        new(FeatureKind.Flash, dark, Edge.Line(at, at), shape, attributes, line);

    public static Feature Stroke(Edge path, int shape, bool dark, int attributes = 0, int line = 0) =>
        new(FeatureKind.Stroke, dark, path, shape, attributes, line);

    public static Feature Area(int area, bool dark, int attributes = 0, int line = 0) =>
        new(FeatureKind.Area, dark, default, area, attributes, line);
}
