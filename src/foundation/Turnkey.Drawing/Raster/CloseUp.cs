using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Raster;

/// <summary>What a <see cref="CloseUp"/> shows beside the holes.</summary>
/// <param name="CopperLayer">1 is the top.</param>
public sealed record CloseUpLayers(int CopperLayer)
{
    /// <summary>Bare copper is told from covered copper, on outer layers.</summary>
    public bool Mask { get; init; }

    public bool Paste { get; init; }

    public bool Legend { get; init; }
}

/// <summary>A small picture of one place of a board, layer over layer in plain colours: evidence rather than a portrait.</summary>
public static class CloseUp
{
    private const long MostPixels = 1_000_000;

    private static readonly Colour Beside = new(0xd9, 0xd8, 0xd2), Laminate = new(0x1d, 0x33, 0x27), Copper = new(0x9c, 0x5f, 0x2a), Bare = new(0xe6, 0xbb, 0x6e),
        OpenLaminate = new(0x4c, 0x5e, 0x48), Paste = new(0xa7, 0xb0, 0xb8), Legend = new(0xf4, 0xf3, 0xee), Hole = new(0x0a, 0x0c, 0x0e);

    /// <summary>PNG, seen from the top whatever the layer, so that all pictures of a place lie on each other.</summary>
    /// <param name="board">Whose place it is.</param>
    /// <param name="window">What is shown, in board coordinates; not empty.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="layers">Which.</param>
    /// <exception cref="ArgumentException">The window is so much higher than wide that the picture would have over a million pixels.</exception>
    public static byte[] Png(Board board, Box window, int width, CloseUpLayers layers)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var dots = width * 25_400_000d / Math.Max(window.Width.Nanometres, 1);
        var grid = PixelGrid.Of(window, dots, MostPixels) ?? throw new ArgumentException("the window is too high for its width", nameof(window));
        var pixels = new byte[grid.Pixels * 4];
        var side = layers.CopperLayer == 1 ? Side.Top : layers.CopperLayer == board.CopperLayers ? Side.Bottom : Side.Inner;
        var copper = Levels(board.Copper.FirstOrDefault(layer => layer.CopperLayer == layers.CopperLayer), grid);
        var mask = layers.Mask ? Levels(board.Find(LayerRole.SolderMask, side), grid) : null;
        var paste = layers.Paste ? Levels(board.Find(LayerRole.Paste, side), grid) : null;
        var legend = layers.Legend ? Levels(board.Find(LayerRole.Legend, side), grid) : null;
        var holes = LayerRaster.DrawSmooth(HoleImage.Of(board.Holes.Where(hole => hole.Bounds.Overlaps(window) && hole.Diameter > Length.Zero && Passes(hole, layers.CopperLayer))), grid);
        var material = Material(board, grid);
        for (var i = 0; i < grid.Pixels; i++)
        {
            var colour = Laminate;
            if (mask is not null) colour = colour.Under(OpenLaminate, mask[i]);
            if (copper is not null) colour = colour.Under(mask is null ? Copper : Copper.Under(Bare, mask[i]), copper[i]);
            if (paste is not null) colour = colour.Under(Paste, paste[i]);
            if (legend is not null) colour = colour.Under(Legend, legend[i]);
            colour = colour.Under(Hole, holes[i]);
            if (material is not null) colour = Beside.Under(colour, material[i]);
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = (colour.Red, colour.Green, colour.Blue, 255);
        }
        return Raster.Png.WriteColour(pixels, grid.Width, grid.Height, grid.DotsPerInch);
    }

    private static bool Passes(in Hole hole, int layer) => layer >= Math.Min(hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue) && layer <= Math.Max(hole.FromLayer ?? 1, hole.ToLayer ?? int.MaxValue);

    private static byte[]? Levels(Layer? layer, PixelGrid grid) => layer is null ? null : LayerRaster.DrawSmooth(layer.Image, grid, layer.Negative);

    /// <summary>Where the board is; null where its outline is not known.</summary>
    private static byte[]? Material(Board board, PixelGrid grid)
    {
        if (board.Outline is not { } outline) return null;
        var areas = outline.Boundaries.Concat(outline.Cutouts).Select(contour => new Area([contour])).ToArray();
        var features = areas.Select((_, i) => Feature.Area(i, dark: i < outline.Boundaries.Length));
        return LayerRaster.DrawSmooth(new LayerImage([.. features], [], [.. areas], [FeatureAttributes.None]), grid);
    }

    private readonly record struct Colour(byte Red, byte Green, byte Blue)
    {
        /// <summary>What is seen where another colour lies on this one.</summary>
        /// <param name="other">On top.</param>
        /// <param name="level">255: not at all, 0: all of it.</param>
        public Colour Under(Colour other, byte level) => level == 255 ? this : level == 0 ? other : new(Mix(Red, other.Red, level), Mix(Green, other.Green, level), Mix(Blue, other.Blue, level));

        private static byte Mix(byte below, byte above, byte level) => (byte)(((below * level) + (above * (255 - level))) / 255);
    }
}
