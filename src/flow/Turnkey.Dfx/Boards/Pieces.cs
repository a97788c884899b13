using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Boards;

/// <summary>What a layer is made of, to be asked what lies at a place.</summary>
internal interface IPieces
{
    Primitive this[int piece] { get; }

    /// <summary>The pieces whose boxes touch a window.</summary>
    PieceWalk Overlapping(Box window);
}

/// <summary>Copper of all nets.</summary>
internal readonly struct CopperPieces(CopperSheet sheet) : IPieces
{
    public Primitive this[int piece] => sheet.Pieces[piece].Primitive;

    public PieceWalk Overlapping(Box window) => new(sheet.Index, window);
}

/// <summary>Openings of a mask, ink of a legend.</summary>
internal readonly struct DrawnPieces(DrawnSheet sheet) : IPieces
{
    public Primitive this[int piece] => sheet.Pieces[piece].Primitive;

    public PieceWalk Overlapping(Box window) => new(sheet.Index, window);
}

/// <summary>A few pieces by themselves: each is looked at.</summary>
internal readonly struct LoosePieces(Primitive[] pieces) : IPieces
{
    public Primitive this[int piece] => pieces[piece];

    public PieceWalk Overlapping(Box window) => new(pieces, window);

    /// <summary>Those of a layer near a place, to be asked again and again.</summary>
    public static LoosePieces Of<TPieces>(TPieces pieces, Box window) where TPieces : struct, IPieces
    {
        var near = new List<Primitive>();
        foreach (var i in pieces.Overlapping(window)) near.Add(pieces[i]);
        return new LoosePieces([.. near]);
    }
}

/// <summary>Walks the pieces whose boxes touch a window, by an index or one after the other.</summary>
internal ref struct PieceWalk
{
    private readonly ReadOnlySpan<Primitive> loose;
    private readonly Box window;
    private readonly bool isIndexed;
    private BoxIndex.Walk tree;
    private int at = -1;

    public PieceWalk(BoxIndex index, Box window) => (isIndexed, tree) = (true, index.Overlapping(window).GetEnumerator());

    public PieceWalk(ReadOnlySpan<Primitive> pieces, Box window)
    {
        loose = pieces;
        this.window = window;
    }

    public readonly int Current => isIndexed ? tree.Current : at;

    public readonly PieceWalk GetEnumerator() => this;

    public bool MoveNext()
    {
        if (isIndexed) return tree.MoveNext();
        while (++at < loose.Length)
        {
            if (loose[at].Bounds.Overlaps(window)) return true;
        }
        return false;
    }
}
