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
    /// <summary>Lines and arcs that walls of holes may be compared with; boards need some hundred thousand.</summary>
    private const long MostLooks = 10_000_000;

    private readonly DisjointSets sets;
    private readonly int[] firstNodes;
    private readonly bool[] holesOnCopper;
    private BoxIndex? holeIndex;
    private long looks;

    private TracedCopper(Board board)
    {
        Board = board;
        Layer[] copper = [.. board.Copper];
        Platings = [.. board.Holes.Select(hole => hole.Plating)];
        (Frame, FrameRemark) = BoardFrame.Of(board);
        Cutting = [.. copper.Select((layer, i) => board.Holes.Where(hole => Cuts(hole) && Passes(hole, layer.CopperLayer ?? i + 1)).ToArray())];
        Layers = [.. copper.Select((layer, i) => LayerCopper.Of(board, layer, layer.CopperLayer ?? i + 1, Cutting[i], Frame))];
        holesOnCopper = new bool[board.Holes.Length];
        (firstNodes, sets) = Numbered();
        JoinHoles();
        if (looks <= MostLooks) return;
        // Joined by some of the holes only, nets would be wrong on every layer.
        Layers = [.. Layers.Select(layer => layer.Without("its holes lie on too much copper"))];
        Array.Clear(holesOnCopper);
        (firstNodes, sets) = Numbered();
    }

    public Board Board { get; }

    public ImmutableArray<LayerCopper> Layers { get; }

    /// <summary>What of the copper is on the board; null where all counts.</summary>
    public BoardFrame? Frame { get; }

    /// <summary>Why there is no frame; null when there is one.</summary>
    public Diagnostic? FrameRemark { get; }

    /// <summary>For each layer the holes that take copper away.</summary>
    public ImmutableArray<Hole[]> Cutting { get; }

    /// <summary>Of each hole, what the files leave open settled by the copper.</summary>
    public Plating[] Platings { get; }

    private BoxIndex HoleIndex => holeIndex ??= new BoxIndex([.. Board.Holes.Select(hole => LayerCopper.Barrel(hole).Bounds)]);

    /// <summary>False when a layer was too much to be traced: nets that it would join may show as several.</summary>
    public bool IsComplete => Layers.All(layer => layer.GivenUp is null);

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

    /// <summary>The nodes of all layers, those of each layer that touch joined.</summary>
    private (int[] FirstNodes, DisjointSets Sets) Numbered()
    {
        var first = new int[Layers.Length + 1];
        for (var i = 0; i < Layers.Length; i++) first[i + 1] = first[i] + Layers[i].Pieces.Length;
        var joined = new DisjointSets(first[^1] + Board.Holes.Length);
        for (var i = 0; i < Layers.Length; i++)
        {
            for (var piece = 0; piece < Layers[i].Pieces.Length; piece++) joined.Join(first[i] + piece, first[i] + Layers[i].Find(piece));
        }
        return (first, joined);
    }

    private void JoinHoles()
    {
        for (var i = 0; i < Board.Holes.Length && looks <= MostLooks; i++)
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
                    if (!barrel.Touches(Layers[layer].Pieces[piece].Primitive, ref looks)) continue;
                    if (looks > MostLooks) return;
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
    private bool Surrounds(LayerCopper layer, in Hole hole)
    {
        var reach = (hole.Diameter.Nanometres / 2) + 1_000;
        var diagonal = (long)(reach * 0.70710678);
        foreach (var (x, y) in new[] { (reach, 0L), (diagonal, diagonal), (0L, reach), (-diagonal, diagonal), (-reach, 0L), (-diagonal, -diagonal), (0L, -reach), (diagonal, -diagonal) })
        {
            var at = Primitive.Disc(new(hole.At.X + x, hole.At.Y + y), 0);
            var covered = false;
            foreach (var piece in layer.Index.Overlapping(at.Bounds))
            {
                covered = layer.Pieces[piece].Primitive.Touches(at, ref looks);
                if (covered || looks > MostLooks) break;
            }
            if (!covered) return false;
        }
        return true;
    }
}
