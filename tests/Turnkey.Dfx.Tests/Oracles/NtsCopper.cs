using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace Turnkey.Dfx.Tests.Oracles;

/// <summary>
/// The copper of one layer as areas of NetTopologySuite: each dark feature, less the clear ones that come after it, the holes without plating and what lies
/// beside the board. Areas are made when they are asked for.
/// </summary>
internal sealed class NtsCopper
{
    /// <summary>In nanometres: where copper is cut the product has chords as well, and corners at whole nanometres.</summary>
    private const double ChordsOfCuts = 260;

    private readonly LayerImage image;
    private readonly TracedNets nets;
    private readonly int place;
    private readonly STRtree<int> drawn = new(), cleared = new();
    private readonly List<NtsGeometry> drilled = [];
    private readonly NtsGeometry? board;
    private readonly IPreparedGeometry? within;
    private readonly Dictionary<int, NtsIsland[]?> islands = [];
    private readonly Dictionary<int, NtsGeometry?> clears = [];

    public NtsCopper(Board board, TracedNets nets, int place)
    {
        (this.nets, this.place) = (nets, place);
        var layer = board.Copper.ElementAt(place);
        image = layer.Image;
        for (var i = 0; i < image.Features.Length; i++)
        {
            if (image.BoundsOf(image.Features[i]) is { IsEmpty: false } box) (image.Features[i].Dark ? drawn : cleared).Insert(Around(box), i);
        }
        drawn.Build();
        cleared.Build();
        var number = layer.CopperLayer ?? place + 1;
        foreach (var hole in board.Holes)
        {
            if (hole.Plating == Plating.NonPlated && number >= Math.Min(hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue) && number <= Math.Max(hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue))
                drilled.Add(NtsShapes.Swept(hole.Path, hole.Diameter.Nanometres / 2d));
        }
        if (nets.Material is null) return;
        this.board = NtsShapes.Without(NtsShapes.Union([.. board.Outline!.Boundaries.Select(contour => NtsShapes.Filled([contour]))]), NtsShapes.Union([.. board.Outline.Cutouts.Select(contour => NtsShapes.Filled([contour]))]));
        within = PreparedGeometryFactory.Prepare(this.board);
    }

    /// <summary>True also where nothing says what the board is.</summary>
    public bool IsOnBoard(Geometry.Point at) => within is null || within.Covers(NtsShapes.Point(at));

    /// <summary>Features that draw something whose box touches a window.</summary>
    public IEnumerable<int> Near(Envelope window) => drawn.Query(window).Order();

    /// <summary>What is left of a feature; null where the oracle cannot draw it.</summary>
    public NtsIsland[]? Of(int feature)
    {
        if (islands.TryGetValue(feature, out var known)) return known;
        return islands[feature] = NtsShapes.Of(image, image.Features[feature]) is { } shape ? Left(feature, shape) : null;
    }

    /// <summary>Islands of what is drawn in a window.</summary>
    public IEnumerable<NtsIsland> Islands(Envelope window) => Near(window).SelectMany(feature => Of(feature) ?? []).Where(island => island.Shape.EnvelopeInternal.Intersects(window));

    public static Envelope Around(Box box, double by = 0)
    {
        var envelope = new Envelope(box.Left, box.Right, box.Bottom, box.Top);
        envelope.ExpandBy(by);
        return envelope;
    }

    private NtsIsland[] Left(int feature, NtsGeometry shape)
    {
        var window = shape.EnvelopeInternal;
        var whole = PreparedGeometryFactory.Prepare(shape);
        // What is cleared by something that the oracle cannot draw is drawn by neither.
        NtsGeometry[] taken =
        [
            .. cleared.Query(window).Where(other => other > feature).Order().Select(Clear).OfType<NtsGeometry>()
                .Concat(drilled.Where(hole => hole.EnvelopeInternal.Intersects(window))).Where(whole.Intersects),
        ];
        var left = taken.Length == 0 ? shape : NtsShapes.Without(shape, NtsShapes.Union(taken));
        var cut = taken.Length > 0;
        if (board is not null && !within!.Covers(left)) (left, cut) = (NtsShapes.Both(left, board), true);
        var polygons = NtsShapes.Islands(left).ToArray();
        var error = NtsShapes.ChordError + NtsShapes.Unevenness(image, image.Features[feature]) + (cut ? ChordsOfCuts : 0);
        if (polygons.Length == 1 && !cut) return [new NtsIsland(polygons[0], nets.Nets.FeatureNets[place][feature], error)];
        return [.. polygons.Select(polygon => new NtsIsland(polygon, nets.NetAt(place, Inside(polygon)), error))];
    }

    private NtsGeometry? Clear(int feature) => clears.TryGetValue(feature, out var known) ? known : clears[feature] = NtsShapes.Of(image, image.Features[feature]);

    private static Geometry.Point Inside(Polygon polygon)
    {
        var inside = polygon.InteriorPoint;
        return new((long)Math.Round(inside.X), (long)Math.Round(inside.Y));
    }
}

/// <param name="Shape">Of copper that hangs together.</param>
/// <param name="Net">As the product has traced it; -1 where it has no copper.</param>
/// <param name="Error">In nanometres: how far its edge, here or in the product, may lie from what is drawn.</param>
internal sealed record NtsIsland(Polygon Shape, int Net, double Error)
{
    private NetTopologySuite.Operation.Distance.IndexedFacetDistance? edge;
    private IndexedPointInAreaLocator? inside;

    /// <summary>0 where they share a place.</summary>
    public double DistanceTo(NtsIsland other) => Holds(other.Shape) || other.Holds(Shape) ? 0 : Edge.Distance(other.Shape);

    /// <summary>To a place or a line; 0 where it begins inside.</summary>
    public double DistanceTo(NtsGeometry line) => Holds(line) ? 0 : Edge.Distance(line);

    private NetTopologySuite.Operation.Distance.IndexedFacetDistance Edge => edge ??= new(Shape);

    private bool Holds(NtsGeometry other) => (inside ??= new IndexedPointInAreaLocator(Shape)).Locate(other.Coordinate) != Location.Exterior;
}
