using System.Collections.Concurrent;
using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Ends of tracks that touch no other copper and no plated hole. What the mask leaves open there is a contact; what the file calls a part made of copper, and
/// nets named after an antenna, end on purpose. Costs one look around each end.
/// </summary>
internal static class OpenEnd
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}, for example of {worst.What} on {worst.Layer}",
        (_, _) => "remove the stub, or lead it to where it was meant to go");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.WhyNoCopper is { } why) return new CheckOutcome.Skipped(why);
        var holes = design.Holes.Where(hole => hole.IsPlated).ToArray();
        var walls = new BoxIndex([.. holes.Select(hole => hole.Wall.Bounds)]);
        var sightings = new ConcurrentBag<Sighting>();
        var looked = 0;
        Parallel.ForEach(design.Sheets, sheet =>
        {
            var mask = design.FaceOf(sheet)?.Mask;
            for (var i = 0; i < sheet.Pieces.Length; i++)
            {
                var piece = sheet.Pieces[i];
                if (piece.Feature < 0 || !design.IsConnected(piece.Net)) continue;
                var feature = sheet.Layer.Image.Features[piece.Feature];
                var path = feature.Path;
                if (feature.Kind != FeatureKind.Stroke || path.Start == path.End || IsMeant(design, sheet, piece)) continue;
                Interlocked.Increment(ref looked);
                var shape = sheet.Layer.Image.Shapes[feature.Shape];
                foreach (var end in (ReadOnlySpan<Point>)[path.Start, path.End])
                {
                    var cap = Primitive.Disc(end, Length.Min(shape.Width, shape.Height).Nanometres);
                    if (!piece.Primitive.Contains(end) || MeetsCopper(sheet, i, path, cap) || MeetsHole(holes, walls, sheet.Number, cap) || (mask is not null && LayerProbe.Covers(new DrawnPieces(mask), end))) continue;
                    sightings.Add(new Sighting("tracks end nowhere", end, CheckedDesign.Name(sheet), Measure.Fact)
                    {
                        What = design.NetName(piece.Net),
                        Bounds = piece.Primitive.Bounds,
                        Case = design.CaseOf(sheet, end, piece.Net),
                    });
                }
            }
        });
        return looked == 0 ? new CheckOutcome.Skipped("no copper layer has a track") : new CheckOutcome.Done($"both ends of {looked.ToString("N0", CultureInfo.InvariantCulture)} tracks", [.. sightings]);
    }

    private static bool IsMeant(CheckedDesign design, CopperSheet sheet, in SheetPiece piece) =>
        design.AttributesOf(sheet, piece.Feature).Function is FeatureFunction.EtchedComponent or FeatureFunction.NonConductor or FeatureFunction.Thieving ||
        design.NetName(piece.Net).Contains("ANT", StringComparison.OrdinalIgnoreCase);

    private static bool MeetsCopper(CopperSheet sheet, int self, in Edge path, in Primitive cap)
    {
        foreach (var j in sheet.Index.Overlapping(cap.Bounds))
        {
            if (j == self || !sheet.Pieces[j].Primitive.Touches(cap)) continue;
            // The same stroke drawn twice connects to nothing.
            if (sheet.Pieces[j].Feature >= 0 && sheet.Layer.Image.Features[sheet.Pieces[j].Feature] is { Kind: FeatureKind.Stroke } other && (other.Path == path || other.Path.Reversed == path)) continue;
            return true;
        }
        return false;
    }

    private static bool MeetsHole(CheckedHole[] holes, BoxIndex walls, int layer, in Primitive cap)
    {
        foreach (var i in walls.Overlapping(cap.Bounds))
        {
            if (holes[i].Passes(layer) && holes[i].Wall.Touches(cap)) return true;
        }
        return false;
    }
}
