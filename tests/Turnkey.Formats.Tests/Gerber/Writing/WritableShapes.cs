using Turnkey.Designs.Layers;
using Turnkey.Formats.Gerber;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Gerber.Writing;

/// <summary>Shapes of every kind, most of them by way of a Gerber text.</summary>
internal static class WritableShapes
{
    public static SortedDictionary<string, PadShape> Same { get; } = new(StringComparer.Ordinal)
    {
        ["disc"] = PadShape.Circle(Length.FromMillimetres(1.234567)),
        ["disc of nothing"] = PadShape.Circle(Length.Zero),
        ["ring"] = Aperture("C,1.5X0.75"),
        ["rectangle"] = Aperture("R,1.000001X0.5"),
        ["square with hole"] = Aperture("R,1X1X0.25"),
        ["obround"] = Aperture("O,2X0.7"),
        ["upright obround with hole"] = Aperture("O,0.7X2.1X0.3"),
        ["hexagon"] = Aperture("P,1.1X6"),
        ["turned triangle with hole"] = Aperture("P,2X3X22.5X0.2"),
        ["octagon"] = Aperture("P,1.0824X8X22.5"),
        ["square turned"] = Aperture("R,1X0.5", "%LR90*%"),
        ["obround turned"] = Aperture("O,2X0.7", "%LR270*%"),
        ["rectangle at 30 degrees"] = Aperture("R,1X0.5", "%LR30*%"),
        ["arrow"] = Macro("4,1,4,0,0,1,-1,0,2,-1,-1,0,0,15*"),
        ["two discs and a bar"] = Macro("1,1,0.5,-1,0*1,1,0.5,1,0*21,1,2,0.5,0,0,0*"),
        ["bar with a slot"] = Macro("21,1,2,1,0,0,10*21,0,1,0.2,0,0,10*1,1,0.1,0,0*"),
        ["donut off its middle"] = Macro("1,1,1,0.25,0.1*1,0,0.5,0.25,0.1*"),
        ["thermal"] = Macro("7,0,0,2,1.5,0.25,0*"),
        ["thermal off the origin"] = Macro("7,1,0.5,2,1.5,0.25,0*"),
        ["turned thermal"] = Macro("7,0,0,2,1.5,0.25,30*"),
        ["thermal turned with its aperture"] = Macro("7,0,0,1.3,0.9,0.127,45*", "%LR12.5*%"),
    };

    public static SortedDictionary<string, PadShape> Equal { get; } = new(StringComparer.Ordinal)
    {
        ["square hole in a disc"] = Aperture("C,2X0.5X0.5"),
        ["obround at 30 degrees"] = Aperture("O,2X0.7", "%LR30*%"),
        ["obround with hole at 30 degrees"] = Aperture("O,2X0.7X0.3", "%LR30*%"),
        ["turned thermal off the origin"] = Macro("7,1,0.5,2,1.5,0.25,30*"),
        ["thermal whose gaps do not reach its inner circle"] = Macro("7,0,0,2,0.3,0.25,30*"),
        ["moire"] = Macro("6,0,0,5,0.5,0.5,2,0.1,6,0*"),
        ["rounded rectangle"] = Of(Rounded(new Box(-1_000_000, -500_000, 1_000_000, 500_000), 200_000)),
        ["half disc"] = Of(new Contour([Edge.Arc(new Point(1_000_000, 0), new Point(-1_000_000, 0), Point.Origin, ArcDirection.CounterClockwise), Edge.Line(new Point(-1_000_000, 0), new Point(1_000_000, 0))])),
        ["bitten square"] = Of(new Contour(
        [
            Edge.Line(new Point(0, 0), new Point(2_000_000, 0)), Edge.Line(new Point(2_000_000, 0), new Point(2_000_000, 1_000_000)),
            Edge.Arc(new Point(2_000_000, 1_000_000), new Point(1_000_000, 2_000_000), new Point(2_000_000, 2_000_000), ArcDirection.Clockwise),
            Edge.Line(new Point(1_000_000, 2_000_000), new Point(0, 2_000_000)), Edge.Line(new Point(0, 2_000_000), new Point(0, 0)),
        ])),
        ["half disc with a hole"] = new PadShape(PadShapeKind.Freeform, Length.FromMillimetres(2), Length.FromMillimetres(1),
        [
            new PadShapePart(true, new Contour([Edge.Arc(new Point(1_000_000, 0), new Point(-1_000_000, 0), Point.Origin, ArcDirection.CounterClockwise), Edge.Line(new Point(-1_000_000, 0), new Point(1_000_000, 0))])),
            new PadShapePart(false, Contour.Circle(new Point(0, 500_000), 200_000)),
        ]),
    };

    public static PadShape Rectangle(long width, long height) => new(PadShapeKind.Rectangle, Length.FromNanometres(width), Length.FromNanometres(height),
        [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, width / 2, height / 2)))]);

    private static PadShape Of(Contour contour) => new(PadShapeKind.Freeform, contour.Bounds.Width, contour.Bounds.Height, [new PadShapePart(true, contour)]);

    private static Contour Rounded(Box box, long r) => new(
    [
        Edge.Line(new Point(box.Left + r, box.Bottom), new Point(box.Right - r, box.Bottom)),
        Edge.Arc(new Point(box.Right - r, box.Bottom), new Point(box.Right, box.Bottom + r), new Point(box.Right - r, box.Bottom + r), ArcDirection.CounterClockwise),
        Edge.Line(new Point(box.Right, box.Bottom + r), new Point(box.Right, box.Top - r)),
        Edge.Arc(new Point(box.Right, box.Top - r), new Point(box.Right - r, box.Top), new Point(box.Right - r, box.Top - r), ArcDirection.CounterClockwise),
        Edge.Line(new Point(box.Right - r, box.Top), new Point(box.Left + r, box.Top)),
        Edge.Arc(new Point(box.Left + r, box.Top), new Point(box.Left, box.Top - r), new Point(box.Left + r, box.Top - r), ArcDirection.CounterClockwise),
        Edge.Line(new Point(box.Left, box.Top - r), new Point(box.Left, box.Bottom + r)),
        Edge.Arc(new Point(box.Left, box.Bottom + r), new Point(box.Left + r, box.Bottom), new Point(box.Left + r, box.Bottom + r), ArcDirection.CounterClockwise),
    ]);

    private static PadShape Aperture(string template, string commands = "") => Only(Plot.Raw($"%FSLAX46Y46*%%MOMM*%%ADD10{template}*%{commands}D10*X0Y0D03*M02*"));

    private static PadShape Macro(string body, string transformation = "") => Only(Plot.Raw($"%FSLAX46Y46*%%MOMM*%%AMM*{body}%%ADD10M*%{transformation}D10*X0Y0D03*M02*"));

    private static PadShape Only(GerberFile file) => file.Image.Shapes[Assert.Single(file.Image.Features).Shape];
}
