using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Formats.IpcD356;

/// <summary>The points of a given netlist at their places on the board.</summary>
internal sealed class GivenPoints
{
    /// <summary>Netlists are written in steps of 2.54 µm, and holes and lands are told apart by more.</summary>
    private const long Same = 25_000;

    private readonly TestPoint[] points;
    private readonly PointIndex index;

    public GivenPoints(GivenNetlist netlist, Point offset)
    {
        points = [.. netlist.Points.Where(point => point.Net.Length > 0).Select(point => point with { At = point.At + offset })];
        index = new PointIndex(points.Select(point => point.At));
    }

    /// <summary>The point that means a place; of several one with a pin. Null when there is none.</summary>
    public TestPoint? At(TestPlace place)
    {
        TestPoint? best = null;
        foreach (var i in index.Within(place.At, Same).Order())
        {
            if (Means(points[i], place) && (best is null || (best.Pin.Length == 0 && points[i].Pin.Length > 0))) best = points[i];
        }
        return best;
    }

    /// <summary>The points that mean none of the places: drawn pads, test points on tracks. Those without copper just there are left out.</summary>
    public IEnumerable<(TestPoint Point, TestPlace Place)> Left(IReadOnlyCollection<TestPlace> places, Board board, TracedNets nets)
    {
        TestPlace[] all = [.. places];
        var near = new PointIndex(all.Select(place => place.At));
        Layer[] copper = [.. board.Copper];
        foreach (var point in points)
        {
            if (point.IsNonPlated || copper.Length == 0 || near.Within(point.At, Same).Any(i => Means(point, all[i]))) continue;
            var (layer, access) = point.Access switch
            {
                Side.Top => (0, 1),
                Side.Bottom => (copper.Length - 1, Math.Max(2, board.CopperLayers)),
                Side.All => (0, 0),
                _ => (Array.FindIndex(copper, one => one.CopperLayer == point.CopperLayer), point.CopperLayer ?? 0),
            };
            if (layer < 0 || nets.NetAt(layer, point.At) is not (>= 0 and var net)) continue;
            var hole = point.HoleDiameter;
            yield return (point, new TestPlace(hole is null ? NetlistFeature.SurfacePad : NetlistFeature.ThroughHole, net, point.At)
            {
                Component = point.Component,
                Pin = point.Pin,
                Hole = hole,
                Plating = hole is null ? Plating.Unknown : Plating.Plated,
                Access = access,
            });
        }
    }

    private static bool Means(TestPoint point, TestPlace place) => point.HoleDiameter is not null || place.IsHole
        ? point.HoleDiameter is not null && place.IsHole && (place.FromLayer is null || point.Access != Side.Inner || point.CopperLayer is null || point.CopperLayer == place.FromLayer)
        : point.Access == Side.All || point.Access == (place.Access == 1 ? Side.Top : Side.Bottom);
}
