using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Colours;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Drawing.Raster;

/// <summary>
/// One face of a board in pixels, as <see cref="BoardPicture"/> draws it: laminate, copper, solder mask with its openings, finish, legend, holes cut through.
/// Each pixel is judged at 64 places; each place shows exactly one thing.
/// </summary>
public static class BoardRaster
{
    /// <summary>Half the width of the milled edge in the picture, in nanometres.</summary>
    private const double EdgeHalf = 40_000;

    /// <summary>What a picture of the whole face shows, in board coordinates.</summary>
    public static Box ViewOf(Board board, Side side) => BoardFace.Of(board, side).Bounds.Grow(BoardPicture.Margin);

    /// <summary>Red, green, blue and opacity of each pixel, rows from the top; nothing where the board is not.</summary>
    /// <param name="grid">Mirrored for the bottom, as seen when the board is turned about its vertical axis.</param>
    /// <param name="log">Takes <c>render.limit</c>, see <see cref="LayerRaster.Draw"/>.</param>
    public static byte[] Draw(Board board, Side side, BoardColours colours, PixelGrid grid, DiagnosticLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(colours);
        ArgumentNullException.ThrowIfNull(grid);
        var face = BoardFace.Of(board, side);
        var covered = face.Mask.Length > 0;
        var (vias, holes) = covered ? face.Tentable : ([], face.Holes);
        var fine = grid.Finer(Samples.PerSide);
        ImmutableArray<LayerStrips> Strips(ImmutableArray<Layer> layers) => [.. layers.Select(layer => new LayerStrips(layer.Image, fine, layer.Negative))];
        LayerStrips Drills(ImmutableArray<Hole> cut) => new(HoleImage.Of(cut), fine, negative: false);
        var (copper, openings, legend) = (Strips(face.Copper), Strips(face.Mask), Strips(face.Legend));
        var (through, tents) = (Drills(holes), Drills(vias));

        var palette = new Palette(colours, covered);
        var pixels = new byte[grid.Pixels * 4];
        for (var top = 0; top < grid.Height; top += Samples.StripHeight)
        {
            var height = Math.Min(Samples.StripHeight, grid.Height - top);
            var row = top * Samples.PerSide;
            var part = fine.Part(0, row, fine.Width, height * Samples.PerSide);
            var planes = new Planes(part.Width, part.Height);
            foreach (var layer in copper) layer.Paint(planes.Copper, part, row);
            foreach (var layer in openings) layer.Paint(planes.Open, part, row);
            foreach (var layer in legend) layer.Paint(planes.Legend, part, row);
            tents.Paint(planes.Vias, part, row);
            PaintBoard(face, planes, part);
            through.Paint(planes.Holes, part, row);
            for (var y = 0; y < height; y++) Shade(planes, y, covered, palette, pixels.AsSpan((top + y) * grid.Width * 4, grid.Width * 4));
        }
        foreach (var layer in (ImmutableArray<LayerStrips>)[.. copper, .. openings, .. legend, tents, through]) layer.Report(log);
        return pixels;
    }

    private static void PaintBoard(BoardFace face, Planes planes, PixelGrid part)
    {
        var board = new LayerPainter(planes.Board, part);
        foreach (var contour in face.Boundaries) board.Paint(contour, dark: true);
        foreach (var contour in face.Cutouts) board.Paint(contour, dark: false);
        var edge = new LayerPainter(planes.Edge, part);
        foreach (var contour in face.Boundaries.Concat(face.Cutouts))
        {
            foreach (var line in contour.Edges) edge.Stroke(line, EdgeHalf, dark: true);
        }
    }

    /// <summary>Sorts the samples of one row of pixels by what is seen there, and mixes the colours by how many samples show each.</summary>
    private static void Shade(Planes planes, int row, bool covered, Palette palette, Span<byte> pixels)
    {
        for (var word = 0; word < planes.Board.Stride; word++)
        {
            ulong edges = 0, legends = 0, tents = 0, finishes = 0, bare = 0, overCopper = 0, ground = 0;
            for (var sample = 0; sample < Samples.PerSide; sample++)
            {
                var y = (row * Samples.PerSide) + sample;
                var open = covered ? planes.Open.Row(y)[word] : ulong.MaxValue;
                ulong copper = planes.Copper.Row(y)[word], vias = planes.Vias.Row(y)[word], edge = planes.Edge.Row(y)[word];
                // The mask closes a via unless it has an opening there.
                var there = planes.Board.Row(y)[word] & ~planes.Holes.Row(y)[word] & ~(vias & open) & ~edge;
                var legend = there & planes.Legend.Row(y)[word] & (covered ? ~open : ulong.MaxValue);
                there &= ~legend;
                var tent = there & vias & ~open;
                there &= ~tent;
                edges += Samples.CountBytes(edge);
                legends += Samples.CountBytes(legend);
                tents += Samples.CountBytes(tent);
                finishes += Samples.CountBytes(there & open & copper);
                bare += Samples.CountBytes(there & open & ~copper);
                overCopper += Samples.CountBytes(there & ~open & copper);
                ground += Samples.CountBytes(there & ~open & ~copper);
            }
            var count = Math.Min(8, (pixels.Length / 4) - (word * 8));
            for (var i = 0; i < count; i++)
            {
                palette.Mix(Samples.At(edges + bare, i), Samples.At(legends, i), Samples.At(tents, i), Samples.At(finishes, i), Samples.At(overCopper, i), Samples.At(ground, i),
                    pixels.Slice(((word * 8) + i) * 4, 4));
            }
        }
    }

    private sealed class Planes(int width, int height)
    {
        public Bitmap Board { get; } = new(width, height);
        public Bitmap Edge { get; } = new(width, height);
        public Bitmap Holes { get; } = new(width, height);
        public Bitmap Vias { get; } = new(width, height);
        public Bitmap Copper { get; } = new(width, height);
        public Bitmap Open { get; } = new(width, height);
        public Bitmap Legend { get; } = new(width, height);
    }

    private sealed class Palette(BoardColours colours, bool covered)
    {
        private readonly (int R, int G, int B) laminate = Of(colours.Laminate);
        private readonly (int R, int G, int B) legend = Of(colours.Legend);
        private readonly (int R, int G, int B) tent = Of(colours.Tent);
        private readonly (int R, int G, int B) finish = Of(colours.Finish);
        private readonly (int R, int G, int B) overCopper = Of(covered ? colours.MaskOverCopper : colours.Finish);
        private readonly (int R, int G, int B) mask = Of(covered ? colours.Mask : colours.Laminate);

        public void Mix(int laminates, int legends, int tents, int finishes, int overCoppers, int masks, Span<byte> pixel)
        {
            var all = laminates + legends + tents + finishes + overCoppers + masks;
            if (all == 0) return;
            pixel[0] = (byte)(((laminate.R * laminates) + (legend.R * legends) + (tent.R * tents) + (finish.R * finishes) + (overCopper.R * overCoppers) + (mask.R * masks)) / all);
            pixel[1] = (byte)(((laminate.G * laminates) + (legend.G * legends) + (tent.G * tents) + (finish.G * finishes) + (overCopper.G * overCoppers) + (mask.G * masks)) / all);
            pixel[2] = (byte)(((laminate.B * laminates) + (legend.B * legends) + (tent.B * tents) + (finish.B * finishes) + (overCopper.B * overCoppers) + (mask.B * masks)) / all);
            pixel[3] = (byte)(all * 255 / Samples.PerPixel);
        }

        private static (int R, int G, int B) Of(string colour) =>
            (int.Parse(colour.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(colour.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(colour.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
