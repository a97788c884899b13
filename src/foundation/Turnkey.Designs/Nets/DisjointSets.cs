namespace Turnkey.Designs.Nets;

/// <summary>Which of n things hang together (union by size, paths halved: Tarjan and van Leeuwen, 1984).</summary>
internal sealed class DisjointSets
{
    private readonly int[] parents;

    public DisjointSets(int count)
    {
        parents = new int[count];
        // A root holds the size of its set, negated.
        Array.Fill(parents, -1);
    }

    public int Find(int item)
    {
        while (parents[item] >= 0)
        {
            var parent = parents[item];
            if (parents[parent] >= 0) parents[item] = parents[parent];
            item = parent;
        }
        return item;
    }

    public void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return;
        if (parents[a] > parents[b]) (a, b) = (b, a);
        parents[a] += parents[b];
        parents[b] = a;
    }
}
