using System.Security.Cryptography;
using System.Text;

namespace Turnkey.Documents.Markup;

/// <summary>
/// The frame of every page that is a file of its own: one document, nothing loaded from anywhere, and a policy in it that forbids what it does not
/// have (scripts other than its own, outside references, inline styles, markup made by scripts).
/// </summary>
internal static class Page
{
    private static readonly Lazy<string> Style = new(() => Resource("turnkey.css"));

    /// <param name="title">Of the document.</param>
    /// <param name="content">Writes the body.</param>
    /// <param name="script">What the page does beyond being read; it must be complete without.</param>
    /// <param name="pictures">The page has pictures of pixels, which stand in it themselves.</param>
    public static string Write(string title, Action<HtmlText> content, PageScript? script = null, bool pictures = false)
    {
        // The line end keeps the markup readable; browsers hash it with the rest.
        var css = "\n" + Style.Value + script?.Style;
        var scripts = script is null ? "" : $"script-src 'sha256-{Hash(script.Code)}'; require-trusted-types-for 'script'; trusted-types 'none'; ";
        var html = new HtmlText();
        html.Own("<!doctype html>\n");
        html.Open("html", null, ("lang", "en")).Open("head");
        html.Void("meta", null, ("charset", "utf-8"));
        html.Void("meta", null, ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; {(pictures ? "img-src data:; " : "")}style-src 'sha256-{Hash(css)}'; {scripts}base-uri 'none'; form-action 'none'"));
        html.Void("meta", null, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", null, ("name", "generator"), ("content", "Turnkey"));
        html.Leaf("title", null, title);
        html.Own("<style>").Own(css).Own("</style>");
        html.Close().Own("\n").Open("body");
        content(html);
        if (script is not null) html.Own("<script type=\"module\">").Own(script.Code).Own("</script>");
        html.Close(2).Own("\n");
        return html.ToString();
    }

    /// <summary>An embedded text, with line ends as browsers normalise them before they hash.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <param name="Code">An ES module without imports.</param>
/// <param name="Style">Appended to the style sheet.</param>
internal sealed record PageScript(string Code, string Style);
