using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>The nets of a board that can be asked which of them lies at a place. The copper is traced once for all that is asked.</summary>
public sealed class TracedNets
{
    private readonly NamedCopper named;
    private NetComparison? comparison;
    private bool compared;
    private readonly Lazy<ImmutableArray<CopperSheet>> sheets;

    private TracedNets(NamedCopper named)
    {
        this.named = named;
        sheets = new(() => [.. named.Copper.Layers.Zip(named.Copper.Board.Copper, Sheet)]);
    }

    public CopperNets Nets => named.Nets;

    /// <summary>The copper itself, in the order of <see cref="Board.Copper"/>.</summary>
    public ImmutableArray<CopperSheet> Sheets => sheets.Value;

    /// <summary>For each hole, in the board's order, what the copper tells where the files leave the plating open.</summary>
    public ImmutableArray<Plating> Platings => ImmutableCollectionsMarshal.AsImmutableArray(named.Copper.Platings);

    /// <summary>What the outline encloses, without its cut-outs; null where all copper counts, because there is no outline or it does not belong to this copper.</summary>
    public Region? Material => named.Copper.Frame?.Region;

    /// <summary>False when the copper was too much to be traced whole: nets may then show as several.</summary>
    public bool IsComplete => named.Copper.IsComplete;

    /// <summary>As <see cref="NetComparison.Of"/>.</summary>
    public NetComparison? Comparison
    {
        get
        {
            if (!compared) comparison = NetlistComparing.Compare(named).Comparison;
            compared = true;
            return comparison;
        }
    }

    /// <summary>To be added to the places of the board's netlist to come to those of the board; null when there is none, or it does not fit.</summary>
    public Point? NetlistOffset => named.Placed?.Registration is { IsRegistered: true } registration ? registration.Offset : null;

    public static TracedNets Of(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return new TracedNets(NetNaming.Name(TracedCopper.Of(board)));
    }

    /// <summary>Index of the net whose copper is at a place, after all that cuts it; -1 where there is none.</summary>
    /// <param name="layer">In the order of <see cref="Board.Copper"/>, from 0.</param>
    /// <param name="at">In the board's coordinates.</param>
    public int NetAt(int layer, Point at)
    {
        var copper = named.Copper.Layers[layer];
        var probe = Primitive.Disc(at, 0);
        foreach (var piece in copper.Index.Overlapping(probe.Bounds))
        {
            if (copper.Pieces[piece].Primitive.Touches(probe)) return named.NetOf[named.Copper.Find(named.Copper.NodeOf(layer, piece))];
        }
        return -1;
    }

    private CopperSheet Sheet(LayerCopper copper, Layer layer)
    {
        var at = named.Copper.Layers.IndexOf(copper);
        var pieces = new SheetPiece[copper.Pieces.Length];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = new SheetPiece(copper.Pieces[i].Primitive, copper.Pieces[i].Feature, named.NetOf[named.Copper.Find(named.Copper.NodeOf(at, i))]);
        return new CopperSheet(at, copper.Number, layer, ImmutableCollectionsMarshal.AsImmutableArray(pieces), copper.Index, copper.GivenUp);
    }
}
