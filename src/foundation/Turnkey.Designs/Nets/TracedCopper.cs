using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>
/// What hangs together on a board: pieces that touch on a layer, then plated holes, whose wall joins what it touches on each layer that the hole passes.
/// Nodes are the pieces of all layers, layer after layer, then the holes.
/// </summary>
internal sealed class TracedCopper
{
    /// <summary>Pairs of edges that may be measured; boards of 100,000 features need some millions. Beyond, the rest stays unjoined and a diagnostic says so.</summary>
    private const long MostWork = 400_000_000;

    private readonly DisjointSets sets;
    private readonly int[] firstNodes;
    private readonly bool[] holesOnCopper;
    private BoxIndex? holeIndex;
    private long work;

    private TracedCopper(Board board)
    {
        Board = board;
        Layer[] copper = [.. board.Copper];
        Platings = [.. board.Holes.Select(hole => hole.Plating)];
        Layers = [.. copper.Select((layer, i) => LayerCopper.Of(board, layer, layer.CopperLayer ?? i + 1, [.. board.Holes.Where(hole => Cuts(hole) && Passes(hole, layer.CopperLayer ?? i + 1))]))];
        firstNodes = new int[Layers.Length + 1];
        for (var i = 0; i < Layers.Length; i++) firstNodes[i + 1] = firstNodes[i] + Layers[i].Pieces.Length;
        holesOnCopper = new bool[board.Holes.Length];
        sets = new DisjointSets(firstNodes[^1] + board.Holes.Length);
        for (var i = 0; i < Layers.Length; i++) JoinTouching(i);
        JoinHoles();
    }

    public Board Board { get; }

    public ImmutableArray<LayerCopper> Layers { get; }

    /// <summary>Of each hole, what the files leave open settled by the copper.</summary>
    public Plating[] Platings { get; }

    private BoxIndex HoleIndex => holeIndex ??= new BoxIndex([.. Board.Holes.Select(hole => LayerCopper.Barrel(hole).Bounds)]);

    /// <summary>False when the copper was too much to be traced whole.</summary>
    public bool IsComplete => work <= MostWork;

    public int NodeCount => firstNodes[^1] + Board.Holes.Length;

    public static TracedCopper Of(Board board) => new(board);

    public int NodeOf(int layer, int piece) => firstNodes[layer] + piece;

    public int NodeOfHole(int hole) => firstNodes[^1] + hole;

    /// <summary>True when the wall of the hole touches copper.</summary>
    public bool HasCopper(int hole) => holesOnCopper[hole];

    /// <summary>True when the hole goes through the layer, counted from 0.</summary>
    public bool Passes(int hole, int layer) => Passes(Board.Holes[hole], Layers[layer].Number);

    /// <summary>The representative of all that hangs together with a node.</summary>
    public int Find(int node) => sets.Find(node);

    /// <summary>The layer (from 0) and piece of a node; layer -1 and the hole for that of a hole.</summary>
    public (int Layer, int At) Locate(int node)
    {
        if (node >= firstNodes[^1]) return (-1, node - firstNodes[^1]);
        var layer = Array.FindIndex(firstNodes, first => first > node) - 1;
        return (layer, node - firstNodes[layer]);
    }

    /// <summary>The nodes that touch a node.</summary>
    public IEnumerable<int> Neighbours(int node)
    {
        var (layer, at) = Locate(node);
        if (layer >= 0)
        {
            var pieces = Layers[layer].Pieces;
            foreach (var other in Layers[layer].Index.Overlapping(pieces[at].Primitive.Bounds))
            {
                if (other != at && pieces[other].Primitive.Touches(pieces[at].Primitive)) yield return NodeOf(layer, other);
            }
            foreach (var hole in HoleIndex.Overlapping(pieces[at].Primitive.Bounds))
            {
                if (HasCopper(hole) && Passes(hole, layer) && LayerCopper.Barrel(Board.Holes[hole]).Touches(pieces[at].Primitive)) yield return NodeOfHole(hole);
            }
            yield break;
        }
        var barrel = LayerCopper.Barrel(Board.Holes[at]);
        for (layer = 0; layer < Layers.Length; layer++)
        {
            if (!Passes(at, layer)) continue;
            foreach (var other in Layers[layer].Index.Overlapping(barrel.Bounds))
            {
                if (barrel.Touches(Layers[layer].Pieces[other].Primitive)) yield return NodeOf(layer, other);
            }
        }
    }

    /// <summary>Takes copper away without leaving a wall: it parts what it really cuts through, and nothing else.</summary>
    private static bool Cuts(in Hole hole) => hole.Plating == Plating.NonPlated && hole.Diameter > Length.Zero;

    /// <summary>Blind and buried holes pass the layers of their span, the others all.</summary>
    private static bool Passes(in Hole hole, int layer)
    {
        var (from, to) = (hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue);
        return layer >= Math.Min(from, to) && layer <= Math.Max(from, to);
    }

    private void JoinTouching(int layer)
    {
        var pieces = Layers[layer].Pieces;
        var first = firstNodes[layer];
        for (var i = 0; i < pieces.Length; i++)
        {
            ref readonly var piece = ref pieces[i];
            foreach (var j in Layers[layer].Index.Overlapping(piece.Primitive.Bounds))
            {
                if (j <= i) continue;
                work++;
                if (sets.Find(first + i) == sets.Find(first + j)) continue;
                work += Math.Min(piece.Primitive.EdgeCount, pieces[j].Primitive.EdgeCount);
                if (piece.Primitive.Touches(pieces[j].Primitive)) sets.Join(first + i, first + j);
            }
            if (work > MostWork) return;
        }
    }

    private void JoinHoles()
    {
        for (var i = 0; i < Board.Holes.Length; i++)
        {
            var hole = Board.Holes[i];
            if (Platings[i] == Plating.Unknown) Platings[i] = IsSurrounded(hole) ? Plating.Plated : Plating.NonPlated;
            if (Platings[i] != Plating.Plated || hole.Kind == HoleKind.Route && hole.Plating != Plating.Plated) continue;
            var barrel = LayerCopper.Barrel(hole);
            for (var layer = 0; layer < Layers.Length; layer++)
            {
                if (!Passes(hole, Layers[layer].Number)) continue;
                foreach (var piece in Layers[layer].Index.Overlapping(barrel.Bounds))
                {
                    work++;
                    if (!barrel.Touches(Layers[layer].Pieces[piece].Primitive)) continue;
                    sets.Join(NodeOf(layer, piece), NodeOfHole(i));
                    holesOnCopper[i] = true;
                }
            }
        }
    }

    /// <summary>Where a file leaves the plating open: copper all round the wall on two layers or more, or on the only one.</summary>
    private bool IsSurrounded(in Hole hole)
    {
        var around = 0;
        foreach (var layer in Layers)
        {
            if (Passes(hole, layer.Number) && Surrounds(layer, hole)) around++;
        }
        return around >= Math.Min(2, Layers.Length) && around > 0;
    }

    /// <summary>Copper at eight places just outside the wall.</summary>
    private static bool Surrounds(LayerCopper layer, in Hole hole)
    {
        var reach = (hole.Diameter.Nanometres / 2) + 1_000;
        var diagonal = (long)(reach * 0.70710678);
        foreach (var (x, y) in new[] { (reach, 0L), (diagonal, diagonal), (0L, reach), (-diagonal, diagonal), (-reach, 0L), (-diagonal, -diagonal), (0L, -reach), (diagonal, -diagonal) })
        {
            var at = Primitive.Disc(new(hole.At.X + x, hole.At.Y + y), 0);
            var covered = false;
            foreach (var piece in layer.Index.Overlapping(at.Bounds)) covered |= layer.Pieces[piece].Primitive.Touches(at);
            if (!covered) return false;
        }
        return true;
    }
}
