using System.Text;
using System.Text.RegularExpressions;
using Turnkey.Contracts.Bundles;

namespace Turnkey.Contracts.Tests.Bundles;

/// <summary>What docs/bundle-format.md shows is what is written.</summary>
public sealed partial class DocumentedFormatTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Root(), "docs", "bundle-format.md"));

    public static TheoryData<string> Kinds { get; } = ["rfq", "invitation-reply", "questions", "offer", "counter-offer", "order-acknowledgement"];

    [Fact]
    public void The_manifest_is_as_documented() => Same("bundle.json", Entry(BundleKind.Offer, "bundle.json"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Documents_are_as_documented(string kind) => Same(kind, Entry(BundleKinds.Parse(kind)!.Value, "document.json"));

    [Fact]
    public void Every_kind_is_documented() => Assert.All(Enum.GetValues<BundleKind>(), kind => Assert.Contains($"| `{kind.Word()}` |", Document, StringComparison.Ordinal));

    [Fact]
    public void Version_and_limits_are_as_documented()
    {
        Assert.Contains($"Version {BundleManifest.Major}.{BundleManifest.Minor}.", Document, StringComparison.Ordinal);
        Assert.Equal((1L << 30, 200, 16 << 20), (BundleLimits.Default.Bytes, BundleLimits.Default.Files, BundleLimits.Default.DocumentBytes));
        Assert.Contains("at most 1 GB (2^30 bytes) and 200 files, `bundle.json` and `document.json` at most 16 MB each", Document, StringComparison.Ordinal);
    }

    private static void Same(string name, string written)
    {
        var documented = Example().Matches(Document).Single(match => match.Groups[1].Value == name).Groups[2].Value;
        Assert.True(documented == written, $"docs/bundle-format.md should have as example of {name}:\n<<<{name}\n{written}>>>");
    }

    private static string Entry(BundleKind kind, string path)
    {
        var (content, key) = Samples.Contents.Single(one => one.Content.Kind == kind);
        return Encoding.UTF8.GetString(Bundle.Entries(Samples.Write(content, key), BundleLimits.Default).Single(file => file.Path == path).Content.Span);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("the tests do not run inside the repository");
    }

    [GeneratedRegex("<!-- example: ([a-z.-]+) -->\n```json\n(.*?)```\n", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
