using System.Collections.Immutable;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>Holds the copper against the netlist of the package, or where there is none against the names that the copper gives itself.</summary>
internal static class NetlistComparing
{
    /// <returns>No comparison when nothing says which nets there are to be, the netlist does not fit the board, or copper could not be traced.</returns>
    public static (NetComparison? Comparison, ImmutableArray<Diagnostic> Diagnostics) Compare(NamedCopper named)
    {
        if (!named.Copper.IsComplete) return (null, []);
        if (named.Placed is { } placed && named.Copper.Board.Netlist is { } netlist)
        {
            var registration = placed.Registration;
            if (!registration.IsRegistered)
            {
                return (null, [Diagnostic.Warning("nets.not-registered", netlist.Source, 0,
                    $"only {registration.Matched} of {registration.Compared} places of the netlist lie on holes and pads of the board, with whatever offset; it was not compared")]);
            }
            var compared = With(new NetComparison(netlist.Source, registration.Offset, placed.Claims.Count + placed.Missed.Length, [], [], placed.Missed)
            {
                NotIsolated = NotIsolated(placed),
                Holes = ToolingHoles.Compare(netlist, registration.Offset, named.Copper),
            }, named, placed.Claims);
            return (compared, registration.Offset == Point.Origin ? [] : [Diagnostic.Info("nets.origin-differs", netlist.Source, 0,
                $"the netlist counts from another origin than the copper; moved by {registration.Offset}, with which {registration.Matched} of {registration.Compared} places lie on holes and pads")]);
        }
        return named.Stated.Count > 0 ? (With(new NetComparison(NetComparison.Stated, Point.Origin, named.Stated.Count, [], [], []), named, named.Stated), []) : (null, []);
    }

    private static NetComparison With(NetComparison comparison, NamedCopper named, List<NetClaim> claims)
    {
        var judged = comparison with
        {
            Shorts = ClaimJudging.Shorts(named.Copper, claims, named.NetOf, new NetTies(claims, named.Copper.Board.Netlist)),
            Opens = ClaimJudging.Opens(claims, named.NetOf, named.Nets.Nets),
        };
        return judged with { Diagnostics = ComparisonWording.Of(judged) };
    }

    /// <summary>Copper of several pads without a net may be one pad drawn twice; with the name of a net on it, it is a short.</summary>
    private static ImmutableArray<PadNotIsolated> NotIsolated(PlacedNetlist placed)
    {
        if (placed.Isolated.Count == 0) return [];
        var names = NetNaming.Majority(placed.Claims);
        return
        [
            .. placed.Isolated.Where(one => names.ContainsKey(one.Claim.Root))
                .Select(one => new PadNotIsolated(one.Claim.Pin, one.Claim.At, one.Claim.Layer, names[one.Claim.Root], one.Line)),
        ];
    }
}
