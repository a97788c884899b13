using System.Globalization;
using Turnkey.Designs.Layers;
using Turnkey.Drawing.Raster;
using Turnkey.Drawing.Vector;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Drawing;

/// <summary>Draws one layer alone in one colour, as a CAM viewer does: for thumbnails and for looking at what a file holds.</summary>
public static class LayerPicture
{
    private const long Margin = 300_000;
    private const int WantedCharacters = 350_000;
    private const int MostCharacters = 4_000_000;

    /// <summary>Of more features hardly a picture has the wanted length on a fine grid.</summary>
    private const int MostFineFeatures = 100_000;

    /// <param name="layer">Seen from the top, whatever its side.</param>
    /// <param name="view">What to show, in board coordinates; null or empty: all of the layer.</param>
    /// <param name="colour">As <c>#rrggbb</c> or <c>currentColor</c>, which takes the page's text colour.</param>
    /// <param name="idPrefix">Letters and digits; distinct for every picture that shares a page.</param>
    /// <param name="log">Takes how many objects were left out because the picture would become too large (<c>render.limit</c>).</param>
    public static string Svg(Layer layer, Box? view = null, string colour = "currentColor", string idPrefix = "layer", DiagnosticLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var box = view is { IsEmpty: false } wanted ? wanted : ViewOf(layer.Image);
        var levels = layer.Image.Features.Length > MostFineFeatures ? Grid.Levels.TakeLast(1) : Grid.Levels;
        foreach (var grid in levels)
        {
            // What would be too large is not drawn to its end: the next coarser grid draws it anew.
            var isLast = grid == Grid.Levels[^1];
            var (svg, leftOut) = Draw(layer, box, colour, idPrefix, grid, isLast ? MostCharacters : WantedCharacters);
            if (!isLast && (leftOut > 0 || svg.Length > WantedCharacters)) continue;
            if (leftOut > 0 && leftOut >= layer.Image.Features.Length)
                log?.Error(LayerRaster.NothingDrawn, 0, $"no object of the layer is drawn, because the picture would have more than {MostCharacters / 1_000_000} million characters");
            else if (leftOut > 0) log?.Error("render.limit", 0, $"{leftOut} objects of the layer are not drawn, because the picture would have more than {MostCharacters / 1_000_000} million characters");
            return svg.ToString();
        }
        throw new InvalidOperationException("there is no coarsest grid");
    }

    internal static Box ViewOf(LayerImage image)
    {
        var box = image.Bounds;
        return (box.IsEmpty ? Box.Around(Point.Origin, 5_000_000, 5_000_000) : box).Grow(Margin);
    }

    private static (SvgText Svg, int LeftOut) Draw(Layer layer, Box box, string colour, string prefix, Grid grid, int mostCharacters)
    {
        var svg = new SvgText();
        var (x, y) = (grid.Snap(box.Left), grid.Snap(box.Bottom));
        var (width, height) = (grid.Snap(box.Right) - x, grid.Snap(box.Top) - y);
        svg.Open("svg").Attribute("xmlns", "http://www.w3.org/2000/svg").Attribute("class", "layer")
            .Attribute("viewBox", $"0 0 {SvgText.Millimetres(box.Width.Millimetres)} {SvgText.Millimetres(box.Height.Millimetres)}")
            .Attribute("role", "img").Attribute("aria-label", $"Layer {layer.Source}");
        svg.Open("defs");
        var ink = new LayerInk(layer.Image, grid, box, prefix);
        ink.WriteShapes(svg, mostCharacters);
        // The page's colour is not known here, so what is clear has to be masked out.
        svg.Open("mask").Attribute("id", prefix + "-ink").Attribute("maskUnits", "userSpaceOnUse")
            .Attribute("x", x).Attribute("y", y).Attribute("width", width).Attribute("height", height);
        if (layer.Negative) svg.Open("rect").Attribute("x", x).Attribute("y", y).Attribute("width", width).Attribute("height", height).Attribute("fill", "#fff").Close();
        var (dark, clear) = layer.Negative ? ("#000", "#fff") : ("#fff", "#000");
        svg.Open("g").Attribute("fill", dark).Attribute("stroke", dark).Attribute("color", clear);
        ink.WriteFeatures(svg, mostCharacters);
        svg.Close().Close().Close();
        var scale = (grid.Step / 1e6).ToString("0.####", CultureInfo.InvariantCulture);
        svg.Open("g").Attribute("transform", $"matrix({scale} 0 0 -{scale} {SvgText.Millimetres(-box.Left / 1e6)} {SvgText.Millimetres(box.Top / 1e6)})");
        svg.Open("rect").Attribute("x", x).Attribute("y", y).Attribute("width", width).Attribute("height", height)
            .Attribute("fill", colour).Attribute("mask", $"url(#{prefix}-ink)").Close();
        return (svg.Close().Close(), ink.LeftOut);
    }
}
