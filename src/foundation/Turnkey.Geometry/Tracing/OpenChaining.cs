using System.Collections.Immutable;

namespace Turnkey.Geometry.Tracing;

/// <summary>Strings loose edges together where exactly two of them meet.</summary>
internal static class OpenChaining
{
    public static ImmutableArray<ImmutableArray<Edge>> Chain(List<Edge> edges)
    {
        if (edges.Count == 0) return [];
        var graph = EdgeGraph.Of(edges, 1, []);
        var at = graph.Incidence();
        var used = new bool[graph.Links.Count];
        var chains = ImmutableArray.CreateBuilder<ImmutableArray<Edge>>();
        // From ends and junctions first, so that no chain is cut in the middle; rings come last.
        var starts = Enumerable.Range(0, at.Length).Where(node => at[node].Count != 2).Concat(Enumerable.Range(0, at.Length).Where(node => at[node].Count == 2));
        foreach (var start in starts)
        {
            foreach (var first in at[start])
            {
                if (used[first]) continue;
                var chain = ImmutableArray.CreateBuilder<Edge>();
                var (node, link) = (start, first);
                while (true)
                {
                    used[link] = true;
                    var current = graph.Links[link];
                    chain.Add(current.From == node ? current.Edge : current.Edge.Reversed);
                    node = current.From == node ? current.To : current.From;
                    if (at[node].Count != 2) break;
                    link = at[node][0] == link ? at[node][1] : at[node][0];
                    if (used[link]) break;
                }
                chains.Add(chain.ToImmutable());
            }
        }
        return chains.ToImmutable();
    }
}
