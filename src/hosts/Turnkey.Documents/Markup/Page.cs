using System.Security.Cryptography;
using System.Text;

namespace Turnkey.Documents.Markup;

/// <summary>
/// The frame of every page that is a file of its own: one document, nothing loaded from anywhere, and a policy in it that forbids what it does not
/// have (scripts, outside references, inline styles).
/// </summary>
internal static class Page
{
    private static readonly Lazy<(string Css, string Hash)> Style = new(ReadStyle);

    public static string Write(string title, Action<HtmlText> content)
    {
        var html = new HtmlText();
        html.Own("<!doctype html>\n");
        html.Open("html", null, ("lang", "en")).Open("head");
        html.Void("meta", null, ("charset", "utf-8"));
        html.Void("meta", null, ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'sha256-{Style.Value.Hash}'; base-uri 'none'; form-action 'none'"));
        html.Void("meta", null, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", null, ("name", "generator"), ("content", "Turnkey"));
        html.Leaf("title", null, title);
        html.Own("<style>").Own(Style.Value.Css).Own("</style>");
        html.Close().Own("\n").Open("body");
        content(html);
        html.Close(2).Own("\n");
        return html.ToString();
    }

    private static (string Css, string Hash) ReadStyle()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("turnkey.css") ?? throw new InvalidOperationException("turnkey.css is not embedded");
        using var reader = new StreamReader(stream);
        // Browsers normalise line ends before they hash.
        var css = "\n" + reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        return (css, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css))));
    }
}
