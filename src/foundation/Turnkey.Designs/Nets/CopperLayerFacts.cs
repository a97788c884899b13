using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;

namespace Turnkey.Designs.Nets;

/// <summary>How much copper a layer has.</summary>
/// <param name="CopperLayer">1 is the top.</param>
/// <param name="AreaSquareMillimetres">Of all that is left after clear features, before drilling; null when the layer was too intricate to compute it.</param>
/// <param name="Islands">Pieces that do not touch each other on this layer, before drilling; null when the layer was too intricate to tell.</param>
public sealed record CopperLayerFacts(int CopperLayer, double? AreaSquareMillimetres, int? Islands)
{
    internal static CopperLayerFacts Of(Board board, Layer layer, int number)
    {
        var copper = layer.Negative ? CutCopper.Plane(board, layer.Image) : CopperArea.Of(layer.Image);
        return copper.IsComplete ? new CopperLayerFacts(number, copper.Area / 1e12, copper.Islands.Length) : new CopperLayerFacts(number, null, null);
    }
}
