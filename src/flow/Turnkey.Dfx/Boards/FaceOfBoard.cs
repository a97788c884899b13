using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;

namespace Turnkey.Dfx.Boards;

/// <summary>One face of the board: its outer copper with the pads, and what is printed on it. Each part is made when it is first asked for.</summary>
internal sealed class FaceOfBoard
{
    private readonly Lazy<DrawnSheet?> mask, paste, legend;
    private readonly Lazy<ImmutableArray<Pad>> pads;
    private readonly Lazy<MaskOfFace?> masking;
    private readonly Lazy<bool> isNamed;

    public FaceOfBoard(CheckedDesign design, Side side)
    {
        Side = side;
        Copper = design.Sheets.FirstOrDefault(sheet => sheet.Layer.Side == side);
        mask = new(() => Sheet(design, LayerRole.SolderMask));
        paste = new(() => Sheet(design, LayerRole.Paste));
        legend = new(() => Sheet(design, LayerRole.Legend));
        pads = new(() => Copper is null ? [] : PadFinding.Of(design, Copper, Mask, Paste));
        isNamed = new(() => Pads.Any(pad => pad.IsNamed));
        masking = new(() => MaskOfFace.Of(this));
    }

    public Side Side { get; }

    /// <summary><c>top</c>, <c>bottom</c>.</summary>
    public string Name => Side == Side.Top ? "top" : "bottom";

    /// <summary>Null when there is none, or it could not be traced.</summary>
    public CopperSheet? Copper { get; }

    /// <summary>Openings of the solder mask; null when the package has no such layer, or it is not known.</summary>
    public DrawnSheet? Mask => mask.Value;

    /// <summary>Openings of the stencil; null when the package has no such layer, or it is not known.</summary>
    public DrawnSheet? Paste => paste.Value;

    /// <summary>Null when the package has no such layer, or it is not known.</summary>
    public DrawnSheet? Legend => legend.Value;

    /// <summary>Pads of the copper; empty when there is none.</summary>
    public ImmutableArray<Pad> Pads => pads.Value;

    /// <summary>Something is soldered to the pad: where the files name the pads of parts, only those that they name; marks for cameras are none.</summary>
    public bool IsSoldered(Pad pad) => pad.IsOfPart && (pad.IsNamed || !isNamed.Value) && pad.Part?.StartsWith("FID", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>Which openings lie over which pads; null when the package has no such layer, or it is not known.</summary>
    public MaskOfFace? Masking => masking.Value;

    private DrawnSheet? Sheet(CheckedDesign design, LayerRole role) =>
        design.Board?.Find(role, Side) is { } layer && DrawnSheet.Of(design.Board, layer) is { GivenUp: null } sheet ? sheet : null;
}
