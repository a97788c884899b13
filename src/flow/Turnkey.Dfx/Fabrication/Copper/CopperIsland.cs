using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Filled areas that no pad, hole or name connects to anything: dead pours. Lettering and logos made of strokes are none, nor is copper that the file calls
/// something without a function, nor what the mask leaves open to be looked at or touched. The area is that of the island, overlaps counted once.
/// </summary>
internal static class CopperIsland
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} with no pad and no hole, the largest of {worst.Measured} on {worst.Layer}",
        (_, _) => "remove the dead copper, or tie it to its net with a via");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new List<Sighting>();
        var nets = 0;
        foreach (var sheet in design.Sheets)
        {
            foreach (var island in sheet.Pieces.Where(piece => piece.Net >= 0 && !design.IsConnected(piece.Net)).GroupBy(piece => piece.Net).OrderBy(island => island.Key))
            {
                nets++;
                SheetPiece[] pieces = [.. island];
                if (!pieces.Any(piece => CopperSliver.IsArea(sheet, piece)) || pieces.Any(piece => IsMeant(design, sheet, piece))) continue;
                var region = Covered(sheet, pieces);
                var largest = pieces.Where(piece => piece.Primitive.Surface is not null).MaxBy(piece => piece.Primitive.Bounds.Area);
                sightings.Add(new Sighting("filled areas", largest.Primitive.Place, CheckedDesign.Name(sheet), Measure.Of(region.Area / 1e12, MeasureUnit.SquareMillimetre))
                {
                    What = design.NetName(island.Key),
                    Bounds = region.Bounds,
                    Case = design.CaseOf(sheet, largest.Primitive.Place, island.Key),
                });
            }
        }
        return new CheckOutcome.Done($"{nets.ToString("N0", CultureInfo.InvariantCulture)} pieces of copper without pad, hole or name", [.. sightings]);
    }

    private static bool IsMeant(CheckedDesign design, CopperSheet sheet, in SheetPiece piece)
    {
        if (design.AttributesOf(sheet, piece.Feature).Function is FeatureFunction.NonConductor or FeatureFunction.Thieving or FeatureFunction.Border or FeatureFunction.EtchedComponent or FeatureFunction.FiducialPad) return true;
        var mask = design.FaceOf(sheet)?.Mask;
        return mask is not null && Overlaps(mask, piece.Primitive);
    }

    private static bool Overlaps(DrawnSheet mask, in Primitive copper)
    {
        foreach (var i in mask.Index.Overlapping(copper.Bounds))
        {
            if (mask.Pieces[i].Primitive.Touches(copper)) return true;
        }
        return false;
    }

    private static Region Covered(CopperSheet sheet, SheetPiece[] pieces)
    {
        var overlay = new Overlay();
        foreach (var piece in pieces)
        {
            if (piece.Primitive.Surface is { } surface) overlay.AddFigure([.. surface.Contours.Select(contour => ArcChords.Flatten(contour).ConvertAll(corner => corner + piece.Primitive.Offset))]);
            else if (piece.Feature >= 0 && sheet.Layer.Image.Features[piece.Feature] is var feature && feature.Kind == FeatureKind.Stroke)
                new DiscBrush(sheet.Layer.Image.Shapes[feature.Shape].Width.Nanometres).Stroke(feature.Path, overlay);
        }
        return overlay.Resolve(Overlay.Any);
    }
}
