using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Turnkey.Documents.Tests;

internal static class Pages
{
    /// <summary>Parses as a browser does; with TURNKEY_PAGES set, writes the page there to be looked at.</summary>
    public static IDocument Read(string html, string? name)
    {
        if (name is not null && Environment.GetEnvironmentVariable("TURNKEY_PAGES") is { Length: > 0 } folder) File.WriteAllText(Path.Combine(folder, name), html);
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>
    /// No style attribute, no handler, nothing from outside, no script but the one that the policy names by its hash; hostile text is text; the policy's
    /// hash is that of the style sheet.
    /// </summary>
    public static void AssertSafe(string html)
    {
        var page = Read(html, null);
        Assert.Empty(page.QuerySelectorAll("iframe, object, embed, link, img, base, form, foreignObject"));
        var attributes = page.All.SelectMany(element => element.Attributes).ToArray();
        Assert.DoesNotContain(attributes, attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(attributes.Where(attribute => attribute.LocalName is "href" or "src"), attribute => Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain('\u202e', html);
        Assert.Contains("alert('x')", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("url(http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        var style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        var rules = policy.Split("; ").Select(rule => rule.Split(' ')).ToDictionary(rule => rule[0], rule => rule[1..]);
        Assert.Equal(["'none'"], rules["default-src"]);
        Assert.Equal([HashSource(style)], rules["style-src"]);
        var scripts = page.QuerySelectorAll("script").Where(script => script.GetAttribute("type") != "application/vnd.turnkey.board-scene").ToArray();
        Assert.Equal(scripts.Select(script => HashSource(script.TextContent)), rules.GetValueOrDefault("script-src", []));
        Assert.All(scripts, script => Assert.Equal("module", script.GetAttribute("type")));
        var names = page.All.Select(element => element.Id).Where(id => id is { Length: > 0 }).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    /// <summary>A page without what only programs read: style sheet, script, board data.</summary>
    public static string WithoutPrograms(string html)
    {
        foreach (var program in Read(html, null).QuerySelectorAll("style, script")) html = html.Replace(program.TextContent, "", StringComparison.Ordinal);
        return html;
    }

    private static string HashSource(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
