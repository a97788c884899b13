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
            var compared = With(netlist.Source, registration.Offset, placed.Claims.Count + placed.Missed.Length, named, placed.Claims, placed.Missed);
            return (compared, registration.Offset == Point.Origin ? [] : [Diagnostic.Info("nets.origin-differs", netlist.Source, 0,
                $"the netlist counts from another origin than the copper; moved by {registration.Offset}, with which {registration.Matched} of {registration.Compared} places lie on holes and pads")]);
        }
        return named.Stated.Count > 0 ? (With(NetComparison.Stated, Point.Origin, named.Stated.Count, named, named.Stated, []), []) : (null, []);
    }

    private static NetComparison With(string source, Point offset, int points, NamedCopper named, List<NetClaim> claims, ImmutableArray<UnconnectedPoint> missed)
    {
        var comparison = new NetComparison(source, offset, points, ClaimJudging.Shorts(named.Copper, claims, named.NetOf), ClaimJudging.Opens(claims, named.NetOf, named.Nets.Nets), missed);
        return comparison with { Diagnostics = ComparisonWording.Of(comparison) };
    }
}
