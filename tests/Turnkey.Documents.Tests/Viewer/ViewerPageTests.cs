using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Turnkey.Documents.Offers;
using Turnkey.Documents.Viewer;

namespace Turnkey.Documents.Tests.Viewer;

public sealed partial class ViewerPageTests
{
    private static readonly string Html = OfferPage.Html(SampleQuote.Design(), SampleQuote.Quote());
    private static readonly IDocument Page = Pages.Read(Html, null);

    [Fact]
    public void Each_drawn_board_has_a_place_for_its_viewer_and_its_data()
    {
        Assert.Equal("0", Assert.Single(Page.QuerySelectorAll(".viewer")).GetAttribute("data-board"));
        Assert.True(Page.QuerySelector(".viewer")!.HasAttribute("hidden"));
        Assert.Contains("c1", SceneDecoder.Read(SceneOf(Page)).Layers.Keys);
    }

    [Fact]
    public void Without_scripts_the_page_shows_both_sides()
    {
        foreach (var script in Page.QuerySelectorAll("script").ToArray()) Assert.Null(script.QuerySelector("*"));
        var still = Pages.Read(Scripts().Replace(Html, ""), null);
        Assert.Equal(2, still.QuerySelectorAll("svg.board[role=img]").Length);
        Assert.Empty(still.QuerySelector(".viewer")!.ChildNodes);
    }

    [Fact]
    public void A_page_without_a_board_has_no_script()
    {
        var design = SampleQuote.Design();
        var html = OfferPage.Html(design with { Product = design.Product with { Items = [] } }, SampleQuote.Quote());
        Assert.Empty(Pages.Read(html, null).QuerySelectorAll("script"));
        Assert.DoesNotContain("script-src", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_data_in_the_scene_and_cannot_end_it()
    {
        var html = OfferPage.Html(SampleQuote.Design(SampleQuote.Hostile, SampleQuote.Hostile), SampleQuote.Quote());
        Pages.AssertSafe(html);
        var header = SceneDecoder.Read(SceneOf(Pages.Read(html, null))).Header;
        Assert.Equal(SampleQuote.Hostile.Replace("\u202e", "", StringComparison.Ordinal), header.GetProperty("name").GetString());
    }

    [Fact]
    public void Modules_import_only_what_stands_before_them()
    {
        Assert.Equal(ViewerScript.Modules.Order(StringComparer.Ordinal),
            typeof(ViewerScript).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("viewer/", StringComparison.Ordinal)).Select(name => name["viewer/".Length..]).Order(StringComparer.Ordinal));
        for (var i = 0; i < ViewerScript.Modules.Count; i++)
        {
            var imports = Imports().Matches(ViewerScript.Module(ViewerScript.Modules[i])).Select(match => match.Groups[1].Value);
            Assert.All(imports, import => Assert.Contains(import, ViewerScript.Modules.Take(i)));
        }
    }

    [Fact]
    public void The_joined_script_has_no_imports_and_makes_no_markup()
    {
        var script = ViewerScript.Inline;
        Assert.DoesNotMatch(@"(?m)^\s*(import|export)\b", script);
        foreach (var forbidden in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(", "XMLHttpRequest", "setAttribute('style'", "</script", "<!--" })
        {
            Assert.DoesNotContain(forbidden, script, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Every_name_of_the_modules_is_declared_once()
    {
        var names = ViewerScript.Modules.SelectMany(name => Declarations().Matches(ViewerScript.Module(name))).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.Contains("BoardViewer", names);
    }

    [Fact]
    public void A_board_of_a_hundred_thousand_objects_fits_a_page()
    {
        var design = SampleQuote.Design();
        var item = design.Product.Items[0];
        var html = OfferPage.Html(design with { Product = design.Product with { Items = [item with { Assembly = SyntheticBoard.Of(100_000) }] } }, SampleQuote.Quote(100));
        // Written for the browser tests where they ask for it.
        var scene = SceneOf(Pages.Read(html, "offer-100000.html"));
        Assert.True(SceneDecoder.Read(scene).Layers.Values.Sum(layer => layer.Count) >= 100_000);
        Assert.True(scene.Content.Length < 1_000_000, $"{scene.Content.Length} bytes");
    }

    private static BoardScene SceneOf(IDocument page) =>
        new([.. Convert.FromBase64String(page.QuerySelector("script[type='application/vnd.turnkey.board-scene']")!.TextContent)], []);

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"from '\./([a-z-]+\.js)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Imports();

    [GeneratedRegex(@"(?m)^(?:export )?(?:async )?(?:function\*?|class|const|let) ([A-Za-z_]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declarations();
}
