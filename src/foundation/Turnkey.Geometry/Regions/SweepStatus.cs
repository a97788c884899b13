namespace Turnkey.Geometry.Regions;

/// <summary>
/// The pieces that a vertical line meets, from the lowest up: a list to walk along and a treap over it to find a place in (Aragon and Seidel,
/// "Randomized search trees", 1989). Priorities are a fixed scramble of the node's number, so the same input does the same work.
/// </summary>
internal sealed class SweepStatus
{
    public const int None = -1;

    private Node[] nodes = new Node[16];
    private int used;
    private int free = None;
    private int root = None;
    private int lowest = None;

    public int PieceAt(int node) => nodes[node].Piece;
    public int Below(int node) => nodes[node].Below;
    public int Above(int node) => nodes[node].Above;

    /// <summary>The highest node whose piece lies below the place; no piece passes through it.</summary>
    public int FindBelow(GridPoint at)
    {
        var (found, node) = (None, root);
        while (node != None)
        {
            ref readonly var here = ref nodes[node];
            if (Predicates.Side(here.A, here.B, at) > 0) (found, node) = (node, here.Right);
            else node = here.Left;
        }
        return found;
    }

    /// <summary>Puts another piece in a node's place in the order.</summary>
    public void Replace(int node, int piece, GridPoint a, GridPoint b)
    {
        ref var here = ref nodes[node];
        (here.Piece, here.A, here.B) = (piece, a, b);
    }

    /// <summary>Inserts a piece above a node, or as the lowest when that is <see cref="None"/>.</summary>
    public int Insert(int below, int piece, GridPoint a, GridPoint b)
    {
        var node = free;
        if (node != None) free = nodes[node].Above;
        else
        {
            if (used == nodes.Length) Array.Resize(ref nodes, 2 * used);
            node = used++;
        }
        var above = below == None ? lowest : nodes[below].Above;
        nodes[node] = new Node { Piece = piece, A = a, B = b, Below = below, Above = above, Left = None, Right = None, Parent = None, Priority = (uint)node * 2654435769u };
        if (below == None) lowest = node;
        else nodes[below].Above = node;
        if (above != None) nodes[above].Below = node;

        // In the tree: to the right of the one below where that has nothing there, else to the left of the one above, which then has nothing there.
        if (root == None) root = node;
        else if (below != None && nodes[below].Right == None) (nodes[below].Right, nodes[node].Parent) = (node, below);
        else (nodes[above].Left, nodes[node].Parent) = (node, above);
        while (nodes[node].Parent is var parent && parent != None && nodes[parent].Priority < nodes[node].Priority) Raise(node);
        return node;
    }

    public void Remove(int node)
    {
        while (nodes[node].Left != None || nodes[node].Right != None)
        {
            var (left, right) = (nodes[node].Left, nodes[node].Right);
            Raise(right == None || (left != None && nodes[left].Priority > nodes[right].Priority) ? left : right);
        }
        ref var here = ref nodes[node];
        Hang(None, here.Parent, node);
        if (here.Below == None) lowest = here.Above;
        else nodes[here.Below].Above = here.Above;
        if (here.Above != None) nodes[here.Above].Below = here.Below;
        here.Above = free;
        free = node;
    }

    /// <summary>Rotates a node into its parent's place.</summary>
    private void Raise(int node)
    {
        var parent = nodes[node].Parent;
        Hang(node, nodes[parent].Parent, parent);
        int passed;
        if (nodes[parent].Left == node)
        {
            passed = nodes[node].Right;
            (nodes[parent].Left, nodes[node].Right) = (passed, parent);
        }
        else
        {
            passed = nodes[node].Left;
            (nodes[parent].Right, nodes[node].Left) = (passed, parent);
        }
        if (passed != None) nodes[passed].Parent = parent;
        nodes[parent].Parent = node;
    }

    private void Hang(int node, int parent, int instead)
    {
        if (node != None) nodes[node].Parent = parent;
        if (parent == None) root = node;
        else if (nodes[parent].Left == instead) nodes[parent].Left = node;
        else nodes[parent].Right = node;
    }

    private struct Node
    {
        public GridPoint A;
        public GridPoint B;
        public int Piece;
        public int Below;
        public int Above;
        public int Left;
        public int Right;
        public int Parent;
        public uint Priority;
    }
}
