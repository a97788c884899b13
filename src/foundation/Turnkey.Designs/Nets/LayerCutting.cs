using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Indexing;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>Draws the dark features of a layer and takes away from each what clear ones after it, holes without plating and the board's edge cut off.</summary>
internal sealed class LayerCutting
{
    private readonly LayerImage image;
    private readonly IReadOnlyList<Hole> holes;
    private readonly BoardFrame? frame;
    private readonly CopperBudget budget;
    private readonly LayerBrushes brushes;
    private readonly LayerDrawing drawing;
    private readonly List<CopperPiece> drawn;
    private readonly List<Cutter> cuts = [];
    private readonly Dictionary<long, DiscBrush> drills = [];

    public LayerCutting(LayerImage image, IReadOnlyList<Hole> holes, BoardFrame? frame, CopperBudget budget)
    {
        (this.image, this.holes, this.frame, this.budget) = (image, holes, frame, budget);
        brushes = new LayerBrushes(image, ArcChords.Tolerance, budget.Overlays);
        drawing = new LayerDrawing(image, brushes, budget);
        drawn = new List<CopperPiece>(image.Features.Length);
    }

    /// <summary>True when there were more pieces than may be.</summary>
    public bool HasTooMany => drawn.Count + cuts.Count > budget.MostPieces;

    public int Beside { get; private set; }

    public bool LeavesBoard { get; private set; }

    public bool IsDrilledInto { get; private set; }

    /// <returns>False when the budget did not suffice.</returns>
    public bool Draw()
    {
        for (var i = 0; i < image.Features.Length; i++)
        {
            foreach (var primitive in drawing.Of(image.Features[i]))
            {
                if (image.Features[i].Dark) drawn.Add(new CopperPiece(primitive, i));
                else cuts.Add(new Cutter(primitive, i));
            }
            if (!drawing.IsComplete || HasTooMany) return false;
        }
        for (var i = 0; i < holes.Count; i++) cuts.Add(new Cutter(LayerCopper.Barrel(holes[i]), image.Features.Length + i));
        return !HasTooMany;
    }

    /// <returns>The pieces that are left, in the order of their features; null when the budget did not suffice.</returns>
    public CopperPiece[]? Cut()
    {
        if (cuts.Count == 0 && frame is null) return [.. drawn];
        var index = new BoxIndex([.. cuts.Select(cut => cut.Primitive.Bounds)]);
        var left = new List<CopperPiece>(drawn.Count);
        var (by, fates) = (new List<int>(), new List<Fate>());
        for (int first = 0, end; first < drawn.Count; first = end)
        {
            for (end = first + 1; end < drawn.Count && drawn[end].Feature == drawn[first].Feature;) end++;
            by.Clear();
            fates.Clear();
            for (var i = first; i < end; i++)
            {
                if (!FindCuts(index, drawn[i], by)) return null;
                fates.Add(FateOf(drawn[i].Primitive));
                if (budget.IsExhausted) return null;
            }
            LeavesBoard |= fates.Exists(fate => fate != Fate.Inside);
            var before = left.Count;
            if (by.Count > 0 || fates.Contains(Fate.Cut))
            {
                if (!Remainder(drawn[first].Feature, by, fates.Exists(fate => fate != Fate.Inside), left)) return null;
            }
            else
            {
                for (var i = first; i < end; i++)
                {
                    if (fates[i - first] == Fate.Inside) left.Add(drawn[i]);
                }
            }
            if (left.Count == before && fates.TrueForAll(fate => fate == Fate.Beside)) Beside++;
        }
        return [.. left];
    }

    private bool FindCuts(BoxIndex index, in CopperPiece piece, List<int> by)
    {
        var looks = 0L;
        foreach (var at in index.Overlapping(piece.Primitive.Bounds))
        {
            looks++;
            if (cuts[at].By > piece.Feature && cuts[at].Primitive.Touches(piece.Primitive, ref looks)) by.Add(cuts[at].By);
        }
        budget.Spend(looks);
        return !budget.IsExhausted;
    }

    private Fate FateOf(in Primitive piece)
    {
        if (frame is null) return Fate.Inside;
        var looks = 0L;
        var fate = frame.Meets(piece, ref looks) ? Fate.Cut : frame.Region.Contains(piece.Place) ? Fate.Inside : Fate.Beside;
        budget.Spend(looks);
        return fate;
    }

    /// <summary>Paints a feature and what is cleared after it, and keeps what of it lies on the board.</summary>
    private bool Remainder(int feature, List<int> by, bool atEdge, List<CopperPiece> into)
    {
        if (by.Count == 0 && frame is not null)
        {
            var overlay = new Overlay(budget.Overlays);
            brushes.Put(image.Features[feature], overlay, 0);
            return AddIslands(WithinFrame(overlay), feature, into);
        }
        by.Sort();
        int[] painted = [feature, .. by.Distinct()];
        var (boxes, dark) = (new Box[painted.Length], new bool[painted.Length]);
        for (var i = 0; i < painted.Length; i++) (boxes[i], dark[i]) = (BoundsOf(painted[i]), i == 0);
        var region = Painting.Resolve(boxes, dark, budget.Overlays, (index, overlay, layer) => Put(painted[index], overlay, layer));
        IsDrilledInto |= by[^1] >= image.Features.Length;
        if (atEdge && frame is not null)
        {
            var overlay = new Overlay(budget.Overlays);
            overlay.Add(region);
            region = WithinFrame(overlay);
        }
        return AddIslands(region, feature, into);
    }

    private Region WithinFrame(Overlay overlay)
    {
        overlay.Add(frame!.Region, layer: 1);
        return overlay.IsComplete ? overlay.Resolve(Overlay.Both) : Region.Incomplete;
    }

    /// <returns>False when the region is not whole.</returns>
    private bool AddIslands(Region region, int feature, List<CopperPiece> into)
    {
        var complete = true;
        foreach (var primitive in CutCopper.Islands(region, budget, ref complete)) into.Add(new CopperPiece(primitive, feature));
        return complete;
    }

    private Box BoundsOf(int painted) => painted < image.Features.Length
        ? brushes.BoundsOf(image.Features[painted])
        : holes[painted - image.Features.Length].Bounds.Grow((long)ArcChords.Tolerance + 1);

    private void Put(int painted, Overlay overlay, int layer)
    {
        if (painted < image.Features.Length) brushes.Put(image.Features[painted], overlay, layer);
        else CopperOfBoard.Put(holes[painted - image.Features.Length], drills, overlay, layer);
    }

    /// <summary>Where a piece lies against the edge of the board.</summary>
    private enum Fate
    {
        Inside,
        Cut,
        Beside,
    }

    /// <summary>Something that takes copper away from what was painted before it.</summary>
    /// <param name="By">Index of the clear feature; beyond all for a hole.</param>
    private readonly record struct Cutter(Primitive Primitive, int By);
}
