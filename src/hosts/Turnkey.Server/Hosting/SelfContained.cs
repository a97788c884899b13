using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Turnkey.Server.Hosting;

/// <summary>
/// How papers are served that are pages of their own (review, offer, costing). Each holds a policy with the hashes of its style and script; that one is
/// sent as it is, in a sandbox without this site's origin, so that the page can neither read cookies nor ask the server for anything, whatever is in it. A paper without
/// such a policy, or with one that lets in what is inline, is shown as text and pictures of its own only.
/// </summary>
internal static partial class SelfContained
{
    private const string Sandbox = "sandbox allow-scripts allow-popups allow-downloads; frame-ancestors 'self'; ";

    /// <summary>The policy stands in the head, before the style.</summary>
    private const int HeadBytes = 4096;

    /// <summary>Reads the page's own policy and goes back to its beginning.</summary>
    /// <param name="page">Can be sought in.</param>
    public static async Task<string> PolicyOfAsync(Stream page, CancellationToken cancel)
    {
        var head = new byte[HeadBytes];
        var read = await page.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        page.Seek(0, SeekOrigin.Begin);
        var own = Policy().Match(Encoding.UTF8.GetString(head, 0, read));
        var text = own.Success ? WebUtility.HtmlDecode(own.Groups[1].Value) : "";
        var fits = text.StartsWith("default-src 'none'", StringComparison.Ordinal) && !text.Contains("unsafe-", StringComparison.Ordinal) && !text.Any(char.IsControl) && text.All(char.IsAscii);
        return Sandbox + (fits ? text : "default-src 'none'; img-src data:");
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Policy();
}
