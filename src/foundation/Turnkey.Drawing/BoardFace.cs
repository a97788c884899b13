using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;

namespace Turnkey.Drawing;

/// <summary>What one side of a board shows, and what had to stand in for what is missing.</summary>
public sealed record BoardFace(
    Side Side,
    Box Bounds,
    ImmutableArray<Contour> Boundaries,
    ImmutableArray<Contour> Cutouts,
    ImmutableArray<Layer> Copper,
    ImmutableArray<Layer> Mask,
    ImmutableArray<Layer> Legend,
    ImmutableArray<Hole> Holes,
    string Description,
    ImmutableArray<string> Notes)
{
    /// <summary>
    /// Mask closes plated holes up to about this diameter, in nanometres (liquid photoimageable mask over 0.3 to 0.5 mm holes is the usage of fabricators);
    /// wider ones break through, so they are drawn open even where the files have no opening.
    /// </summary>
    private const long WidestTent = 500_000;

    /// <summary>Holes that the mask would close, and the others.</summary>
    public (ImmutableArray<Hole> Closed, ImmutableArray<Hole> Open) Tentable => (
        [.. Holes.Where(hole => hole.Plating != Plating.NonPlated && hole.Kind == HoleKind.Round && hole.Diameter.Nanometres <= WidestTent)],
        [.. Holes.Where(hole => hole.Plating == Plating.NonPlated || hole.Kind != HoleKind.Round || hole.Diameter.Nanometres > WidestTent)]);

    public static BoardFace Of(Board board, Side side)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var name = side == Side.Top ? "top" : "bottom";
        var outermost = side == Side.Top ? 1 : Math.Max(board.CopperLayers, 1);
        // A board with one copper layer has it on the side its file says, or on top where the file does not say.
        bool IsHere(Layer layer) => layer.Side == side || (layer is { Role: LayerRole.Copper, Side: null } && layer.CopperLayer == outermost);
        ImmutableArray<Layer> Of(LayerRole role) => [.. board.Layers.Where(layer => layer.Role == role && IsHere(layer) && layer.Image.Features.Length > 0)];

        var (copper, mask, legend) = (Of(LayerRole.Copper), Of(LayerRole.SolderMask), Of(LayerRole.Legend));
        var bounds = board.Outline?.Bounds ?? Box.Empty;
        ImmutableArray<Contour> boundaries, cutouts;
        if (board.Outline is { } outline && bounds.Width.Nanometres > 0 && bounds.Height.Nanometres > 0)
        {
            (boundaries, cutouts) = (outline.Boundaries, outline.Cutouts);
        }
        else
        {
            bounds = Extent(board);
            notes.Add("The files have no closed board outline: the picture shows a rectangle around the copper instead.");
            boundaries = [Contour.Rectangle(bounds)];
            cutouts = [];
        }
        if (copper.IsEmpty) notes.Add($"There is no copper on the {name} side, or the files do not have it.");
        if (mask.IsEmpty) notes.Add($"There is no solder mask file for the {name} side: it is drawn bare.");
        var size = string.Create(CultureInfo.InvariantCulture, $"{bounds.Width.Millimetres:0.0#} × {bounds.Height.Millimetres:0.0#} mm");
        return new BoardFace(side, bounds, boundaries, cutouts, copper, mask, legend, [.. board.Holes.Where(hole => Cuts(hole, board))],
            $"{(side == Side.Top ? "Top" : "Bottom")} of the board {board.Name}, {size}", notes.ToImmutable());
    }

    /// <summary>Blind and buried holes do not go through, so they are not cut out of the picture.</summary>
    private static bool Cuts(Hole hole, Board board) =>
        (hole.FromLayer is null or 1) && (hole.ToLayer is not { } to || to >= board.CopperLayers);

    /// <summary>Of the copper; else of whatever there is; else a square centimetre, so that there is a picture at all.</summary>
    private static Box Extent(Board board)
    {
        var box = board.Copper.Aggregate(Box.Empty, (all, layer) => all.Join(layer.Image.Bounds));
        if (box.IsEmpty) box = board.Layers.Where(layer => layer.Role != LayerRole.Drawing).Aggregate(Box.Empty, (all, layer) => all.Join(layer.Image.Bounds));
        if (box.IsEmpty) box = board.Holes.Aggregate(Box.Empty, (all, hole) => all.Join(hole.Bounds));
        return box.IsEmpty ? Box.Around(Point.Origin, 5_000_000, 5_000_000) : box.Grow(500_000);
    }
}
