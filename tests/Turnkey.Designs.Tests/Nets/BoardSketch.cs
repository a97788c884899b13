using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Nets;

/// <summary>Draws small boards in millimetres, layer by layer.</summary>
internal sealed class BoardSketch(int layers)
{
    private readonly LayerSketch[] copper = [.. Enumerable.Range(0, layers).Select(_ => new LayerSketch())];
    private readonly List<Hole> holes = [];
    private readonly HashSet<int> negative = [];
    private readonly List<TestPoint> points = [];

    /// <summary>Wide around everything, unless a test says otherwise.</summary>
    public BoardOutline? Outline { get; init; } = new([Rectangle(-500, -500, 500, 500)], [], "outline");

    /// <summary>Numbered from 1.</summary>
    public LayerSketch this[int layer] => copper[layer - 1];

    public BoardSketch Negative(int layer)
    {
        negative.Add(layer);
        return this;
    }

    public BoardSketch Drill(double x, double y, double diameter, int? from = null, int? to = null, Plating plating = Plating.Plated)
    {
        holes.Add(new Hole(HoleKind.Round, Edge.Line(At(x, y), At(x, y)), Length.FromMillimetres(diameter), plating, from, to, HoleFunction.Unstated, "drill", holes.Count + 1));
        return this;
    }

    public BoardSketch Slot(double x, double y, double toX, double toY, double width, Plating plating = Plating.Plated)
    {
        holes.Add(new Hole(HoleKind.Slot, Edge.Line(At(x, y), At(toX, toY)), Length.FromMillimetres(width), plating, null, null, HoleFunction.Unstated, "drill", holes.Count + 1));
        return this;
    }

    public BoardSketch Point(string net, string pin, double x, double y, Side access = Side.Top, double? hole = null)
    {
        var name = pin.Split('.');
        points.Add(new TestPoint(net, name[0], name.Length > 1 ? name[1] : "", At(x, y), access, points.Count + 1) { HoleDiameter = hole is { } diameter ? Length.FromMillimetres(diameter) : null });
        return this;
    }

    /// <summary>As 367 does.</summary>
    public BoardSketch ToolingHole(double x, double y, double diameter, bool plated = false)
    {
        points.Add(new TestPoint("", "", "", At(x, y), Side.All, points.Count + 1) { HoleDiameter = Length.FromMillimetres(diameter), IsTooling = true, IsNonPlated = !plated });
        return this;
    }

    public Board Board() => new("sketch", Outline,
        [.. copper.Select((layer, i) => new Layer(LayerRole.Copper, i == 0 ? Side.Top : i == layers - 1 ? Side.Bottom : Side.Inner, i + 1, $"copper{i + 1}", layer.Image()) { Negative = negative.Contains(i + 1) })],
        [.. holes], layers)
    {
        Netlist = points.Count > 0 ? new GivenNetlist("netlist", [.. points]) : null,
    };

    public static Point At(double x, double y) => new((long)Math.Round(x * 1e6), (long)Math.Round(y * 1e6));

    /// <summary>One layer as a painter's list.</summary>
    internal sealed class LayerSketch
    {
        private readonly List<Feature> features = [];
        private readonly List<PadShape> shapes = [];
        private readonly List<Area> areas = [];
        private readonly List<FeatureAttributes> attributes = [FeatureAttributes.None];

        /// <summary>Features drawn so far: the index of the next.</summary>
        public int Count => features.Count;

        public LayerSketch Disc(double x, double y, double diameter, bool dark = true, string? net = null, string? pin = null) =>
            Flash(x, y, PadShape.Circle(Length.FromMillimetres(diameter)), dark, net, pin);

        public LayerSketch Flash(double x, double y, PadShape shape, bool dark = true, string? net = null, string? pin = null)
        {
            shapes.Add(shape);
            features.Add(Feature.Flash(At(x, y), shapes.Count - 1, dark, Attributes(net, pin)));
            return this;
        }

        public LayerSketch Track(double x, double y, double toX, double toY, double width, bool dark = true, string? net = null)
        {
            shapes.Add(PadShape.Circle(Length.FromMillimetres(width)));
            features.Add(Feature.Stroke(Edge.Line(At(x, y), At(toX, toY)), shapes.Count - 1, dark, Attributes(net, null)));
            return this;
        }

        public LayerSketch Area(double left, double bottom, double right, double top, bool dark = true, string? net = null, string? pin = null) =>
            Area([Rectangle(left, bottom, right, top)], dark, net, pin);

        public LayerSketch Area(ImmutableArray<Contour> contours, bool dark = true, string? net = null, string? pin = null)
        {
            areas.Add(new Area(contours));
            features.Add(Feature.Area(areas.Count - 1, dark, Attributes(net, pin)));
            return this;
        }

        public LayerImage Image() => new([.. features], [.. shapes], [.. areas], [.. attributes]);

        private int Attributes(string? net, string? pin)
        {
            if (net is null) return 0;
            attributes.Add(new FeatureAttributes(Net: net, Component: pin?.Split('.')[0], Pin: pin?.Split('.')[1]));
            return attributes.Count - 1;
        }
    }

    public static Contour Rectangle(double left, double bottom, double right, double top)
    {
        var (from, to) = (At(left, bottom), At(right, top));
        return Contour.Rectangle(new Box(from.X, from.Y, to.X, to.Y));
    }
}
