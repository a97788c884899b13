using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>
/// Layers that the board cannot be made without: copper that the numbers of the others leave room for, copper that makes their number even (a press laminates
/// foils and cores of two faces each), mask over pads, drills between copper layers. The outline has a rule of its own.
/// </summary>
internal static class MissingLayer
{
    private const string Copper = "copper layers missing";
    private const string Odd = "an odd number of copper layers";
    private const string Mask = "solder mask missing";
    private const string Drills = "drills missing";

    public static CheckWording Wording { get; } = new(
        worst => worst.Cause switch
        {
            Copper => $"there is no file for {worst.What}",
            Odd => $"{worst.What}, and boards have an even number of them",
            Mask => $"the {worst.What} face has pads and no solder mask layer",
            _ => $"{worst.What}, and no holes to join them",
        },
        (worst, _) => worst.Cause switch
        {
            Copper => "send the layer, or say that the others are numbered wrongly",
            Odd => "send the layer that is missing, or say that one face is to stay without copper",
            Mask => "send the layer, or say that the face is to stay bare",
            _ => "send the drill files, or say that the board has no holes",
        });

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.Board is not { CopperLayers: > 0 } board) return new CheckOutcome.Skipped("the package has no copper layer");
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        var bounds = board.Outline?.Bounds ?? board.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));
        if (board.CopperLayers > 1)
        {
            foreach (var number in Enumerable.Range(1, board.CopperLayers).Except(board.Copper.Select(layer => layer.CopperLayer ?? 0))) sightings.Add(Sight(Copper, $"copper layer {number} of {board.CopperLayers}", $"L{number}"));
            if (sightings.Count == 0 && board.CopperLayers % 2 == 1) sightings.Add(Sight(Odd, $"there are files for {board.CopperLayers} copper layers", ""));
            if (board.Holes.IsEmpty && board.Copper.Count() > 1) sightings.Add(Sight(Drills, $"there are {board.CopperLayers} copper layers", ""));
        }
        foreach (var face in design.Faces)
        {
            if (face.Copper?.Layer.Image.Features.Any(feature => feature is { Kind: FeatureKind.Flash, Dark: true }) == true && board.Find(LayerRole.SolderMask, face.Side) is null) sightings.Add(Sight(Mask, face.Name, $"{face.Name} mask"));
        }
        return new CheckOutcome.Done($"{board.Layers.Length} layers", sightings.ToImmutable());

        Sighting Sight(string cause, string what, string layer) => new(cause, bounds.Centre, layer, Measure.Fact) { What = what, Bounds = bounds };
    }
}
