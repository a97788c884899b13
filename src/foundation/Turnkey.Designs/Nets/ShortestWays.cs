using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Finds where nets that should be apart meet: the way over copper with the fewest features from any place of one to any place of another,
/// and the middle of that way.
/// </summary>
internal sealed class ShortestWays
{
    /// <summary>Contacts that are followed for one piece of copper; then the way is no longer looked for, and only its ends are told.</summary>
    private const int MostSteps = 1_000_000;

    private readonly TracedCopper copper;
    private readonly Dictionary<int, NetClaim> claimed = [];
    private readonly IReadOnlyList<NetClaim> claims;
    private readonly NetTies ties;
    private int steps;

    /// <param name="copper">What hangs together.</param>
    /// <param name="claims">All of one piece of copper.</param>
    /// <param name="ties">The parts of the board.</param>
    public ShortestWays(TracedCopper copper, IReadOnlyList<NetClaim> claims, NetTies ties)
    {
        (this.copper, this.claims, this.ties) = (copper, claims, ties);
        foreach (var claim in claims) claimed.TryAdd(claim.Node, claim);
        // One place of two nets: the second is not to be lost.
        Doubles = claims.Where(claim => claimed[claim.Node].Name != claim.Name).GroupBy(claim => claim.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    private Dictionary<string, NetClaim> Doubles { get; }

    public NetMeeting From(string name)
    {
        if (Doubles.TryGetValue(name, out var twice)) return Meeting(twice, claimed[twice.Node], twice.At, LayersOf(twice.Node));
        var from = new Dictionary<int, int>();
        var queue = new Queue<int>();
        foreach (var (node, claim) in claimed.Where(pair => pair.Value.Name == name).OrderBy(pair => pair.Key))
        {
            from[node] = -1;
            queue.Enqueue(node);
        }
        while (steps < MostSteps && queue.TryDequeue(out var node))
        {
            foreach (var next in copper.Neighbours(node))
            {
                steps++;
                if (!from.TryAdd(next, node)) continue;
                if (claimed.TryGetValue(next, out var other)) return Along(from, next, other);
                queue.Enqueue(next);
            }
        }
        var first = claimed.Values.First(claim => claim.Name == name);
        return Meeting(first, claimed.Values.First(claim => claim.Name != name), first.At, []);
    }

    private NetMeeting Along(Dictionary<int, int> from, int end, NetClaim other)
    {
        var way = new List<int>();
        for (var node = end; node >= 0; node = from[node]) way.Add(node);
        var (one, next) = (way[(way.Count / 2) - 1], way[way.Count / 2]);
        return Meeting(claimed[way[^1]], other, Contact(one, next), [.. LayersOf(one).Concat(LayersOf(next)).Distinct().Order()]);
    }

    private Point Contact(int a, int b)
    {
        var ((layerA, atA), (layerB, atB)) = (copper.Locate(a), copper.Locate(b));
        if (layerA < 0) return copper.Board.Holes[atA].At;
        if (layerB < 0) return copper.Board.Holes[atB].At;
        return copper.Layers[layerA].Pieces[atA].Primitive.ApproachTo(copper.Layers[layerB].Pieces[atB].Primitive, 0).At;
    }

    private ImmutableArray<int> LayersOf(int node) => copper.Locate(node).Layer is >= 0 and var layer ? [copper.Layers[layer].Number] : [];

    private NetMeeting Meeting(in NetClaim one, in NetClaim other, Point at, ImmutableArray<int> layers)
    {
        var (a, b) = (Nearest(one, at, layers), Nearest(other, at, layers));
        return new NetMeeting(one.Name, a.Pin, other.Name, b.Pin, at, layers) { Part = ties.Between(a, b, at) };
    }

    /// <summary>The pin of the same net nearest to the place, on its layers where there is one; the claim itself where there is none.</summary>
    private NetClaim Nearest(NetClaim claim, Point at, ImmutableArray<int> layers)
    {
        var (best, away) = (claim, double.PositiveInfinity);
        foreach (var pin in claims)
        {
            if (pin.Pin.Length == 0 || pin.Name != claim.Name) continue;
            // A pin of the other side comes after all of this one.
            var distance = Point.Distance(pin.At, at) + (pin.Layer == 0 || layers.IsEmpty || layers.Contains(pin.Layer) ? 0 : 2 * Point.Limit);
            if (distance >= away) continue;
            (best, away) = (pin, distance);
        }
        return best;
    }
}
