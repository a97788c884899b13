using System.Globalization;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Documents.Markup;
using Turnkey.Drawing.Raster;
using Turnkey.Geometry;

namespace Turnkey.Documents.Checking;

/// <summary>The picture of a finding: a close-up of its worst place with the place ringed and a scale bar; the whole board where it is about no place of it.</summary>
internal static class FindingPicture
{
    private const int PixelsWide = 360;

    /// <summary>Lengths of scale bars, in nanometres: the largest that takes at most a third of the picture.</summary>
    private static readonly long[] Bars = [100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000];

    public static void Write(HtmlText html, Board board, Finding finding)
    {
        var worst = finding.Worst;
        var isOfBoard = FindingView.IsOfBoard(board, worst);
        var window = isOfBoard ? FindingView.Whole(board) : FindingView.Window(worst);
        var png = CloseUp.Png(board, window, PixelsWide, FindingView.Of(board, worst).Layers);
        html.Open("figure", "shot");
        html.Void("img", null, ("src", "data:image/png;base64," + Convert.ToBase64String(png)), ("width", "360"), ("height", "240"), ("loading", "lazy"), ("alt", $"{finding.Rule.Title}: {worst.Cause}{(worst.Layer.Length > 0 ? " on " + worst.Layer : "")}"));
        html.Own(Overlay(window, isOfBoard ? null : worst.At));
        html.Close();
    }

    /// <summary>Drawn over the picture in its own pixels.</summary>
    private static string Overlay(Box window, Point? place)
    {
        var perPixel = window.Width.Nanometres / (double)PixelsWide;
        var ring = "";
        if (place is { } at)
        {
            var (x, y) = ((at.X - window.Left) / perPixel, (window.Top - at.Y) / perPixel);
            ring = string.Create(CultureInfo.InvariantCulture, $"""<circle class="halo" cx="{x:0.#}" cy="{y:0.#}" r="16"/><circle class="ring" cx="{x:0.#}" cy="{y:0.#}" r="16"/>""");
        }
        var bar = Bars.LastOrDefault(length => length <= window.Width.Nanometres / 3, Bars[0]);
        var wide = bar / perPixel;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg viewBox="0 0 360 240" aria-hidden="true">{ring}<path class="halo" d="M12 228h{wide:0.#}"/><path class="ring bar" d="M12 228h{wide:0.#}"/><text x="12" y="222">{bar / 1e6:0.###} mm</text></svg>
            """);
    }
}
