using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;

namespace Turnkey.Designs.Nets;

/// <summary>How much copper a layer has.</summary>
/// <param name="CopperLayer">1 is the top.</param>
/// <param name="AreaSquareMillimetres">Of all that is left after clear features, before drilling.</param>
/// <param name="Islands">Pieces that do not touch each other on this layer, before drilling.</param>
/// <param name="IsComplete">False when the layer was too intricate for its area to be computed whole.</param>
public sealed record CopperLayerFacts(int CopperLayer, double AreaSquareMillimetres, int Islands, bool IsComplete)
{
    internal static CopperLayerFacts Of(Board board, Layer layer, int number)
    {
        var copper = layer.Negative ? CutCopper.Plane(board, layer.Image) : CutCopper.Region(layer.Image);
        return new CopperLayerFacts(number, copper.Area / 1e12, copper.Islands.Length, copper.IsComplete);
    }
}
