using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Documents.Tests.Viewer;

/// <summary>
/// Boards of any size with what makes real ones slow to draw: tracks in buses, pads in rows, planes that are cleared around every via, legend in short
/// strokes. The same number of objects gives the same board.
/// </summary>
internal static class SyntheticBoard
{
    private const long Cell = 2_000_000;

    /// <summary>Objects that one cell of the board has over all its layers.</summary>
    private const int ObjectsPerCell = 40;

    public static Assembly Of(int objects)
    {
        var side = (int)Math.Ceiling(Math.Sqrt((double)objects / ObjectsPerCell));
        var attributes = Attributes(side);
        var copper = Enumerable.Range(1, 4).Select(layer => Copper(layer, side, attributes)).ToArray();
        var holes = Cells(side).Select(cell => new Hole(HoleKind.Round, Edge.Line(cell.At, cell.At), Length.FromMillimetres(0.3), Plating.Plated, null, null, HoleFunction.Via, "holes", 0)).ToImmutableArray();
        var board = new Board($"synthetic {objects}", new BoardOutline([Contour.Rectangle(new Box(-Cell, -Cell, (side * Cell) + Cell, (side * Cell) + Cell))], [], "edge"),
            [
                new Layer(LayerRole.Legend, Side.Top, null, "legend", Legend(side)),
                new Layer(LayerRole.SolderMask, Side.Top, null, "mask", Mask(side)),
                .. copper.Select((image, i) => new Layer(LayerRole.Copper, i switch { 0 => Side.Top, 3 => Side.Bottom, _ => Side.Inner }, i + 1, $"copper{i + 1}", image)),
                new Layer(LayerRole.SolderMask, Side.Bottom, null, "mask-bottom", Mask(side)),
            ],
            holes, 4);
        var placements = Cells(side).Select(cell => new Placement(Designator.Parse($"U{cell.Number + 1}")!.Value, cell.At + new Point(0, 700_000), 0, Side.Top, "IC", "SO-8", "place", cell.Number + 1)).ToImmutableArray();
        return new Assembly("synthetic", board, BillOfMaterials.None, placements, BuildSpecification.Empty);
    }

    private static LayerImage Copper(int layer, int side, ImmutableArray<FeatureAttributes> attributes)
    {
        var features = ImmutableArray.CreateBuilder<Feature>();
        var plane = layer is 2 or 3;
        if (plane) features.Add(Feature.Area(0, true, 1));
        if (plane) foreach (var cell in Cells(side)) features.Add(Feature.Flash(cell.At, 2, dark: false));
        foreach (var cell in Cells(side))
        {
            features.Add(Feature.Flash(cell.At, 0, true, 2 + cell.Row));
            if (plane) continue;
            for (var i = 0; i < 4; i++)
            {
                var pad = cell.At + new Point(-600_000 + (i * 400_000), 700_000);
                features.Add(Feature.Flash(pad, 3, true, 2 + cell.Row));
                features.Add(Feature.Stroke(Edge.Line(pad, pad + new Point(0, -300_000)), 1, true, 2 + cell.Row));
                features.Add(Feature.Stroke(Edge.Line(pad + new Point(0, -300_000), pad + new Point(Cell, -300_000 - (i * 40_000))), 1, true, 2 + cell.Row));
            }
        }
        var pour = new Area([Contour.Rectangle(new Box(-Cell / 2, -Cell / 2, (side * Cell) + (Cell / 2), (side * Cell) + (Cell / 2)))]);
        return new LayerImage(features.ToImmutable(), Shapes, [pour], attributes);
    }

    private static LayerImage Mask(int side) => new(
        [.. Cells(side).SelectMany(cell => Enumerable.Range(0, 2).Select(i => Feature.Flash(cell.At + new Point(-600_000 + (i * 1_200_000), 700_000), 3, true)))], Shapes, [], [FeatureAttributes.None]);

    private static LayerImage Legend(int side) => new(
        [.. Cells(side).SelectMany(cell => Enumerable.Range(0, 6).Select(i => Feature.Stroke(Edge.Line(cell.At + new Point(i * 100_000, 300_000), cell.At + new Point((i * 100_000) + 60_000, 500_000)), 1, true)))], Shapes, [], [FeatureAttributes.None]);

    private static ImmutableArray<FeatureAttributes> Attributes(int side) =>
        [FeatureAttributes.None, new FeatureAttributes(FeatureFunction.Conductor, "GND"), .. Enumerable.Range(0, side).Select(row => new FeatureAttributes(FeatureFunction.SurfacePad, "ROW" + row.ToString(CultureInfo.InvariantCulture)))];

    private static ImmutableArray<PadShape> Shapes { get; } =
    [
        PadShape.Circle(Length.FromMillimetres(0.6)), PadShape.Circle(Length.FromMillimetres(0.1)), PadShape.Circle(Length.FromMillimetres(0.9)),
        new PadShape(PadShapeKind.Rectangle, Length.FromMillimetres(0.25), Length.FromMillimetres(0.4), [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, 125_000, 200_000)))]),
    ];

    private static IEnumerable<(int Number, int Row, Point At)> Cells(int side) =>
        from row in Enumerable.Range(0, side) from column in Enumerable.Range(0, side) select ((row * side) + column, row, new Point(column * Cell, row * Cell));
}
