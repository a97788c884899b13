using System.Runtime.InteropServices;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// What the plotter exposes: the painter's list with its shapes, areas and attributes. Blocks and step-and-repeat are collected in frames of their
/// own and copied out when they close, within an <see cref="Allowance"/>.
/// </summary>
internal sealed class Film
{
    public const int DeepestNesting = 16;

    private readonly DiagnosticLog log;
    private readonly Allowance allowance;
    private readonly List<PadShape> shapes = [];
    private readonly List<ShapeKey> origins = [];
    private readonly Dictionary<ShapeKey, int> shapeIndex = [];
    private readonly List<Area> areas = [];
    private readonly List<FeatureAttributes> attributes = [FeatureAttributes.None];
    private readonly Dictionary<(int Own, int Flash), int> joined = [];
    private readonly Dictionary<FeatureAttributes, int> attributeIndex = new() { [FeatureAttributes.None] = 0 };
    private readonly Stack<Frame> frames = new();
    private FeatureList current;
    private int written;

    public Film(Allowance allowance, DiagnosticLog log)
    {
        this.allowance = allowance;
        this.log = log;
        var file = new Frame(FrameKind.File, 0, default);
        frames.Push(file);
        current = file.Features;
    }

    public enum FrameKind
    {
        File,
        Block,
        Repeat,
    }

    public Allowance Allowance => allowance;

    public FrameKind Top => frames.Peek().Kind;

    public bool HasOpenBlock
    {
        get
        {
            foreach (var frame in frames)
            {
                if (frame.Kind == FrameKind.Block) return true;
            }
            return false;
        }
    }

    /// <summary>Index of the aperture's shape under a transformation; -1 when it cannot be (too large, or over the allowance).</summary>
    public int ShapeOf(Aperture aperture, in ApertureTransform transform, int line)
    {
        if (aperture.Shape is null) return -1;
        // A disc looks the same however it is turned.
        var seen = aperture.Shape.IsSolidCircle ? ApertureTransform.Identity with { Scale = transform.Scale } : transform;
        if (!seen.IsIdentity) return TransformedShapeOf(aperture, seen, line);
        if (aperture.PlainShape < 0) aperture.PlainShape = Keep(aperture.Shape, new ShapeKey(aperture, seen));
        return aperture.PlainShape;
    }

    public int AttributesOf(FeatureAttributes wanted)
    {
        if (attributeIndex.TryGetValue(wanted, out var index)) return index;
        index = attributes.Count;
        attributes.Add(wanted);
        attributeIndex.Add(wanted, index);
        return index;
    }

    public void Add(in Feature feature)
    {
        written++;
        current.Add(feature);
    }

    public void AddArea(Contour contour, bool dark, int attribute, int line)
    {
        written++;
        Expose(contour, dark, attribute, line);
    }

    /// <summary>Stamps a block: all its features moved and transformed; under clear polarity each toggles its own.</summary>
    public void Stamp(Feature[] block, Point at, in ApertureTransform transform, bool dark, int attribute, int line)
    {
        for (var i = 0; i < block.Length; i++)
        {
            if (!TryCopy(block[i], at, transform, dark, attribute, line)) return;
        }
    }

    /// <returns>False when blocks are nested deeper than <see cref="DeepestNesting"/>.</returns>
    public bool Open(FrameKind kind, long block, in Repeat repeat)
    {
        if (frames.Count > DeepestNesting) return false;
        var frame = new Frame(kind, block, repeat);
        frames.Push(frame);
        current = frame.Features;
        return true;
    }

    /// <summary>Ends the innermost block and gives its number and features.</summary>
    public (long Block, Feature[] Features) CloseBlock()
    {
        var frame = Close();
        return (frame.Block, frame.Features.Drain());
    }

    /// <summary>Ends the innermost step-and-repeat: its features go out once per place, columns from left to right, each from the bottom up.</summary>
    public void CloseRepeat(int line)
    {
        var frame = Close();
        var features = frame.Features.Drain();
        if (features.Length == 0) return;
        for (var i = 0; i < features.Length; i++) current.Add(features[i]);
        for (long column = 0; column < frame.Repeat.Columns; column++)
        {
            for (long row = 0; row < frame.Repeat.Rows; row++)
            {
                if (column == 0 && row == 0) continue;
                var at = new Point(StandardShapes.Round(column * frame.Repeat.StepX), StandardShapes.Round(row * frame.Repeat.StepY));
                for (var i = 0; i < features.Length; i++)
                {
                    if (!TryCopy(features[i], at, ApertureTransform.Identity, dark: true, 0, line)) return;
                }
            }
        }
    }

    /// <summary>The finished image.</summary>
    /// <param name="turned">The deprecated image rotation.</param>
    /// <param name="inner">The deprecated image offset, before the rotation.</param>
    /// <param name="outer">An offset after the rotation.</param>
    public LayerImage Develop(in ApertureTransform turned, Point inner, Point outer)
    {
        var offset = turned.At(outer).Apply(inner);
        var kept = !turned.IsIdentity || offset != Point.Origin ? Place(turned, offset) : current.Count;
        var features = ImmutableCollectionsMarshal.AsImmutableArray(current.Drain(kept));
        return new LayerImage(features, [.. shapes], [.. areas], [.. attributes])
        {
            Written = Math.Min(written, features.Length),
            SourceLength = (int)Math.Min(allowance.FileLength, int.MaxValue),
        };
    }

    /// <summary>Moves the whole image and says how many features are left. Nothing is copied: each area belongs to one feature.</summary>
    private int Place(in ApertureTransform turned, Point offset)
    {
        var placing = turned.At(offset);
        var kept = 0;
        for (var i = 0; i < current.Count; i++)
        {
            var feature = current[i];
            if (feature.Kind == FeatureKind.Area)
            {
                if (Ranges.Moved(areas[feature.Shape].Contours[0], placing) is not { } moved)
                {
                    ReportOutOfRange(feature.Line);
                    continue;
                }
                areas[feature.Shape] = new Area([moved]);
            }
            else if (!TryMove(ref feature, placing, turned, feature.Dark, feature.Attributes, feature.Line))
            {
                continue;
            }
            current[kept++] = feature;
        }
        return kept;
    }

    /// <returns>False when the allowance is used up. A copy that leaves the range of coordinates is left out, yet counts.</returns>
    private bool TryCopy(in Feature feature, Point at, in ApertureTransform transform, bool dark, int attribute, int line)
    {
        var polarity = feature.Dark == dark;
        var attributed = Joined(feature.Attributes, attribute);
        var placing = transform.At(at);
        if (feature.Kind == FeatureKind.Area) return TryCopyArea(feature, placing, polarity, attributed, line);

        if (!allowance.TrySpend(Allowance.Feature, line)) return false;
        var copy = feature;
        if (TryMove(ref copy, placing, transform, polarity, attributed, line)) current.Add(copy);
        return !allowance.IsExhausted;
    }

    /// <summary>What an object of a block says of itself, and what it leaves open as the flash of the block says.</summary>
    private int Joined(int own, int flash)
    {
        if (own == 0 || flash == 0 || own == flash) return own == 0 ? flash : own;
        if (joined.TryGetValue((own, flash), out var known)) return known;
        var (inner, outer) = (attributes[own], attributes[flash]);
        var both = inner with
        {
            Function = inner.Function == FeatureFunction.Unstated ? outer.Function : inner.Function,
            Hole = inner.Hole == HoleFunction.Unstated ? outer.Hole : inner.Hole,
            Net = inner.Net ?? outer.Net,
            Component = inner.Component ?? outer.Component,
            Pin = inner.Component is null ? outer.Pin : inner.Pin,
        };
        return joined[(own, flash)] = AttributesOf(both);
    }

    private bool TryCopyArea(in Feature feature, in Placing placing, bool polarity, int attribute, int line)
    {
        var contour = areas[feature.Shape].Contours[0];
        if (!allowance.TrySpend(Allowance.Area + Allowance.CornersOf(contour), line)) return false;
        if (Ranges.Moved(contour, placing) is { } moved) Expose(moved, polarity, attribute, feature.Line);
        else ReportOutOfRange(line);
        return true;
    }

    private void Expose(Contour contour, bool dark, int attribute, int line)
    {
        areas.Add(new Area([contour]));
        current.Add(Feature.Area(areas.Count - 1, dark, attribute, line));
    }

    private bool TryMove(ref Feature feature, in Placing placing, in ApertureTransform transform, bool dark, int attribute, int line)
    {
        var shape = feature.Shape;
        if (!transform.IsIdentity)
        {
            var origin = origins[shape];
            shape = ShapeOf(origin.Aperture, origin.Transform.Then(transform), line);
        }
        var path = placing.Apply(feature.Path);
        if (!Ranges.Holds(path))
        {
            ReportOutOfRange(line);
            return false;
        }
        if (shape < 0) return false;
        feature = feature.Kind == FeatureKind.Flash
            ? Feature.Flash(path.Start, shape, dark, attribute, feature.Line)
            : Feature.Stroke(path, shape, dark, attribute, feature.Line);
        return true;
    }

    private int TransformedShapeOf(Aperture aperture, in ApertureTransform transform, int line)
    {
        var key = new ShapeKey(aperture, transform);
        if (shapeIndex.TryGetValue(key, out var index)) return index;
        index = -1;
        if (allowance.TrySpend(CostOf(aperture.Shape!), line))
        {
            if (ShapeTransformation.Apply(aperture.Shape!, transform) is { } shape) index = Keep(shape, key);
            else log.Error("gerber.out-of-range", line, $"aperture D{aperture.Code} is scaled beyond the size of any board; what it draws is left out");
        }
        shapeIndex.Add(key, index);
        return index;
    }

    private int Keep(PadShape shape, ShapeKey origin)
    {
        shapes.Add(shape);
        origins.Add(origin);
        return shapes.Count - 1;
    }

    private Frame Close()
    {
        var frame = frames.Pop();
        current = frames.Peek().Features;
        return frame;
    }

    private void ReportOutOfRange(int line) =>
        log.Error("gerber.out-of-range", line, "a copy lies more than 1.07 m from the origin; it is left out");

    private static long CostOf(PadShape shape)
    {
        var bytes = 0L;
        for (var i = 0; i < shape.Parts.Length; i++) bytes += Allowance.Part + Allowance.CornersOf(shape.Parts[i].Contour);
        return bytes;
    }

    /// <param name="Columns">Copies along x.</param>
    /// <param name="Rows">Copies along y.</param>
    /// <param name="StepX">Nanometres.</param>
    /// <param name="StepY">Nanometres.</param>
    public readonly record struct Repeat(int Columns, int Rows, double StepX, double StepY);

    private sealed class Frame(FrameKind kind, long block, Repeat repeat)
    {
        public FrameKind Kind { get; } = kind;
        public long Block { get; } = block;
        public Repeat Repeat { get; } = repeat;
        public FeatureList Features { get; } = new();
    }
}
