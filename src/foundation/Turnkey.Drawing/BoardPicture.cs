using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Colours;
using Turnkey.Drawing.Vector;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Drawing;

/// <summary>
/// Draws a board from its own data as it will look when made: laminate, copper, solder mask with its openings, finish, legend, holes cut through.
/// The picture is one self-contained SVG in millimetres, without styles or scripts, the same for the same board.
/// </summary>
public static class BoardPicture
{
    /// <summary>Around the board in the view, so that the edge line is not cut.</summary>
    internal const long Margin = 300_000;

    /// <summary>A picture above this many characters is drawn again on a coarser grid: pages with two of them still load at once.</summary>
    private const int WantedCharacters = 350_000;

    /// <summary>On the coarsest grid, a layer stops growing here and the picture says so.</summary>
    private const int MostCharactersPerLayer = 4_000_000;

    /// <param name="board">What to draw; without an outline, the copper's bounds stand for it and the picture's notes say so.</param>
    /// <param name="side"><see cref="Side.Top"/>, or <see cref="Side.Bottom"/>, which is mirrored: as seen when the board is turned about its vertical axis.</param>
    /// <param name="colours">See <see cref="BoardColours.From"/>.</param>
    /// <param name="idPrefix">Letters and digits; distinct for every picture that shares a page. Null: the side's name.</param>
    /// <param name="view">What to show, in board coordinates; null: all of the board.</param>
    /// <exception cref="ArgumentException"><paramref name="side"/> is no face of the board.</exception>
    public static BoardDrawing Draw(Board board, Side side, BoardColours colours, string? idPrefix = null, Box? view = null)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(colours);
        if (side is not (Side.Top or Side.Bottom)) throw new ArgumentException("a board is looked at from the top or the bottom", nameof(side));
        var face = BoardFace.Of(board, side);
        var prefix = idPrefix ?? (side == Side.Top ? "top" : "bottom");
        BoardDrawing? drawing = null;
        foreach (var grid in Grid.Levels)
        {
            // What would be too large is not drawn to its end: the next coarser grid draws it anew.
            var most = grid == Grid.Levels[^1] ? MostCharactersPerLayer : WantedCharacters;
            (drawing, var complete) = Draw(face, view ?? face.Bounds.Grow(Margin), colours, prefix, grid, most);
            if (complete && drawing.Svg.Length <= WantedCharacters) break;
        }
        return drawing!;
    }

    /// <summary>The SVG alone.</summary>
    /// <inheritdoc cref="Draw(Board, Side, BoardColours, string?, Box?)"/>
    public static string Svg(Board board, Side side, BoardColours colours) => Draw(board, side, colours).Svg;

    private static (BoardDrawing Drawing, bool Complete) Draw(BoardFace face, Box view, BoardColours colours, string prefix, Grid grid, int mostCharacters)
    {
        var svg = new SvgText();
        svg.Open("svg").Attribute("xmlns", "http://www.w3.org/2000/svg").Attribute("class", "board")
            .Attribute("viewBox", $"0 0 {SvgText.Millimetres(view.Width.Millimetres)} {SvgText.Millimetres(view.Height.Millimetres)}")
            .Attribute("role", "img").Attribute("aria-label", face.Description);

        var copper = Inks(face.Copper, grid, view, prefix + "-c");
        var openings = Inks(face.Mask, grid, view, prefix + "-m");
        var legend = Inks(face.Legend, grid, view, prefix + "-l");

        svg.Open("defs");
        Define(svg, prefix + "-copper", copper, mostCharacters);
        Define(svg, prefix + "-open", openings, mostCharacters);
        Define(svg, prefix + "-legend", legend, mostCharacters);
        var frame = new Frame(grid.Snap(view.Left), grid.Snap(view.Bottom), grid.Snap(view.Right) - grid.Snap(view.Left), grid.Snap(view.Top) - grid.Snap(view.Bottom));
        svg.Open("g").Attribute("id", prefix + "-board");
        WriteContours(svg, face.Boundaries, grid);
        svg.Close().Open("g").Attribute("id", prefix + "-cutouts");
        WriteContours(svg, face.Cutouts, grid);
        svg.Close();
        var covered = face.Mask.Length > 0;
        if (covered)
        {
            Mask(svg, prefix + "-bare", frame, () => WriteOpenings(svg, face, prefix, frame, "#000", "#fff"));
            if (face.Legend.Length > 0) Mask(svg, prefix + "-covered", frame, () => WriteOpenings(svg, face, prefix, frame, "#fff", "#000"));
        }
        var (vias, holes) = covered ? face.Tentable : ([], face.Holes);
        Mask(svg, prefix + "-made", frame, () =>
        {
            Use(svg, prefix + "-board", "#fff", null, fillOnly: true);
            Use(svg, prefix + "-cutouts", "#000", null, fillOnly: true);
            WriteHoles(svg, holes, "#000", grid);
            if (vias.IsEmpty) return;
            // The mask closes a via unless it has an opening there.
            svg.Open("g").Attribute("mask", $"url(#{prefix}-bare)");
            WriteHoles(svg, vias, "#000", grid);
            svg.Close();
        });
        var legendIsMasked = legend.Any(ink => ink.HasClear) || face.Legend.Any(layer => layer.Negative);
        if (legendIsMasked) Mask(svg, prefix + "-inked", frame, () => WriteLayers(svg, face.Legend, prefix + "-legend", frame, "#000", "#fff"));
        svg.Close();

        // Grid units with y up and, on the bottom, x to the left.
        var scale = (grid.Step / 1e6).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
        var (flip, shift) = face.Side == Side.Top ? ("", -view.Left) : ("-", view.Right);
        svg.Open("g").Attribute("transform", $"matrix({flip}{scale} 0 0 -{scale} {SvgText.Millimetres(shift / 1e6)} {SvgText.Millimetres(view.Top / 1e6)})");
        svg.Open("g").Attribute("mask", $"url(#{prefix}-made)");
        var (ground, metal) = covered ? (colours.Mask, colours.MaskOverCopper) : (colours.Laminate, colours.Finish);
        Fill(svg, frame, ground);
        WriteLayers(svg, face.Copper, prefix + "-copper", frame, ground, metal);
        if (covered)
        {
            WriteHoles(svg, vias, colours.Tent, grid);
            svg.Open("g").Attribute("mask", $"url(#{prefix}-bare)");
            Fill(svg, frame, colours.Laminate);
            WriteLayers(svg, face.Copper, prefix + "-copper", frame, colours.Laminate, colours.Finish);
            svg.Close();
        }
        if (face.Legend.Length > 0)
        {
            if (covered) svg.Open("g").Attribute("mask", $"url(#{prefix}-covered)");
            if (legendIsMasked)
            {
                svg.Open("g").Attribute("mask", $"url(#{prefix}-inked)");
                Fill(svg, frame, colours.Legend);
                svg.Close();
            }
            else
            {
                for (var i = 0; i < face.Legend.Length; i++) Use(svg, $"{prefix}-legend{i}", colours.Legend, null);
            }
            if (covered) svg.Close();
        }
        svg.Close();
        // The milled edge: keeps a white board visible on a white page.
        svg.Open("g").Attribute("fill", "none").Attribute("stroke", colours.Laminate).Attribute("stroke-width", Math.Max(1, 80_000 / grid.Step));
        svg.Open("use").Attribute("href", $"#{prefix}-board").Close().Open("use").Attribute("href", $"#{prefix}-cutouts").Close().Close();
        svg.Close().Close();

        var leftOut = copper.Concat(openings).Concat(legend).Sum(ink => ink.LeftOut);
        var notes = leftOut == 0 ? face.Notes : face.Notes.Add($"{leftOut} features are not drawn, because the picture would become too large");
        return (new BoardDrawing(svg.ToString(), view, notes), leftOut == 0);
    }

    private static ImmutableArray<LayerInk> Inks(ImmutableArray<Layer> layers, Grid grid, Box view, string prefix) =>
        [.. layers.Select((layer, i) => new LayerInk(layer.Image, grid, view, prefix + i.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    private static void Define(SvgText svg, string id, ImmutableArray<LayerInk> inks, int mostCharacters)
    {
        for (var i = 0; i < inks.Length; i++)
        {
            inks[i].WriteShapes(svg, mostCharacters);
            svg.Open("g").Attribute("id", id + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            inks[i].WriteFeatures(svg, mostCharacters);
            svg.Close();
        }
    }

    /// <summary>Paints layers of one role on an even ground, the negative ones inside out.</summary>
    private static void WriteLayers(SvgText svg, ImmutableArray<Layer> layers, string id, Frame frame, string ground, string ink)
    {
        for (var i = 0; i < layers.Length; i++)
        {
            var reference = $"{id}{i}";
            if (layers[i].Negative)
            {
                Fill(svg, frame, ink);
                Use(svg, reference, ground, ink);
            }
            else
            {
                Use(svg, reference, ink, ground);
            }
        }
    }

    private static void WriteOpenings(SvgText svg, BoardFace face, string prefix, Frame frame, string covered, string open)
    {
        Fill(svg, frame, covered);
        WriteLayers(svg, face.Mask, prefix + "-open", frame, covered, open);
    }

    private static void WriteContours(SvgText svg, ImmutableArray<Contour> contours, Grid grid)
    {
        foreach (var contour in contours) svg.Open("path").PathData(path => ContourPath.Write(path, contour, grid)).Close();
    }

    private static void WriteHoles(SvgText svg, ImmutableArray<Hole> holes, string colour, Grid grid)
    {
        if (holes.IsEmpty) return;
        svg.Open("g").Attribute("fill", "none").Attribute("stroke", colour).Attribute("stroke-linecap", "round").Attribute("stroke-linejoin", "round");
        foreach (var size in holes.Where(hole => hole.Diameter > Length.Zero).GroupBy(hole => grid.Snap(hole.Diameter.Nanometres)).OrderBy(size => size.Key))
        {
            var paths = size.Select(hole => hole.Path).ToArray();
            svg.Open("path").Attribute("stroke-width", Math.Max(size.Key, 1)).PathData(path => StrokeChains.Write(path, paths, grid)).Close();
        }
        svg.Close();
    }

    private static void Mask(SvgText svg, string id, Frame frame, Action content)
    {
        svg.Open("mask").Attribute("id", id).Attribute("maskUnits", "userSpaceOnUse")
            .Attribute("x", frame.X).Attribute("y", frame.Y).Attribute("width", frame.Width).Attribute("height", frame.Height);
        content();
        svg.Close();
    }

    private static void Fill(SvgText svg, Frame frame, string colour) => svg.Open("rect").Attribute("x", frame.X).Attribute("y", frame.Y)
        .Attribute("width", frame.Width).Attribute("height", frame.Height).Attribute("fill", colour).Close();

    private static void Use(SvgText svg, string id, string ink, string? ground, bool fillOnly = false)
    {
        svg.Open("use").Attribute("href", "#" + id).Attribute("fill", ink);
        if (!fillOnly) svg.Attribute("stroke", ink);
        if (ground is not null) svg.Attribute("color", ground);
        svg.Close();
    }

    /// <summary>The whole view in grid units.</summary>
    private readonly record struct Frame(long X, long Y, long Width, long Height);
}

/// <summary>A drawn board.</summary>
/// <param name="Svg">Self-contained and safe to put into a page.</param>
/// <param name="View">What the picture shows, in board coordinates; the SVG's view box is its size in millimetres. A point of the board is at
/// (x − left, top − y) on the top picture and (right − x, top − y) on the bottom one.</param>
/// <param name="Notes">What could not be drawn as the files say, each a sentence a customer understands.</param>
public sealed record BoardDrawing(string Svg, Box View, ImmutableArray<string> Notes);
