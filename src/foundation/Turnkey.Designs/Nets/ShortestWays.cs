using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Finds where nets that should be apart meet: the way over copper with the fewest features from any place of one to any place of another,
/// and the middle of that way.
/// </summary>
internal sealed class ShortestWays
{
    private readonly TracedCopper copper;
    private readonly Dictionary<int, NetClaim> claimed = [];

    /// <param name="copper">What hangs together.</param>
    /// <param name="claims">All of one piece of copper.</param>
    public ShortestWays(TracedCopper copper, IReadOnlyList<NetClaim> claims)
    {
        this.copper = copper;
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
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in copper.Neighbours(node))
            {
                if (!from.TryAdd(next, node)) continue;
                if (claimed.TryGetValue(next, out var other)) return Along(from, next, other);
                queue.Enqueue(next);
            }
        }
        // What hangs together has a way; tracing that gave up before the end may know one that is not found again.
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

    private static NetMeeting Meeting(NetClaim one, NetClaim other, Point at, ImmutableArray<int> layers) => new(one.Name, one.Pin, other.Name, other.Pin, at, layers);
}
