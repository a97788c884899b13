namespace Turnkey.Geometry.Indexing;

/// <summary>
/// Finds the boxes that touch a window: a tree over boxes, built once and packed along a Hilbert curve (Kamel and Faloutsos, "On packing R-trees", 1993).
/// Sixteen neighbours on the curve share a node, sixteen nodes the node above. All levels lie in one array, so where a node's children are follows
/// from its place, and a query needs neither a stack nor memory of its own.
/// </summary>
/// <remarks>Building takes n log n time and some 40 bytes a box. Safe to query from several threads.</remarks>
public sealed class BoxIndex
{
    private const int FanOutBits = 4;
    private const int FanOut = 1 << FanOutBits;

    /// <summary>The boxes in the order of the curve, then the nodes above them level by level, the root last.</summary>
    private readonly Box[] nodes;

    /// <summary>Where each level starts in <see cref="nodes"/>; level 0 are the boxes.</summary>
    private readonly int[] levels;

    /// <summary>What the caller calls each box of level 0.</summary>
    private readonly int[] order;

    /// <param name="boxes">Answers are indices into this list. Empty boxes are never found.</param>
    public BoxIndex(ReadOnlySpan<Box> boxes)
    {
        foreach (var box in boxes) Bounds = Bounds.Join(box);
        Count = boxes.Length;
        order = HilbertCurve.Order(boxes, Bounds);

        var (total, starts) = (0, new List<int>());
        for (var count = order.Length; count > 0; count = count == 1 ? 0 : (count + FanOut - 1) >> FanOutBits)
        {
            starts.Add(total);
            total += count;
        }
        levels = [.. starts];
        nodes = new Box[total];
        for (var i = 0; i < order.Length; i++) nodes[i] = boxes[order[i]];
        for (var level = 1; level < levels.Length; level++)
        {
            var below = nodes.AsSpan(levels[level - 1]..levels[level]);
            for (var i = 0; i < below.Length; i++)
            {
                ref var above = ref nodes[levels[level] + (i >> FanOutBits)];
                above = (i & (FanOut - 1)) == 0 ? below[i] : above.Join(below[i]);
            }
        }
    }

    /// <summary>How many boxes it was built of, empty ones included.</summary>
    public int Count { get; }

    /// <summary>Around all boxes.</summary>
    public Box Bounds { get; } = Box.Empty;

    /// <summary>Indices of the boxes that share at least a point with the window, in no particular but always the same order.</summary>
    public Matches Overlapping(Box window) => new(this, window);

    /// <summary>Adds the indices of the boxes that share at least a point with the window to a list that the caller keeps for the next query.</summary>
    public void Query(Box window, List<int> into)
    {
        foreach (var index in Overlapping(window)) into.Add(index);
    }

    /// <summary>True when a box shares at least a point with the window.</summary>
    public bool Any(Box window) => Overlapping(window).GetEnumerator().MoveNext();

    /// <summary>The answer to a query, found while it is enumerated; nothing is allocated.</summary>
    public readonly struct Matches
    {
        private readonly BoxIndex index;
        private readonly Box window;

        internal Matches(BoxIndex index, Box window) => (this.index, this.window) = (index, window);

        public Walk GetEnumerator() => new(index, window);
    }

    /// <summary>Walks the tree from the root, leaving out what lies beside the window.</summary>
    public struct Walk
    {
        private readonly BoxIndex index;
        private readonly Box window;
        private int level;
        private int place;

        internal Walk(BoxIndex index, Box window)
        {
            this.index = index;
            this.window = window;
            // The window is empty or there is nothing: stand behind the root, where a walk ends.
            level = index.levels.Length - 1;
            place = level < 0 || window.IsEmpty ? 1 : 0;
            Current = -1;
        }

        public int Current { get; private set; }

        public bool MoveNext()
        {
            var (nodes, levels) = (index.nodes, index.levels);
            while (level >= 0)
            {
                var end = level + 1 < levels.Length ? levels[level + 1] : nodes.Length;
                var at = levels[level] + place;
                if (at >= end)
                {
                    // Behind the last of the level: everything to the right has been seen on all levels above too.
                    level = -1;
                    return false;
                }
                ref readonly var node = ref nodes[at];
                var touches = node.Left <= window.Right && window.Left <= node.Right && node.Bottom <= window.Top && window.Bottom <= node.Top;
                if (touches && level > 0)
                {
                    level--;
                    place <<= FanOutBits;
                    continue;
                }
                var found = touches ? index.order[place] : -1;
                place++;
                while ((place & (FanOut - 1)) == 0 && level < levels.Length - 1)
                {
                    place >>= FanOutBits;
                    level++;
                }
                if (found < 0) continue;
                Current = found;
                return true;
            }
            return false;
        }
    }
}
