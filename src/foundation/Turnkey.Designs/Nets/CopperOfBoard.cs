using Turnkey.Designs.Boards;
using Turnkey.Designs.Copper;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Geometry.Flattening;
using Turnkey.Geometry.Regions;

namespace Turnkey.Designs.Nets;

/// <summary>Areas of copper as the board leaves the factory: cut at its edge, without what holes without plating take away.</summary>
internal static class CopperOfBoard
{
    /// <summary>Copper up to the board's edge, less what is drawn and drilled; without a frame up to the edge of everything drawn on copper.</summary>
    public static Region Plane(Board board, BoardFrame? frame, LayerImage drawn, IReadOnlyList<Hole> holes, CopperBudget budget)
    {
        var cleared = CopperArea.Of(drawn, budget);
        if (!cleared.IsComplete) return Region.Incomplete;
        var overlay = new Overlay(budget.Overlays);
        if (frame is not null) overlay.Add(frame.Region);
        else
        {
            var extent = board.Copper.Aggregate(Box.Empty, (box, layer) => box.Join(layer.Image.Bounds));
            if (!extent.IsEmpty) overlay.AddFigure([ArcChords.Flatten(Contour.Rectangle(extent))]);
        }
        overlay.Add(cleared, layer: 1);
        Put(holes, overlay, 2);
        return overlay.IsComplete ? overlay.Resolve(Overlay.OnlyFirst) : Region.Incomplete;
    }

    /// <summary>What of the copper lies on the board.</summary>
    public static Region OnBoard(Region copper, BoardFrame frame, CopperBudget budget)
    {
        var overlay = new Overlay(budget.Overlays);
        overlay.Add(copper);
        overlay.Add(frame.Region, layer: 1);
        return overlay.IsComplete ? overlay.Resolve(Overlay.Both) : Region.Incomplete;
    }

    /// <summary>The copper without what is drilled away.</summary>
    public static Region Drilled(Region copper, IReadOnlyList<Hole> holes, CopperBudget budget)
    {
        var overlay = new Overlay(budget.Overlays);
        overlay.Add(copper);
        Put(holes, overlay, 1);
        return overlay.IsComplete ? overlay.Resolve(Overlay.OnlyFirst) : Region.Incomplete;
    }

    /// <param name="hole">With a diameter.</param>
    /// <param name="drills">The brushes so far, by diameter.</param>
    /// <param name="overlay">Where to.</param>
    /// <param name="layer">Of the overlay.</param>
    public static void Put(in Hole hole, Dictionary<long, DiscBrush> drills, Overlay overlay, int layer)
    {
        if (!drills.TryGetValue(hole.Diameter.Nanometres, out var brush)) drills[hole.Diameter.Nanometres] = brush = new DiscBrush(hole.Diameter.Nanometres);
        if (hole.Kind == HoleKind.Round) brush.Flash(hole.At, overlay, layer);
        else brush.Stroke(hole.Path, overlay, layer);
    }

    private static void Put(IReadOnlyList<Hole> holes, Overlay overlay, int layer)
    {
        var drills = new Dictionary<long, DiscBrush>();
        foreach (var hole in holes)
        {
            if (!overlay.IsComplete) return;
            Put(hole, drills, overlay, layer);
        }
    }
}
