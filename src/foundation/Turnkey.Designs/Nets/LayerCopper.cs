using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Nets;

/// <summary>
/// The copper of a layer as pieces, and which of them hang together. What the painter's list leaves is the union of its dark features, each without the clear
/// ones that come after it; so features that nothing clear touches stay the primitives they are, and only the others are cut.
/// </summary>
internal sealed class LayerCopper
{
    private const string TooIntricate = "too many things on it lie on top of each other";

    private readonly DisjointSets sets;

    private LayerCopper(int number, LayerImage image, CopperPiece[] pieces, BoxIndex index, DisjointSets sets)
    {
        Number = number;
        Image = image;
        Pieces = pieces;
        Index = index;
        this.sets = sets;
    }

    /// <summary>Null when the layer was traced; else why it was not. It has no pieces then.</summary>
    public string? GivenUp { get; private init; }

    /// <summary>1 is the top.</summary>
    public int Number { get; }

    public LayerImage Image { get; }

    /// <summary>In the order of their features.</summary>
    public CopperPiece[] Pieces { get; }

    /// <summary>Over <see cref="Pieces"/>.</summary>
    public BoxIndex Index { get; }

    /// <summary>Features of which nothing lies on the board.</summary>
    public int Beside { get; private init; }

    /// <summary>True when copper reaches over the edge of the board, or lies beside it.</summary>
    public bool LeavesBoard { get; private init; }

    /// <summary>True when holes without plating take copper away.</summary>
    public bool IsDrilledInto { get; private init; }

    /// <param name="board">Whose layer it is.</param>
    /// <param name="layer">One of its copper layers.</param>
    /// <param name="number">1 is the top.</param>
    /// <param name="cutting">Holes without plating that pass the layer.</param>
    /// <param name="frame">Null where all copper counts.</param>
    public static LayerCopper Of(Board board, Layer layer, int number, IReadOnlyList<Hole> cutting, BoardFrame? frame)
    {
        var budget = CopperBudget.Of(layer.Image);
        if (layer.Negative)
        {
            var (plane, complete) = (CopperOfBoard.Plane(board, frame, layer.Image, cutting, budget), true);
            CopperPiece[] islands = [.. CutCopper.Islands(plane, budget, ref complete).Select(primitive => new CopperPiece(primitive, -1))];
            return complete ? Joined(number, layer.Image, islands, budget) : Untraced(number, layer.Image, TooIntricate);
        }
        if (layer.Image.Features.Length > budget.MostPieces) return Untraced(number, layer.Image, TooMany(budget));
        var cutter = new LayerCutting(layer.Image, cutting, frame, budget);
        if (!cutter.Draw()) return Untraced(number, layer.Image, cutter.HasTooMany ? TooMany(budget) : TooIntricate);
        if (cutter.Cut() is not { } pieces) return Untraced(number, layer.Image, TooIntricate);
        if (pieces.Length > budget.MostPieces) return Untraced(number, layer.Image, TooMany(budget));
        var traced = Joined(number, layer.Image, pieces, budget);
        return traced.GivenUp is not null ? traced : new LayerCopper(number, layer.Image, pieces, traced.Index, traced.sets)
        {
            Beside = cutter.Beside,
            LeavesBoard = cutter.LeavesBoard,
            IsDrilledInto = cutter.IsDrilledInto,
        };
    }

    /// <summary>The same layer given up after all.</summary>
    public LayerCopper Without(string why) => Untraced(Number, Image, why);

    /// <summary>The representative of the pieces that hang together with a piece on this layer alone.</summary>
    public int Find(int piece) => sets.Find(piece);

    /// <summary>What a drill or mill takes away, or, plated, the wall it leaves.</summary>
    public static Primitive Barrel(in Hole hole) => Primitive.Stroke(hole.Path, Math.Max(hole.Diameter.Nanometres, 0));

    private static string TooMany(CopperBudget budget) => $"it has more than {budget.MostPieces} pieces of copper after copying";

    private static LayerCopper Untraced(int number, LayerImage image, string why) => new(number, image, [], new BoxIndex([]), new DisjointSets(0)) { GivenUp = why };

    private static LayerCopper Joined(int number, LayerImage image, CopperPiece[] pieces, CopperBudget budget)
    {
        var index = new BoxIndex([.. pieces.Select(piece => piece.Primitive.Bounds)]);
        var touching = new DisjointSets(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            ref readonly var piece = ref pieces[i];
            var looks = 0L;
            foreach (var j in index.Overlapping(piece.Primitive.Bounds))
            {
                if (j <= i) continue;
                looks++;
                if (touching.Find(i) != touching.Find(j) && piece.Primitive.Touches(pieces[j].Primitive, ref looks)) touching.Join(i, j);
                if (looks < 100_000) continue;
                budget.Spend(looks);
                looks = 0;
                if (budget.IsExhausted) break;
            }
            budget.Spend(looks);
            if (budget.IsExhausted) return Untraced(number, image, TooIntricate);
        }
        return new LayerCopper(number, image, pieces, index, touching);
    }
}
