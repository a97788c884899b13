using System.Collections.Immutable;
using System.Text;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Tests.Findings;

public class WaiverTests
{
    private const string Package = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Head = "turnkey-waivers: 1\npackage: " + Package + "\nwaivers:\n";
    private const string Narrow = "trace-width:tracks drawn 0.1 mm wide";

    [Fact]
    public void A_waived_finding_stays_with_who_answers_for_it()
    {
        var (waivers, diagnostics) = Read($"{Head}  - {{ finding: \"{Narrow}\", reason: carries no current, author: A. Miller, date: 2026-11-27 }}\n");
        Assert.Empty(diagnostics);
        var (reviews, unknown) = waivers!.Apply([Review()]);
        Assert.Empty(unknown);
        var finding = Assert.Single(reviews[0].Findings, finding => finding.Waiver is not null);
        Assert.Equal((Narrow, "carries no current", "A. Miller", "2026-11-27"), (finding.Id, finding.Waiver!.Reason, finding.Waiver.Author, finding.Waiver.Date));
        Assert.Equal(Review().Findings.Length, reviews[0].Findings.Length);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void A_waiver_of_what_was_not_found_is_told_with_its_line()
    {
        var (reviews, unknown) = Read($"{Head}  - {{ finding: \"trace-width:tracks drawn 0.2 mm wide\", reason: r, author: a }}\n").Waivers!.Apply([Review()]);
        var diagnostic = Assert.Single(unknown);
        Assert.Equal(("waivers.no-such-finding", 4, Severity.Warning, "waivers.yaml"), (diagnostic.Code, diagnostic.Line, diagnostic.Severity, diagnostic.File));
        Assert.All(reviews[0].Findings, finding => Assert.Null(finding.Waiver));
    }

    [Fact]
    public void Waivers_of_another_package_are_refused_and_the_diagnostic_says_which()
    {
        var (waivers, diagnostics) = WaiverFile.Read("waivers.yaml", Encoding.UTF8.GetBytes(Head), new string('f', 64));
        Assert.Null(waivers);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("waivers.other-package", 2), (diagnostic.Code, diagnostic.Line));
        Assert.Contains(Package, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(new string('f', 64), diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense: [", "waivers.not-yaml")]
    [InlineData("[]", "waivers.not-one")]
    [InlineData("turnkey-waivers: 2\npackage: x", "waivers.not-one")]
    [InlineData("turnkey-waivers: 1", "waivers.package")]
    [InlineData("turnkey-waivers: 1\npackage: abc", "waivers.package")]
    [InlineData("turnkey-waivers: 1\npackage: " + Package + "\nwaiver: []", "waivers.unknown-key")]
    [InlineData("turnkey-waivers: 1\npackage: " + Package + "\nwaivers: all", "waivers.entry")]
    [InlineData(Head + "  - all", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, author: a }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: ' ', author: a }", "waivers.entry")]
    [InlineData(Head + "  - { reason: r, author: a }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r, author: [a] }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r, author: a, until: never }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r, author: a, date: soon }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r, author: a }\n  - { finding: f, reason: s, author: b }", "waivers.twice")]
    public void A_file_that_is_not_understood_whole_is_not_used_at_all(string text, string code)
    {
        var (waivers, diagnostics) = Read(text);
        Assert.Null(waivers);
        Assert.Equal((code, Severity.Error), (Assert.Single(diagnostics).Code, diagnostics[0].Severity));
    }

    [Fact]
    public void Files_beyond_all_measure_and_damaged_ones_are_refused_without_an_exception()
    {
        Assert.Equal("waivers.too-large", Assert.Single(WaiverFile.Read("w", new byte[WaiverFile.LargestBytes + 1], Package).Diagnostics).Code);
        Assert.Contains(Read(Head + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"- {{ finding: f{i}, reason: r, author: a }}\n"))).Diagnostics, diagnostic => diagnostic.Code == "waivers.too-many");
        var whole = Encoding.UTF8.GetBytes($"{Head}  - {{ finding: \"{Narrow}\", reason: r, author: a, date: 2026-11-27 }}\n");
        var random = new Random(2);
        for (var i = 0; i < whole.Length; i++)
        {
            WaiverFile.Read("cut", whole.AsMemory(0, i), Package);
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            WaiverFile.Read("damaged", damaged, Package);
        }
    }

    private static Review Review() => new Sketch().Track(1, 0, 0, 10, 0, 0.1, "A").Track(1, 0, 5, 10, 5, 0.11, "B").Against("trace-width: { minimum: 0.15 }");

    private static (WaiverSet? Waivers, ImmutableArray<Diagnostic> Diagnostics) Read(string text) => WaiverFile.Read("waivers.yaml", Encoding.UTF8.GetBytes(text), Package);
}
