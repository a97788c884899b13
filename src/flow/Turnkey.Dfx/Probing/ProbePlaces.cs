using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Probing;

/// <summary>A place where a net could have a test point.</summary>
/// <param name="At">Middle of the point, on copper of the net.</param>
/// <param name="Side">Of the board.</param>
/// <param name="OnCopper">True when copper of the net is there as large as the point: opening the mask is enough.</param>
internal readonly record struct ProbePlace(Point At, Side Side, bool OnCopper)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{At.X / 1_000_000m:0.###}, {At.Y / 1_000_000m:0.###} mm on the {(Side == Side.Top ? "top" : "bottom")}");
}

/// <summary>
/// Looks on the copper of a net for a spot as large as a probe needs: no copper of another net near it, no hole, nothing that is soldered, no edge, and, where
/// pads say whose they are, no part over it.
/// </summary>
internal sealed class ProbePlaces
{
    /// <summary>Places looked at along a net and side; a long net has room, if it has, at one of them.</summary>
    private const int MostTried = 400;

    /// <summary>Kept clear of other nets where nobody states a spacing, in nanometres.</summary>
    private const long UsualClearance = 200_000;

    /// <summary>Areas are looked at in a grid of this many places across.</summary>
    private const int Grid = 8;

    private readonly CheckedDesign design;
    private readonly long half, clearance, toPart, toEdge;
    private readonly Dictionary<Side, Dictionary<int, List<int>>> pieces = [];
    private readonly Dictionary<Side, BoxIndex> parts = [];
    private readonly BoxIndex holes;
    private readonly BoardEdge? edge;

    /// <param name="design">With copper.</param>
    /// <param name="size">Diameter of a point.</param>
    public ProbePlaces(CheckedDesign design, Length size)
    {
        this.design = design;
        Size = size;
        half = size.Nanometres / 2;
        clearance = design.Demands.Reach(DesignRule.Of("spacing"))?.Length.Nanometres ?? UsualClearance;
        toPart = design.Demands.Reach(DesignRule.Of("probe-to-part"))?.Length.Nanometres ?? 0;
        toEdge = design.Demands.Reach(DesignRule.Of("probe-to-edge"))?.Length.Nanometres ?? 0;
        edge = BoardEdge.Of(design);
        holes = new BoxIndex(design.Holes.Select(hole => hole.Wall.Bounds).ToArray());
        foreach (var face in design.Faces)
        {
            if (face.Copper is not { } sheet) continue;
            var byNet = pieces[face.Side] = [];
            for (var i = 0; i < sheet.Pieces.Length; i++)
            {
                if (!byNet.TryGetValue(sheet.Pieces[i].Net, out var list)) byNet[sheet.Pieces[i].Net] = list = [];
                list.Add(i);
            }
            parts[face.Side] = new BoxIndex(PartBox.Of(face).Select(part => part.Box).ToArray());
        }
    }

    public Length Size { get; }

    /// <summary>The first that is free, where an opening is enough before where a pad has to be drawn, the bottom before the top; null when there is none.</summary>
    public ProbePlace? For(int net)
    {
        if (half <= 0) return null;
        ProbePlace? free = null;
        foreach (var face in new[] { design.Bottom, design.Top })
        {
            if (face.Copper is not { } sheet || !pieces[face.Side].TryGetValue(net, out var own)) continue;
            foreach (var at in own.SelectMany(i => Along(sheet, i)).Take(MostTried))
            {
                if (!IsFree(face, sheet, net, at)) continue;
                var place = new ProbePlace(at, face.Side, CopperProbe.Depth(sheet, at) >= half);
                if (place.OnCopper) return place;
                free ??= place;
            }
        }
        return free;
    }

    private static IEnumerable<Point> Along(CopperSheet sheet, int piece)
    {
        var one = sheet.Pieces[piece];
        if (one.Feature < 0 || sheet.Layer.Image.Features[one.Feature] is not { Kind: FeatureKind.Stroke } feature)
        {
            var (box, primitive) = (one.Primitive.Bounds, one.Primitive);
            for (var i = 1; i < Grid; i++)
            {
                for (var k = 1; k < Grid; k++)
                {
                    var at = new Point(box.Left + ((box.Right - box.Left) * i / Grid), box.Bottom + ((box.Top - box.Bottom) * k / Grid));
                    if (primitive.Contains(at)) yield return at;
                }
            }
            yield break;
        }
        foreach (var share in (double[])[0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875])
        {
            var at = feature.Path.Along(share).At;
            if (one.Primitive.Contains(at)) yield return at;
        }
    }

    private bool IsFree(FaceOfBoard face, CopperSheet sheet, int net, Point at)
    {
        var disc = Primitive.Disc(at, 2 * half);
        if (edge is { } outline && outline.DistanceTo(at) < toEdge) return false;
        if (parts[face.Side].Any(Box.Around(at, toPart + half, toPart + half))) return false;
        foreach (var i in sheet.Index.Overlapping(disc.Bounds.Grow(clearance)))
        {
            if (sheet.Pieces[i].Net != net && sheet.Pieces[i].Primitive.ApproachTo(disc, clearance).Distance < clearance - Limit.Slack.Nanometres) return false;
        }
        foreach (var i in holes.Overlapping(disc.Bounds))
        {
            if (design.Holes[i].Wall.Touches(disc)) return false;
        }
        if (face.Mask is not { } mask) return true;
        foreach (var i in mask.Index.Overlapping(disc.Bounds))
        {
            if (mask.Pieces[i].Primitive.Touches(disc)) return false;
        }
        return true;
    }
}
