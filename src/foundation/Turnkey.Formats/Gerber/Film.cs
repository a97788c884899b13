using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// What the plotter exposes: the painter's list with its shapes, areas and attributes. Blocks and step-and-repeat are collected in frames of their
/// own and copied out when they close. All of it is held within a budget, because a few bytes of a hostile file can ask for any number of copies.
/// </summary>
internal sealed class Film(DiagnosticLog log)
{
    /// <summary>Features, contour edges of areas and edges of shapes together; a layer of a very large panel has about a million.</summary>
    public const int MostObjects = 3_000_000;
    public const int DeepestNesting = 16;

    private readonly List<PadShape> shapes = [];
    private readonly List<(Aperture Aperture, ApertureTransform Transform)> origins = [];
    private readonly Dictionary<(Aperture, ApertureTransform), int> shapeIndex = [];
    private readonly List<Area> areas = [];
    private readonly List<FeatureAttributes> attributes = [FeatureAttributes.None];
    private readonly Dictionary<FeatureAttributes, int> attributeIndex = new() { [FeatureAttributes.None] = 0 };
    private readonly Stack<Frame> frames = new([new Frame(FrameKind.File, 0, default)]);
    private int spent;

    public enum FrameKind
    {
        File,
        Block,
        Repeat,
    }

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

    public bool IsFull { get; private set; }

    /// <summary>Index of the aperture's shape under a transformation; -1 when it cannot be (too large, or over the budget).</summary>
    public int ShapeOf(Aperture aperture, in ApertureTransform transform, int line)
    {
        if (aperture.Shape is null) return -1;
        // A disc looks the same however it is turned.
        var key = (aperture, aperture.Shape.IsSolidCircle ? ApertureTransform.Identity with { Scale = transform.Scale } : transform);
        if (shapeIndex.TryGetValue(key, out var index)) return index;

        var shape = ShapeTransformation.Apply(aperture.Shape, key.Item2);
        if (shape is null) log.Error("gerber.out-of-range", line, $"aperture D{aperture.Code} is scaled beyond the size of any board; what it draws is left out");
        index = -1;
        if (shape is not null && Spend(1 + EdgesOf(shape), line))
        {
            index = shapes.Count;
            shapes.Add(shape);
            origins.Add(key);
        }
        shapeIndex.Add(key, index);
        return index;
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
        if (Spend(1, feature.Line)) frames.Peek().Features.Add(feature);
    }

    public void AddArea(Contour contour, bool dark, int attribute, int line)
    {
        if (!Spend(1 + contour.Edges.Length, line)) return;
        areas.Add(new Area([contour]));
        frames.Peek().Features.Add(Feature.Area(areas.Count - 1, dark, attribute, line));
    }

    /// <summary>Stamps a block: all its features moved and transformed; under clear polarity each toggles its own.</summary>
    public void Stamp(ImmutableArray<Feature> block, Point at, in ApertureTransform transform, bool dark, int attribute, int line)
    {
        var target = frames.Peek().Features;
        foreach (var feature in block)
        {
            if (!TryCopy(feature, target, at, transform, dark, attribute, line)) return;
        }
    }

    /// <returns>False when blocks are nested deeper than <see cref="DeepestNesting"/>.</returns>
    public bool Open(FrameKind kind, int block, in Repeat repeat)
    {
        if (frames.Count > DeepestNesting) return false;
        frames.Push(new Frame(kind, block, repeat));
        return true;
    }

    /// <summary>Ends the innermost block and gives its number and features.</summary>
    public (int Block, ImmutableArray<Feature> Features) CloseBlock()
    {
        var frame = frames.Pop();
        return (frame.Block, frame.Features.DrainToImmutable());
    }

    /// <summary>Ends the innermost step-and-repeat: its features go out once per place, columns from left to right, each from the bottom up.</summary>
    public void CloseRepeat(int line)
    {
        var frame = frames.Pop();
        var target = frames.Peek().Features;
        var features = frame.Features.DrainToImmutable();
        if (features.IsEmpty) return;
        // Room for all copies at once: growing by doubling would take three times the memory.
        var copies = (double)features.Length * frame.Repeat.Columns * frame.Repeat.Rows;
        target.Capacity = Math.Max(target.Capacity, (int)Math.Min(target.Count + copies, MostObjects));
        target.AddRange(features);
        for (long column = 0; column < frame.Repeat.Columns; column++)
        {
            for (long row = 0; row < frame.Repeat.Rows; row++)
            {
                if (column == 0 && row == 0) continue;
                var at = new Point(StandardShapes.Round(column * frame.Repeat.StepX), StandardShapes.Round(row * frame.Repeat.StepY));
                foreach (var feature in features)
                {
                    if (!TryCopy(feature, target, at, ApertureTransform.Identity, dark: true, 0, line)) return;
                }
            }
        }
    }

    /// <summary>The finished image.</summary>
    /// <param name="turned">The deprecated image rotation.</param>
    /// <param name="offset">The deprecated image offset.</param>
    public LayerImage Develop(in ApertureTransform turned, Point offset)
    {
        var features = frames.Peek().Features;
        if (!turned.IsIdentity || offset != Point.Origin)
        {
            var moved = ImmutableArray.CreateBuilder<Feature>(features.Count);
            spent = 0;
            foreach (var feature in features)
            {
                if (!TryCopy(feature, moved, offset, turned, dark: true, 0, feature.Line)) break;
            }
            features = moved;
        }
        return new LayerImage(features.DrainToImmutable(), [.. shapes], [.. areas], [.. attributes]);
    }

    /// <returns>False when the budget is used up. A copy that leaves the range of coordinates is left out, yet counts.</returns>
    private bool TryCopy(in Feature feature, ImmutableArray<Feature>.Builder into, Point at, in ApertureTransform transform, bool dark, int attribute, int line)
    {
        var polarity = feature.Dark == dark;
        var attributed = feature.Attributes == 0 ? attribute : feature.Attributes;
        var placing = transform.At(at);
        if (feature.Kind == FeatureKind.Area) return TryCopyArea(feature, into, placing, polarity, attributed, line);

        if (!Spend(1, line)) return false;
        var shape = feature.Shape;
        if (!transform.IsIdentity)
        {
            var (aperture, inner) = origins[shape];
            shape = ShapeOf(aperture, inner.Then(transform), line);
        }
        var path = placing.Apply(feature.Path);
        if (!Ranges.Holds(path)) ReportOutOfRange(line);
        else if (shape < 0) return !IsFull;
        else if (feature.Kind == FeatureKind.Flash) into.Add(Feature.Flash(path.Start, shape, polarity, attributed, feature.Line));
        else into.Add(Feature.Stroke(path, shape, polarity, attributed, feature.Line));
        return true;
    }

    private bool TryCopyArea(in Feature feature, ImmutableArray<Feature>.Builder into, in Placing placing, bool polarity, int attribute, int line)
    {
        var contour = areas[feature.Shape].Contours[0];
        if (!Spend(1 + contour.Edges.Length, line)) return false;
        var moved = contour.Transform(placing);
        if (Ranges.Holds(moved))
        {
            areas.Add(new Area([moved]));
            into.Add(Feature.Area(areas.Count - 1, polarity, attribute, feature.Line));
        }
        else
        {
            ReportOutOfRange(line);
        }
        return true;
    }

    private void ReportOutOfRange(int line) =>
        log.Error("gerber.out-of-range", line, "a copy lies more than 1.07 m from the origin; it is left out");

    private bool Spend(int count, int line)
    {
        if (!IsFull && spent <= MostObjects - count)
        {
            spent += count;
            return true;
        }
        if (!IsFull) log.Error("gerber.limit", line, $"the layer has more than {MostObjects} objects; what follows is left out");
        IsFull = true;
        return false;
    }

    private static int EdgesOf(PadShape shape)
    {
        var edges = 0;
        foreach (var part in shape.Parts) edges += part.Contour.Edges.Length;
        return edges;
    }

    /// <param name="Columns">Copies along x.</param>
    /// <param name="Rows">Copies along y.</param>
    /// <param name="StepX">Nanometres.</param>
    /// <param name="StepY">Nanometres.</param>
    public readonly record struct Repeat(int Columns, int Rows, double StepX, double StepY);

    private sealed class Frame(FrameKind kind, int block, Repeat repeat)
    {
        public FrameKind Kind { get; } = kind;
        public int Block { get; } = block;
        public Repeat Repeat { get; } = repeat;
        public ImmutableArray<Feature>.Builder Features { get; } = ImmutableArray.CreateBuilder<Feature>();
    }
}
