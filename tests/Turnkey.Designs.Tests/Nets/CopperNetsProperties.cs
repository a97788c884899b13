using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Tests.Nets;

/// <summary>Laws of tracing on random boards; the seeds are fixed, so a failure repeats.</summary>
public sealed class CopperNetsProperties
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_layer_has_as_many_nets_as_its_area_has_islands(int seed)
    {
        var image = RandomLayer(new Random(seed), 80);
        var layer = new Layer(LayerRole.Copper, Side.Top, 1, "top", image);

        var nets = CopperNets.Trace(new Board("b", null, [layer], [], 1)).Nets;

        Assert.Equal(CopperArea.Of(image).Islands.Length, nets.Length);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_moved_turned_or_mirrored_board_has_the_same_nets(int seed)
    {
        var random = new Random(seed);
        var board = RandomBoard(random);
        var placing = new Placing(new Point(random.Next(-50_000_000, 50_000_000), random.Next(-50_000_000, 50_000_000)), 90 * random.Next(4), random.Next(2) == 0);

        var (one, other) = (CopperNets.Trace(board), CopperNets.Trace(Moved(board, placing)));

        Assert.Equal(Partition(one), Partition(other));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_two_layers_share_by_holes_is_shared_whichever_is_on_top(int seed)
    {
        var board = RandomBoard(new Random(seed));
        var turned = board with
        {
            Layers = [.. board.Layers.Reverse().Select((layer, i) => layer with { CopperLayer = i + 1 })],
            Holes = [.. board.Holes.Select(hole => hole with { FromLayer = 4 - hole.FromLayer, ToLayer = 4 - hole.ToLayer })],
        };

        var (one, other) = (CopperNets.Trace(board), CopperNets.Trace(turned));

        Assert.Equal(Partition(one), Partition(other with { FeatureNets = [.. other.FeatureNets.Reverse()] }));
    }

    /// <summary>Nets by the first of their features and holes, so that the order of nets does not matter.</summary>
    private static IReadOnlyList<int> Partition(CopperNets nets)
    {
        var firsts = new Dictionary<int, int>();
        return [.. nets.FeatureNets.SelectMany(layer => layer).Concat(nets.HoleNets).Select((net, i) => net < 0 ? -1 : firsts.TryGetValue(net, out var first) ? first : firsts[net] = i)];
    }

    private static Board RandomBoard(Random random)
    {
        ImmutableArray<Layer> layers = [.. Enumerable.Range(1, 3).Select(number => new Layer(LayerRole.Copper, Side.Inner, number, $"{number}", RandomLayer(random, 40)))];
        ImmutableArray<Hole> holes =
        [
            .. Enumerable.Range(0, 12).Select(i =>
            {
                var at = Place(random);
                var (from, to) = random.Next(3) switch { 0 => (1, 2), 1 => (2, 3), _ => (1, 3) };
                var slot = random.Next(4) == 0;
                return new Hole(slot ? HoleKind.Slot : HoleKind.Round, Edge.Line(at, slot ? at + new Point(700_001, 300_007) : at), Length.FromNanometres(random.Next(200_000, 600_000)),
                    random.Next(5) == 0 ? Plating.NonPlated : Plating.Plated, from, to, HoleFunction.Unstated, "drill", i + 1);
            }),
        ];
        return new Board("b", null, layers, holes, 3);
    }

    /// <summary>Discs, tracks, arcs, rectangles and rings on 10 × 10 mm, a quarter of them clear.</summary>
    private static LayerImage RandomLayer(Random random, int count)
    {
        var ring = PadShape.Circle(Length.FromNanometres(1_400_000));
        ring = ring with { Parts = ring.Parts.Add(new PadShapePart(false, Contour.Circle(Point.Origin, 450_000))) };
        PadShape[] shapes =
        [
            PadShape.Circle(Length.FromNanometres(700_000)),
            PadShape.Circle(Length.FromNanometres(200_000)),
            new(PadShapeKind.Rectangle, Length.FromNanometres(900_000), Length.FromNanometres(400_000), [new PadShapePart(true, Contour.Rectangle(Box.Around(Point.Origin, 450_000, 200_000)))]),
            ring,
        ];
        var features = ImmutableArray.CreateBuilder<Feature>();
        var areas = ImmutableArray.CreateBuilder<Area>();
        for (var i = 0; i < count; i++)
        {
            var dark = random.Next(4) > 0;
            var at = Place(random);
            switch (random.Next(5))
            {
                case 0:
                    features.Add(Feature.Flash(at, random.Next(4), dark));
                    break;
                case 1:
                    features.Add(Feature.Stroke(Edge.Line(at, at + new Point(random.Next(-2_000_000, 2_000_000), random.Next(-2_000_000, 2_000_000))), random.Next(1, 3), dark));
                    break;
                case 2:
                    var radius = random.Next(300_000, 1_500_000);
                    features.Add(Feature.Stroke(Edge.Arc(at + new Point(radius, 0), at + new Point(0, -radius), at, random.Next(2) == 0 ? ArcDirection.Clockwise : ArcDirection.CounterClockwise), 1, dark));
                    break;
                case 3:
                    areas.Add(new Area([Contour.Circle(at, random.Next(200_000, 1_000_000))]));
                    features.Add(Feature.Area(areas.Count - 1, dark));
                    break;
                default:
                    areas.Add(new Area([Contour.Polygon(at, at + new Point(random.Next(100_000, 2_000_000), random.Next(-300_000, 300_000)), at + new Point(random.Next(-300_000, 300_000), random.Next(100_000, 2_000_000)))]));
                    features.Add(Feature.Area(areas.Count - 1, dark));
                    break;
            }
        }
        return new LayerImage(features.ToImmutable(), [.. shapes], areas.ToImmutable(), [FeatureAttributes.None]);
    }

    private static Point Place(Random random) => new(random.Next(0, 10_000_000), random.Next(0, 10_000_000));

    private static Board Moved(Board board, Placing placing)
    {
        var turn = placing with { Offset = Point.Origin };
        return board with
        {
            Layers =
            [
                .. board.Layers.Select(layer => layer with
                {
                    Image = new LayerImage(
                        [.. layer.Image.Features.Select(feature => feature.Kind switch
                        {
                            FeatureKind.Flash => Feature.Flash(placing.Apply(feature.Start), feature.Shape, feature.Dark),
                            FeatureKind.Stroke => Feature.Stroke(placing.Apply(feature.Path), feature.Shape, feature.Dark),
                            _ => feature,
                        })],
                        [.. layer.Image.Shapes.Select(shape => shape with { Parts = [.. shape.Parts.Select(part => part with { Contour = part.Contour.Transform(turn) })] })],
                        [.. layer.Image.Areas.Select(area => new Area([.. area.Contours.Select(contour => contour.Transform(placing))]))],
                        layer.Image.Attributes),
                }),
            ],
            Holes = [.. board.Holes.Select(hole => hole with { Path = placing.Apply(hole.Path) })],
        };
    }
}
