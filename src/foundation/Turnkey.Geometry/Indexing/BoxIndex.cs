using System.Runtime.Intrinsics;

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

    /// <summary>The boxes in the order of the curve, then the nodes above them level by level, the root last; each as left, bottom, right, top, to be compared at one go.</summary>
    private readonly Vector256<long>[] nodes;

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
        var tree = new Box[total];
        for (var i = 0; i < order.Length; i++) tree[i] = boxes[order[i]];
        for (var level = 1; level < levels.Length; level++)
        {
            var below = tree.AsSpan(levels[level - 1]..levels[level]);
            for (var i = 0; i < below.Length; i++)
            {
                ref var above = ref tree[levels[level] + (i >> FanOutBits)];
                above = (i & (FanOut - 1)) == 0 ? below[i] : above.Join(below[i]);
            }
        }
        nodes = Array.ConvertAll(tree, box => Vector256.Create(box.Left, box.Bottom, box.Right, box.Top));
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

        /// <summary>A box that starts beyond the most, or ends before the least, lies beside the window.</summary>
        private readonly Vector256<long> most, least;
        private int level;
        private int place;

        internal Walk(BoxIndex index, Box window)
        {
            this.index = index;
            most = Vector256.Create(window.Right, window.Top, long.MaxValue, long.MaxValue);
            least = Vector256.Create(long.MinValue, long.MinValue, window.Left, window.Bottom);
            // The window is empty or there is nothing: stand behind the root, where a walk ends.
            level = index.levels.Length - 1;
            place = level < 0 || window.IsEmpty ? 1 : 0;
            Current = -1;
        }

        public int Current { get; private set; }

        public bool MoveNext()
        {
            var (nodes, levels, last) = (index.nodes, index.levels, index.levels.Length - 1);
            while (level >= 0)
            {
                var start = levels[level];
                var end = (level < last ? levels[level + 1] : nodes.Length) - start;
                // Of a node's children one after the other, until one touches.
                var siblings = Math.Min(end, (place | (FanOut - 1)) + 1);
                while (place < siblings && Vector256.GreaterThanAny(nodes[start + place], most) | Vector256.LessThanAny(nodes[start + place], least)) place++;
                if (place < siblings && level > 0)
                {
                    level--;
                    place <<= FanOutBits;
                    continue;
                }
                if (place < siblings)
                {
                    Current = index.order[place++];
                    Rise(last);
                    return true;
                }
                // Behind the last of the level: everything to the right has been seen on all levels above too.
                if (place >= end && (place & (FanOut - 1)) != 0) break;
                if (level == last) break;
                Rise(last);
            }
            level = -1;
            return false;
        }

        /// <summary>Behind a node's last child goes on with the node's own sibling.</summary>
        private void Rise(int last)
        {
            while ((place & (FanOut - 1)) == 0 && level < last)
            {
                place >>= FanOutBits;
                level++;
            }
        }
    }
}
