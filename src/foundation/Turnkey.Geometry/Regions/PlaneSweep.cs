namespace Turnkey.Geometry.Regions;

/// <summary>
/// Visits the corners of an arrangement of pieces from left to right, of equal x upwards, and says at each which pieces end there, which begin there and
/// which lies below. As the pieces do not cross, their order along the sweep line never changes: only where polygons begin is a place searched for.
/// </summary>
internal static class PlaneSweep
{
    /// <summary>What is done at each corner.</summary>
    public interface IVisitor
    {
        /// <param name="below">The piece next below the corner; <see cref="SweepStatus.None"/> when there is none.</param>
        /// <param name="ending">Pieces that end here, from the lowest up.</param>
        /// <param name="first">The lowest piece that begins here.</param>
        /// <param name="end">One more than the highest piece that begins here; pieces from first on follow upwards.</param>
        void Meet(int below, ReadOnlySpan<int> ending, int first, int end);
    }

    /// <param name="left">Keys of the left ends, ascending.</param>
    /// <param name="right">Keys of the right ends; of pieces with the same left end the lower first.</param>
    /// <param name="visitor">Told of every corner.</param>
    public static void Run<TVisitor>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, TVisitor visitor)
        where TVisitor : IVisitor
    {
        var ends = RadixSort.Order(right);
        var (status, nodes, ending, ended) = (new SweepStatus(), new int[left.Length], new List<int>(), new List<int>());
        for (int i = 0, j = 0; j < ends.Length;)
        {
            var at = i < left.Length ? Math.Min(left[i], right[ends[j]]) : right[ends[j]];
            var first = i;
            while (i < left.Length && left[i] == at) i++;

            ending.Clear();
            ended.Clear();
            int below;
            if (right[ends[j]] == at)
            {
                // Those that end here lie one above the other: find the lowest of them.
                var node = nodes[ends[j]];
                while (status.Below(node) is var next && next != SweepStatus.None && right[status.PieceAt(next)] == at) node = next;
                below = status.Below(node);
                for (; j < ends.Length && right[ends[j]] == at; j++, node = status.Above(node))
                {
                    ending.Add(status.PieceAt(node));
                    ended.Add(node);
                }
            }
            else below = status.FindBelow(GridPoint.Of(at));

            visitor.Meet(below == SweepStatus.None ? SweepStatus.None : status.PieceAt(below), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ending), first, i);
            for (var piece = first; piece < i; piece++)
            {
                var (a, b) = (GridPoint.Of(at), GridPoint.Of(right[piece]));
                if (piece - first < ended.Count)
                {
                    below = ended[piece - first];
                    status.Replace(below, piece, a, b);
                }
                else below = status.Insert(below, piece, a, b);
                nodes[piece] = below;
            }
            for (var extra = i - first; extra < ended.Count; extra++) status.Remove(ended[extra]);
        }
    }
}
