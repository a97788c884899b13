using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Boards;

/// <summary>How large a board is, also where its outline is missing.</summary>
/// <param name="Width">Along x.</param>
/// <param name="Height">Along y.</param>
/// <param name="IsFromOutline">False when only the extent of the copper is known: the board is somewhat larger.</param>
public sealed record BoardExtent(Length Width, Length Height, bool IsFromOutline)
{
    /// <summary>The measured size, else the extent of all copper; null when there is neither.</summary>
    public static BoardExtent? Of(Board? board)
    {
        if (board?.Facts is { Width: { Nanometres: > 0 } width, Height: { Nanometres: > 0 } height }) return new BoardExtent(width, height, true);
        var copper = board?.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds)) ?? Box.Empty;
        return copper.Width.Nanometres > 0 && copper.Height.Nanometres > 0 ? new BoardExtent(copper.Width, copper.Height, false) : null;
    }
}
