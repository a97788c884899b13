using System.Collections.Immutable;

namespace Turnkey.Designs.Nets;

/// <summary>Finds what claims contradict each other in: copper with two names, names on two pieces of copper.</summary>
internal static class ClaimJudging
{
    private const int MostPins = 6;

    /// <param name="copper">Where the nets meet.</param>
    /// <param name="claims">What is said.</param>
    /// <param name="netOf">Index of the net of each root.</param>
    /// <param name="ties">The parts of the board.</param>
    public static ImmutableArray<NetShort> Shorts(TracedCopper copper, List<NetClaim> claims, IReadOnlyDictionary<int, int> netOf, NetTies ties) =>
    [
        .. claims.GroupBy(claim => claim.Root).Select(group => (Net: netOf[group.Key], Claims: group.ToArray()))
            .Where(group => group.Claims.Any(claim => claim.Name != group.Claims[0].Name)).OrderBy(group => group.Net)
            .Select(group => Short(copper, group.Net, group.Claims, ties)),
    ];

    public static ImmutableArray<NetOpen> Opens(List<NetClaim> claims, IReadOnlyDictionary<int, int> netOf, ImmutableArray<CopperNet> nets) =>
    [
        .. claims.GroupBy(claim => claim.Name, StringComparer.Ordinal).Where(group => group.Any(claim => claim.Root != group.First().Root))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new NetOpen(group.Key, [.. Pieces(group, netOf, nets)])),
    ];

    private static IEnumerable<NetPiece> Pieces(IEnumerable<NetClaim> claims, IReadOnlyDictionary<int, int> netOf, ImmutableArray<CopperNet> nets) =>
        claims.GroupBy(claim => netOf[claim.Root]).OrderByDescending(piece => piece.Count()).ThenBy(piece => piece.Key).Select(piece =>
        {
            var first = piece.FirstOrDefault(claim => claim.Pin.Length > 0, piece.First());
            return new NetPiece(piece.Key, first.At, nets[piece.Key].Layers, piece.Count(), Pins(piece));
        });

    private static ImmutableArray<string> Pins(IEnumerable<NetClaim> claims) =>
        [.. claims.Select(claim => claim.Pin).Where(pin => pin.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostPins)];

    private static NetShort Short(TracedCopper copper, int net, NetClaim[] claims, NetTies ties)
    {
        var byName = claims.GroupBy(claim => claim.Name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var ways = new ShortestWays(copper, claims, ties);
        return new NetShort(net, [.. byName.Select(group => group.Key).Order(StringComparer.Ordinal)], [.. byName.Skip(1).Select(group => ways.From(group.Key))]);
    }
}
