using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Kernel;

namespace Turnkey.ProcessPlanning.Parts;

/// <summary>
/// Pads per part where the board's files name them (Gerber X2 component attributes, IPC-2581, ODB++): then nothing about joints needs to be guessed.
/// </summary>
internal sealed class PadCounts
{
    private readonly Dictionary<Designator, (int Surface, int Through)> counts = [];

    public PadCounts(Board? board)
    {
        var outer = board?.Copper.Where(layer => layer.CopperLayer == 1 || layer.CopperLayer == board.CopperLayers) ?? [];
        foreach (var layer in outer)
        {
            var image = layer.Image;
            if (image.Attributes.All(attribute => attribute.Component is null)) continue;
            foreach (var feature in image.Features)
            {
                if (feature.Kind != FeatureKind.Flash || !feature.Dark) continue;
                var attributes = image.Attributes[feature.Attributes];
                if (attributes.Component is null || Designator.Parse(attributes.Component) is not { } designator) continue;
                var (surface, through) = counts.GetValueOrDefault(designator);
                // A leaded pad lies on both faces and is counted on the first only.
                if (attributes.Function == FeatureFunction.ThroughHolePad) through += layer.CopperLayer == 1 ? 1 : 0;
                else if (attributes.Function is FeatureFunction.Unstated or FeatureFunction.SurfacePad or FeatureFunction.BallPad) surface++;
                else continue;
                counts[designator] = (surface, through);
            }
        }
    }

    public (int Surface, int Through)? this[Designator designator] => counts.TryGetValue(designator, out var found) ? found : null;
}
