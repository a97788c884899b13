using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Nets;

/// <summary>The points of a netlist on the copper.</summary>
/// <param name="Registration">How the two origins fit.</param>
/// <param name="Claims">Points with a net that hit copper.</param>
/// <param name="Isolated">Points of pads that are to be connected to nothing and that hit copper; their names are empty.</param>
/// <param name="Missed">Points with a net that hit none.</param>
internal sealed record PlacedNetlist(NetlistRegistration Registration, List<NetClaim> Claims, List<(NetClaim Claim, int Line)> Isolated, ImmutableArray<UnconnectedPoint> Missed)
{
    /// <summary>Points that name a part and hit copper, in the netlist's order.</summary>
    public List<PlacedPin> Pins { get; init; } = [];

    /// <summary>A point is looked for within its own rounding.</summary>
    private const long Probe = 10_000;

    /// <summary>A hole that stands this near is the point's.</summary>
    private const long SameHole = 25_000;

    /// <summary>Pieces that are looked at under one point.</summary>
    private const int MostPieces = 2_000;

    public static PlacedNetlist Of(TracedCopper copper, GivenNetlist netlist)
    {
        var registration = NetlistRegistration.Find(netlist, copper.Board);
        var (claims, isolated, pins) = (new List<NetClaim>(), new List<(NetClaim, int)>(), new List<PlacedPin>());
        var missed = ImmutableArray.CreateBuilder<UnconnectedPoint>();
        if (!registration.IsRegistered || copper.Layers.IsEmpty) return new PlacedNetlist(registration, claims, isolated, []);
        var holes = new BoxIndex([.. copper.Board.Holes.Select(hole => Box.Empty.Join(hole.At))]);
        foreach (var point in netlist.Points)
        {
            // A hole without plating or without a net of its own may lie in any copper.
            if (point.Net.Length == 0 && (point.IsTooling || point.IsNonPlated)) continue;
            var at = point.At + registration.Offset;
            var (node, layer) = Find(copper, holes, point, at);
            if (node >= 0)
            {
                var claim = new NetClaim(point.Net, point.Name, at, layer, copper.Find(node), node) { Part = point.Component };
                if (point.Net.Length > 0) claims.Add(claim);
                else isolated.Add((claim, point.Line));
                if (point.Component.Length > 0) pins.Add(new PlacedPin(new PadName(point.Component, point.Pin), at, node));
            }
            else if (!point.IsNonPlated && point.Net.Length > 0) missed.Add(new UnconnectedPoint(point.Net, point.Name, at, layer, point.Line));
        }
        return new PlacedNetlist(registration, claims, isolated, missed.ToImmutable()) { Pins = pins };
    }

    /// <summary>The hole when the point has one and its wall carries copper; else the copper at its place, on the layers it is reached from.</summary>
    private static (int Node, int Layer) Find(TracedCopper copper, BoxIndex holes, TestPoint point, Point at)
    {
        if (point.HoleDiameter is not null && HoleAt(copper, holes, point, at) is >= 0 and var hole) return (copper.NodeOfHole(hole), 0);
        var probe = Primitive.Disc(at, Math.Max(Probe, point.HoleDiameter?.Nanometres ?? 0));
        var first = 0;
        for (var layer = 0; layer < copper.Layers.Length; layer++)
        {
            if (!Reaches(copper, point, layer)) continue;
            if (first == 0) first = copper.Layers[layer].Number;
            var piece = PieceAt(copper.Layers[layer], probe, at);
            if (piece >= 0) return (copper.NodeOf(layer, piece), copper.Layers[layer].Number);
        }
        return (-1, first);
    }

    private static bool Reaches(TracedCopper copper, TestPoint point, int layer) => point.Access switch
    {
        Side.Top => layer == 0,
        Side.Bottom => layer == copper.Layers.Length - 1,
        Side.All => layer == 0 || layer == copper.Layers.Length - 1,
        _ => point.CopperLayer is null || copper.Layers[layer].Number == point.CopperLayer,
    };

    /// <summary>Blind and buried holes may stand on top of each other: only one that reaches the point's layer is meant.</summary>
    private static int HoleAt(TracedCopper copper, BoxIndex holes, TestPoint point, Point at)
    {
        var (best, distance) = (-1, double.MaxValue);
        foreach (var i in holes.Overlapping(Box.Around(at, SameHole, SameHole)))
        {
            if (copper.Platings[i] != Plating.Plated || !copper.HasCopper(i)) continue;
            if (!Enumerable.Range(0, copper.Layers.Length).Any(layer => Reaches(copper, point, layer) && copper.Passes(i, layer))) continue;
            var d = Point.Distance(copper.Board.Holes[i].At, at);
            if (d < distance || (d == distance && i < best)) (best, distance) = (i, d);
        }
        return best;
    }

    /// <summary>Of several pieces (of more than <see cref="MostPieces"/> the first) the pad whose middle is nearest: other copper may run over it.</summary>
    private static int PieceAt(LayerCopper layer, in Primitive probe, Point at)
    {
        var (best, distance, looked) = (-1, double.MaxValue, 0);
        foreach (var i in layer.Index.Overlapping(probe.Bounds))
        {
            if (looked++ > MostPieces) break;
            ref readonly var piece = ref layer.Pieces[i];
            if (!piece.Primitive.Touches(probe)) continue;
            var isPad = piece.Feature >= 0 && layer.Image.Features[piece.Feature].Kind == FeatureKind.Flash;
            var d = isPad ? Point.Distance(layer.Image.Features[piece.Feature].Start, at) : 1e12;
            if (d < distance || (d == distance && i < best)) (best, distance) = (i, d);
        }
        return best;
    }
}
