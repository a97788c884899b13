using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>
/// Layers that the board cannot be made without: copper that the numbers of the others leave room for, copper that makes their number even (a press laminates
/// foils and cores of two faces each), mask over pads, paste where parts are soldered to a face, drills between copper layers. A file of an inner layer that
/// draws nothing is none. The outline has a rule of its own.
/// </summary>
internal static class MissingLayer
{
    private const string Copper = "copper layers missing";
    private const string Odd = "an odd number of copper layers";
    private const string Mask = "solder mask missing";
    private const string Paste = "paste missing";
    private const string Empty = "copper layers that draw nothing";

    /// <summary>So many pads for surface-mount parts at least, where no centroid file says which parts stand on a face: one alone may be a test point.</summary>
    private const int FewestLands = 2;
    private const string Drills = "drills missing";

    public static CheckWording Wording { get; } = new(
        worst => worst.Cause switch
        {
            Copper => $"there is no file for {worst.What}",
            Odd => $"{worst.What}, and boards have an even number of them",
            Empty => $"the file of {worst.What} draws nothing",
            Mask => $"the {worst.What} face has pads and no solder mask layer",
            Paste => $"parts are soldered to the {worst.What} face, and there is no paste layer for its stencil",
            _ => $"{worst.What}, and no holes to join them",
        },
        (worst, _) => worst.Cause switch
        {
            Copper => "send the layer, or say that the others are numbered wrongly",
            Odd => "send the layer that is missing, or say that one face is to stay without copper",
            Empty => "send the layer again, or say that the board has one layer less",
            Mask => "send the layer, or say that the face is to stay bare",
            Paste => "send the layer, or say that the stencil is to be made from the pads",
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
            foreach (var layer in board.Copper.Where(layer => layer is { CopperLayer: > 1, Negative: false } && layer.CopperLayer < board.CopperLayers && layer.Image.Features.IsEmpty)) sightings.Add(Sight(Empty, $"copper layer {layer.CopperLayer} of {board.CopperLayers}", $"L{layer.CopperLayer}"));
            if (sightings.Count == 0 && board.CopperLayers % 2 == 1) sightings.Add(Sight(Odd, $"there are files for {board.CopperLayers} copper layers", ""));
            if (board.Holes.IsEmpty && board.Copper.Count() > 1) sightings.Add(Sight(Drills, $"there are {board.CopperLayers} copper layers", ""));
        }
        foreach (var face in design.Faces)
        {
            if (face.Copper?.Layer.Image.Features.Any(feature => feature is { Kind: FeatureKind.Flash, Dark: true }) == true && board.Find(LayerRole.SolderMask, face.Side) is null) sightings.Add(Sight(Mask, face.Name, $"{face.Name} mask"));
            if (board.Find(LayerRole.Paste, face.Side) is null && IsPrinted(design, face)) sightings.Add(Sight(Paste, face.Name, $"{face.Name} paste"));
        }
        return new CheckOutcome.Done($"{board.Layers.Length} layers", sightings.ToImmutable());

        Sighting Sight(string cause, string what, string layer) => new(cause, bounds.Centre, layer, Measure.Fact) { What = what, Bounds = bounds };
    }

    /// <summary>Paste is printed on the face: parts of the centroid file are soldered to its surface, or, where there is no such file but a list of parts, it has pads for them.</summary>
    private static bool IsPrinted(CheckedDesign design, FaceOfBoard face)
    {
        if (!design.Assembly.Placements.IsDefaultOrEmpty) return design.Parts.Mounted.Any(part => part.Side == face.Side && part.IsSurfaceMounted);
        return !design.Assembly.Bom.IsEmpty && face.Pads.Count(pad => pad is { Kind: PadKind.Surface, Hole: null } && face.IsSoldered(pad) && (face.Mask is null || pad.Opening >= 0)) >= FewestLands;
    }
}
