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

/// <summary>Openings of a mask, ink of a legend.</summary>
internal readonly struct DrawnPieces(DrawnSheet sheet) : IPieces
{
    public BoxIndex Index => sheet.Index;

    public Primitive this[int piece] => sheet.Pieces[piece].Primitive;
}
