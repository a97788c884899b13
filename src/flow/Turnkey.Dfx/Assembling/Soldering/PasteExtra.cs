using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>Openings of the stencil where there is no bare copper.</summary>
internal static class PasteExtra
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} on the {worst.Layer}",
        (_, _) => "take the openings out of the paste layer, or give them their pads");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var faces = design.Faces.Where(face => face.Copper is not null && face.Paste is { Pieces.IsEmpty: false }).ToArray();
        if (faces.Length == 0) return new CheckOutcome.Skipped("the package has no paste layer with openings");
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var face in faces)
        {
            foreach (var island in face.Paste!.Pieces.GroupBy(piece => piece.Island))
            {
                looked++;
                DrawnPiece[] pieces = [.. island];
                var bounds = pieces.Aggregate(Box.Empty, (box, piece) => box.Join(piece.Primitive.Bounds));
                // What lies beside the board is lettering of the layer.
                if (design.Board!.Outline is { } outline && !outline.Bounds.Overlaps(bounds)) continue;
                var copper = pieces.Any(piece => Touches(face.Copper!, piece));
                var bare = face.Mask is not { } mask || pieces.Any(piece => Touches(mask, piece));
                if (copper && bare) continue;
                sightings.Add(new Sighting(copper ? "stencil openings over mask" : "stencil openings without copper", bounds.Centre, face.Name, Measure.Fact) { What = $"{bounds.Width} × {bounds.Height}", Bounds = bounds });
            }
        }
        return new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} openings", [.. sightings]);
    }

    private static bool Touches(Designs.Nets.CopperSheet copper, in DrawnPiece piece)
    {
        foreach (var i in copper.Index.Overlapping(piece.Primitive.Bounds))
        {
            if (copper.Pieces[i].Primitive.Touches(piece.Primitive)) return true;
        }
        return false;
    }

    private static bool Touches(DrawnSheet mask, in DrawnPiece piece)
    {
        foreach (var i in mask.Index.Overlapping(piece.Primitive.Bounds))
        {
            if (mask.Pieces[i].Primitive.Touches(piece.Primitive)) return true;
        }
        return false;
    }
}
