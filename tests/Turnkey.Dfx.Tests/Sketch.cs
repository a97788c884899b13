using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests;

/// <summary>A board drawn in a few lines, in millimetres; copper layers are made as they are drawn on.</summary>
internal sealed class Sketch
{
    private readonly SortedDictionary<int, Sheet> copper = [];
    private readonly Dictionary<(LayerRole Role, Side Side), Sheet> others = [];
    private readonly List<Hole> holes = [];
    private readonly List<Placement> placements = [];
    private readonly List<BomLine> lines = [];
    private readonly List<SpecificationField> fields = [];
    private readonly List<Contour> cutouts = [];
    private readonly List<StackupRow> stackup = [];
    private readonly Sheet scores = new();
    private readonly HashSet<int> missing = [];
    private Contour? edge;

    /// <param name="layers">Copper layers; those that nothing is drawn on are there, and empty.</param>
    public Sketch(int layers = 2)
    {
        for (var i = 1; i <= layers; i++) copper[i] = new Sheet();
    }

    public Sketch Outline(double left, double bottom, double right, double top)
    {
        edge = Rectangle(left, bottom, right, top);
        return this;
    }

    public Sketch Outline(Contour contour)
    {
        edge = contour;
        return this;
    }

    public Sketch Cutout(double left, double bottom, double right, double top)
    {
        cutouts.Add(Rectangle(left, bottom, right, top));
        return this;
    }

    public Sketch Cutout(Contour contour)
    {
        cutouts.Add(contour);
        return this;
    }

    /// <summary>A V-score, on a layer of its own.</summary>
    public Sketch Score(double x1, double y1, double x2, double y2)
    {
        scores.Stroke(x1, y1, x2, y2, 0.1, FeatureAttributes.None);
        return this;
    }

    /// <summary>The next layer of the stack-up, from the top.</summary>
    public Sketch Stacked(StackupKind kind, double? thickness, string? material = null)
    {
        stackup.Add(new StackupRow(kind, "") { Thickness = thickness is { } known ? Mm(known) : null, Material = material });
        return this;
    }

    /// <summary>A copper layer that the board is said to have, without its file.</summary>
    public Sketch Without(int layer)
    {
        missing.Add(layer);
        return this;
    }

    public Sketch Track(int layer, double x1, double y1, double x2, double y2, double width, string? net = null)
    {
        copper[layer].Stroke(x1, y1, x2, y2, width, Attributes(net));
        return this;
    }

    /// <summary>A round pad.</summary>
    public Sketch Pad(int layer, double x, double y, double diameter, string? net = null, string? component = null, string? pin = null, FeatureFunction function = FeatureFunction.Unstated)
    {
        copper[layer].Flash(x, y, PadShape.Circle(Mm(diameter)), Attributes(net, component, pin, function));
        return this;
    }

    /// <summary>A rectangular pad.</summary>
    public Sketch Land(int layer, double x, double y, double width, double height, string? net = null, string? component = null, string? pin = null, FeatureFunction function = FeatureFunction.Unstated)
    {
        copper[layer].Flash(x, y, Rectangular(Mm(width), Mm(height)), Attributes(net, component, pin, function));
        return this;
    }

    /// <summary>A filled area with straight edges.</summary>
    public Sketch Pour(int layer, string? net, params (double X, double Y)[] corners)
    {
        copper[layer].Area(corners, Attributes(net));
        return this;
    }

    /// <summary>Round pads on all copper layers with a plated hole in them.</summary>
    public Sketch Via(double x, double y, double hole, double pad, string? net = null, HoleFunction function = HoleFunction.Via)
    {
        foreach (var layer in copper.Keys) Pad(layer, x, y, pad, net, function: function == HoleFunction.Via ? FeatureFunction.ViaPad : FeatureFunction.ThroughHolePad);
        return Hole(x, y, hole, function: function);
    }

    public Sketch Hole(double x, double y, double diameter, Plating plating = Plating.Plated, HoleFunction function = HoleFunction.Unstated, int? from = null, int? to = null)
    {
        holes.Add(new Hole(HoleKind.Round, Edge.Line(At(x, y), At(x, y)), Mm(diameter), plating, from, to, function, "drill.drl", holes.Count + 1));
        return this;
    }

    public Sketch Slot(double x1, double y1, double x2, double y2, double width, Plating plating = Plating.Plated)
    {
        holes.Add(new Hole(HoleKind.Slot, Edge.Line(At(x1, y1), At(x2, y2)), Mm(width), plating, null, null, HoleFunction.Unstated, "drill.drl", holes.Count + 1));
        return this;
    }

    /// <summary>A round thing on a layer that is no copper: an opening of mask or paste, a dot of legend.</summary>
    public Sketch Dot(LayerRole role, Side side, double x, double y, double diameter)
    {
        Other(role, side).Flash(x, y, PadShape.Circle(Mm(diameter)), FeatureAttributes.None);
        return this;
    }

    /// <summary>A rectangle on a layer that is no copper.</summary>
    public Sketch Window(LayerRole role, Side side, double x, double y, double width, double height)
    {
        Other(role, side).Flash(x, y, Rectangular(Mm(width), Mm(height)), FeatureAttributes.None);
        return this;
    }

    /// <summary>A line on a layer that is no copper.</summary>
    public Sketch Line(LayerRole role, Side side, double x1, double y1, double x2, double y2, double width)
    {
        Other(role, side).Stroke(x1, y1, x2, y2, width, FeatureAttributes.None);
        return this;
    }

    /// <summary>A layer that is there and has nothing on it.</summary>
    public Sketch Blank(LayerRole role, Side side)
    {
        Other(role, side);
        return this;
    }

    public Sketch Part(string designator, double x, double y, double rotation = 0, Side side = Side.Top, string footprint = "", string value = "", string? mpn = null)
    {
        var one = Designator.Parse(designator)!.Value;
        placements.Add(new Placement(one, At(x, y), rotation, side, value, footprint, "parts.csv", placements.Count + 2));
        lines.Add(new BomLine([one], 1, null, mpn is null ? null : PartNumber.Parse(mpn), value, footprint, "", false, "bom.csv", lines.Count + 2));
        return this;
    }

    public Sketch Specified(string field, string value)
    {
        fields.Add(new SpecificationField(field, value, SpecificationState.Given, "test"));
        return this;
    }

    public Board Board()
    {
        var layers = new List<Layer>();
        foreach (var (number, sheet) in copper.Where(pair => !missing.Contains(pair.Key))) layers.Add(new Layer(LayerRole.Copper, number == 1 ? Side.Top : number == copper.Keys.Last() ? Side.Bottom : Side.Inner, number, $"copper{number}.gbr", sheet.Image()));
        foreach (var ((role, side), sheet) in others.OrderBy(pair => pair.Key.Role).ThenBy(pair => pair.Key.Side)) layers.Add(new Layer(role, side, null, $"{side}-{role}.gbr", sheet.Image()));
        if (!scores.IsEmpty) layers.Add(new Layer(LayerRole.Other, Side.All, null, "vscore.gbr", scores.Image()) { IsScoring = true });
        var source = layers.Find(layer => layer.Role == LayerRole.Outline)?.Source ?? "edge.gbr";
        return new Board("sketch", edge is null ? null : new BoardOutline([edge], [.. cutouts], source), [.. layers], [.. holes], copper.Count) { Stackup = stackup.Count == 0 ? null : new Stackup([.. stackup], "job.gbrjob") };
    }

    public Assembly Assembly() => new("sketch", Board(), new BillOfMaterials([.. lines], ["bom.csv"]), [.. placements], new BuildSpecification([.. fields]));

    private static FeatureAttributes Attributes(string? net, string? component = null, string? pin = null, FeatureFunction function = FeatureFunction.Unstated) => new(function, net, component, pin);

    private static Length Mm(double value) => Length.FromMillimetres(value);

    internal static Point At(double x, double y) => Point.At(Mm(x), Mm(y));

    private static Contour Rectangle(double left, double bottom, double right, double top) => Contour.Rectangle(new Box(Mm(left).Nanometres, Mm(bottom).Nanometres, Mm(right).Nanometres, Mm(top).Nanometres));

    private static PadShape Rectangular(Length width, Length height) => new(PadShapeKind.Rectangle, width, height, [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, width.Nanometres / 2, height.Nanometres / 2)))]);

    private Sheet Other(LayerRole role, Side side)
    {
        if (!others.TryGetValue((role, side), out var sheet)) others[(role, side)] = sheet = new Sheet();
        return sheet;
    }

    private sealed class Sheet
    {
        private readonly List<Feature> features = [];
        private readonly List<PadShape> shapes = [];
        private readonly List<Area> areas = [];
        private readonly List<FeatureAttributes> attributes = [FeatureAttributes.None];

        public void Flash(double x, double y, PadShape shape, FeatureAttributes says) => features.Add(Feature.Flash(At(x, y), Shape(shape), dark: true, Says(says), features.Count + 1));

        public void Stroke(double x1, double y1, double x2, double y2, double width, FeatureAttributes says) =>
            features.Add(Feature.Stroke(Edge.Line(At(x1, y1), At(x2, y2)), Shape(PadShape.Circle(Mm(width))), dark: true, Says(says), features.Count + 1));

        public void Area((double X, double Y)[] corners, FeatureAttributes says)
        {
            areas.Add(new Area([Contour.Polygon([.. corners.Select(corner => At(corner.X, corner.Y))])]));
            features.Add(Feature.Area(areas.Count - 1, dark: true, Says(says), features.Count + 1));
        }

        public bool IsEmpty => features.Count == 0;

        public LayerImage Image() => new([.. features], [.. shapes], [.. areas], [.. attributes]);

        private int Shape(PadShape shape)
        {
            shapes.Add(shape);
            return shapes.Count - 1;
        }

        private int Says(FeatureAttributes says)
        {
            attributes.Add(says);
            return attributes.Count - 1;
        }
    }
}
