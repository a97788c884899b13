using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Dfx.Boards;

/// <summary>What a layer is made of, to be asked what lies at a place.</summary>
internal interface IPieces
{
    BoxIndex Index { get; }

    Primitive this[int piece] { get; }
}

/// <summary>Copper of all nets.</summary>
internal readonly struct CopperPieces(CopperSheet sheet) : IPieces
{
    public BoxIndex Index => sheet.Index;

    public Primitive this[int piece] => sheet.Pieces[piece].Primitive;
}

/// <summary>A few pieces by themselves.</summary>
internal readonly struct LoosePieces(IReadOnlyList<Primitive> pieces) : IPieces
{
    public BoxIndex Index { get; } = new([.. pieces.Select(piece => piece.Bounds)]);

    public Primitive this[int piece] => pieces[piece];
}

/// <summary>Openings of a mask, ink of a legend.</summary>
internal readonly struct DrawnPieces(DrawnSheet sheet) : IPieces
{
    public BoxIndex Index => sheet.Index;

    public Primitive this[int piece] => sheet.Pieces[piece].Primitive;
}
