using System.Globalization;
using Turnkey.Designs;
using Turnkey.Documents.Markup;

namespace Turnkey.Documents.Viewer;

/// <summary>
/// A place in a page where the script puts a viewer, and the board's data for it. Both are invisible until the script runs: what the page shows without
/// scripts, and in print, stands beside it.
/// </summary>
internal static class ViewerPanel
{
    private static readonly Lazy<PageScript> Shared = new(() => new PageScript(ViewerScript.Inline, ViewerScript.Style));

    public static PageScript Script => Shared.Value;

    public static bool Needed(Design design) => design.Assemblies.Any(assembly => assembly.Board is not null);

    /// <param name="html">The page.</param>
    /// <param name="scene">What to look at.</param>
    /// <param name="number">Of the board on this page, from 0; stands in addresses.</param>
    public static void Write(HtmlText html, BoardScene scene, int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        html.Open("div", "viewer", ("data-board", name), ("hidden", "")).Close();
        // Not a script to a browser, because of its type: text that is read by one.
        html.Open("script", null, ("type", "application/vnd.turnkey.board-scene"), ("id", "board-data-" + name));
        html.Own(Convert.ToBase64String(scene.Content.AsSpan())).Close();
    }
}
