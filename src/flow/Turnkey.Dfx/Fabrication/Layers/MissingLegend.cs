using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>Faces with parts and without a legend: the board can be made, but nobody sees on it which part is which and how it is turned.</summary>
internal static class MissingLegend
{
    public static CheckWording Wording { get; } = new(
        worst => $"the {worst.What} face has parts and no legend layer",
        (_, _) => "send the layer, or say that the face is to stay without legend");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.Board is not { CopperLayers: > 0 } board) return new CheckOutcome.Skipped("the package has no copper layer");
        if (design.Assembly.Placements.IsEmpty) return new CheckOutcome.Skipped("the package does not say which faces have parts");
        var bounds = board.Outline?.Bounds ?? board.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));
        ImmutableArray<Sighting> sightings =
        [
            .. design.Faces.Where(face => design.Assembly.Placements.Any(placement => placement.Side == face.Side) && board.Find(LayerRole.Legend, face.Side) is null)
                .Select(face => new Sighting("legend missing", bounds.Centre, $"{face.Name} legend", Measure.Fact) { What = face.Name, Bounds = bounds }),
        ];
        return new CheckOutcome.Done($"{board.Layers.Count(layer => layer.Role == LayerRole.Legend)} legend layers", sightings);
    }
}
