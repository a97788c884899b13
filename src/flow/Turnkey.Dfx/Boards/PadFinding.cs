using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Boards;

/// <summary>
/// Finds the pads of an outer layer. What a file says of a feature counts; else a pad is a flash with a plated hole in its middle, or one that the mask leaves
/// open or that gets paste, and an area that the netlist names or that has about the size of the mask opening over it.
/// </summary>
internal static class PadFinding
{
    /// <summary>Middles nearer than this are one, in nanometres: files round, and pads are drawn twice.</summary>
    private const long Same = 50_000;

    /// <summary>A leaded part needs a hole of 0.5 mm and more; what is smaller is a via.</summary>
    private static readonly Length LargestVia = Length.FromMillimetres(0.5);

    /// <summary>Copper areas more than that much larger than the opening over them are pours that are left open in places.</summary>
    private const int MuchLarger = 4;

    public static ImmutableArray<Pad> Of(CheckedDesign design, CopperSheet sheet, DrawnSheet? mask, DrawnSheet? paste)
    {
        var holes = design.Holes.Where(hole => hole.IsPlated && hole.Hole.Kind != HoleKind.Route && hole.Passes(sheet.Number)).ToArray();
        var holeIndex = new PointIndex(holes.Select(hole => Middle(hole.Hole.Path)));
        var pads = new List<Pad>();
        var last = -1;
        for (var i = 0; i < sheet.Pieces.Length; i++)
        {
            var piece = sheet.Pieces[i];
            if (piece.Feature < 0 || piece.Feature == last) continue;
            last = piece.Feature;
            var feature = sheet.Layer.Image.Features[piece.Feature];
            if (feature.Kind == FeatureKind.Stroke) continue;
            var function = design.AttributesOf(sheet, piece.Feature).Function;
            var name = design.PadOf(sheet, piece.Feature);
            var at = feature.Kind == FeatureKind.Flash ? feature.Start : sheet.Layer.Image.Areas[feature.Shape].Bounds.Centre;
            var opening = OpeningAt(mask, at);
            var hole = holeIndex.Nearest(at, Same) is >= 0 and var near ? holes[near] : null;
            var kind = Stated(function) ?? (feature.Kind == FeatureKind.Flash || name is not null || IsOpened(piece.Primitive.Bounds, mask, opening) ? Judged(hole, name, opening >= 0 || mask is null || (feature.Kind == FeatureKind.Flash && OpeningAt(paste, at) >= 0)) : null);
            if (kind is PadKind.Surface && hole is not null) kind = hole.Hole.Function == HoleFunction.Via ? PadKind.Via : PadKind.ThroughHole;
            // What gets paste takes a part, whatever is drilled through it.
            if (kind is PadKind.Via or PadKind.ThroughHole && hole is not null && hole.Hole.Diameter < LargestVia && OpeningAt(paste, at) >= 0) kind = PadKind.Surface;
            if (kind is { } known) pads.Add(new Pad(sheet, piece.Feature, piece.Primitive, at, piece.Net, known) { Name = name, Hole = hole, Opening = opening });
        }
        return Distinct(pads);
    }

    /// <summary>What the file says it is; null when it says nothing, or that it is no pad.</summary>
    private static PadKind? Stated(FeatureFunction function) => function switch
    {
        // Some tools call every pad of a part a component pad; a hole tells them apart.
        FeatureFunction.SurfacePad or FeatureFunction.BallPad or FeatureFunction.HeatsinkPad or FeatureFunction.ThroughHolePad or FeatureFunction.CastellatedPad => PadKind.Surface,
        FeatureFunction.ViaPad => PadKind.Via,
        FeatureFunction.FiducialPad => PadKind.Fiducial,
        FeatureFunction.TestPad => PadKind.TestPoint,
        FeatureFunction.ConnectorPad or FeatureFunction.WasherPad or FeatureFunction.OtherPad => PadKind.Other,
        _ => null,
    };

    private static PadKind? Judged(CheckedHole? hole, PadName? name, bool isBare)
    {
        if (hole is not null)
        {
            return hole.Hole.Function switch
            {
                HoleFunction.Via => PadKind.Via,
                HoleFunction.Component or HoleFunction.PressFit => PadKind.ThroughHole,
                _ => name is null && hole.Hole.Diameter < LargestVia ? PadKind.Via : PadKind.ThroughHole,
            };
        }
        if (name is not null) return PadKind.Surface;
        return isBare ? PadKind.Surface : null;
    }

    private static bool IsOpened(Box copper, DrawnSheet? mask, int opening) =>
        opening >= 0 && mask!.Pieces[opening].Primitive.Bounds is var box && copper.Area <= MuchLarger * box.Area;

    private static int OpeningAt(DrawnSheet? mask, Point at)
    {
        if (mask is null) return -1;
        foreach (var i in mask.Index.Overlapping(new Box(at.X, at.Y, at.X, at.Y)))
        {
            if (mask.Pieces[i].Primitive.Contains(at)) return i;
        }
        return -1;
    }

    private static Point Middle(in Edge path) => new((path.Start.X + path.End.X) / 2, (path.Start.Y + path.End.Y) / 2);

    /// <summary>Of pads on one place the largest; it takes the name of the others where it has none.</summary>
    private static ImmutableArray<Pad> Distinct(List<Pad> pads)
    {
        var index = new PointIndex(pads.Select(pad => pad.At));
        var gone = new bool[pads.Count];
        for (var i = 0; i < pads.Count; i++)
        {
            if (gone[i]) continue;
            foreach (var j in index.Within(pads[i].At, Same))
            {
                if (j == i || gone[j] || pads[j].Net != pads[i].Net) continue;
                var (keep, drop) = pads[j].Bounds.Area > pads[i].Bounds.Area ? (j, i) : (i, j);
                pads[keep] = pads[keep] with { Name = pads[keep].Name ?? pads[drop].Name };
                gone[drop] = true;
                if (drop == i) break;
            }
        }
        return [.. pads.Where((_, i) => !gone[i])];
    }
}
