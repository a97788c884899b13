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

    private static readonly DateOnly Today = new(2026, 11, 27);

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
        var (waivers, diagnostics) = WaiverFile.Read("waivers.yaml", Encoding.UTF8.GetBytes(Head), new string('f', 64), Today);
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
    [InlineData(Head + "  - { finding: f, reason: r, author: a, date: 2026-11-28 }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r, author: a, expires: soon }", "waivers.entry")]
    [InlineData(Head + "  - { finding: f, reason: r, author: a, date: 2026-11-20, expires: 2026-11-19 }", "waivers.entry")]
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
        Assert.Equal("waivers.too-large", Assert.Single(WaiverFile.Read("w", new byte[WaiverFile.LargestBytes + 1], Package, Today).Diagnostics).Code);
        Assert.Contains(Read(Head + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"- {{ finding: f{i}, reason: r, author: a }}\n"))).Diagnostics, diagnostic => diagnostic.Code == "waivers.too-many");
        var whole = Encoding.UTF8.GetBytes($"{Head}  - {{ finding: \"{Narrow}\", reason: r, author: a, date: 2026-11-27 }}\n");
        var random = new Random(2);
        for (var i = 0; i < whole.Length; i++)
        {
            WaiverFile.Read("cut", whole.AsMemory(0, i), Package, Today);
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            WaiverFile.Read("damaged", damaged, Package, Today);
        }
    }

    [Theory]
    [InlineData("2026-11-26", false)]
    [InlineData("2026-11-27", true)]
    [InlineData("2027-01-01", true)]
    public void A_waiver_holds_to_the_day_it_expires_on(string expires, bool holds)
    {
        var (waivers, diagnostics) = Read($"{Head}  - {{ finding: \"{Narrow}\", reason: r, author: a, expires: {expires} }}\n");
        Assert.Equal(holds ? [] : ["waivers.expired"], diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(diagnostics, diagnostic => Assert.Equal((Severity.Warning, 4), (diagnostic.Severity, diagnostic.Line)));
        Assert.Equal(holds, waivers!.Apply([Review()]).Reviews[0].Findings.Any(finding => !finding.Counts));
    }

    [Fact]
    public void Whether_a_waiver_has_expired_is_not_guessed_where_no_day_is_given()
    {
        var text = Encoding.UTF8.GetBytes($"{Head}  - {{ finding: \"{Narrow}\", reason: r, author: a, expires: 2027-01-01 }}\n");
        Assert.Equal("waivers.entry", Assert.Single(WaiverFile.Read("waivers.yaml", text, Package, null).Diagnostics).Code);
    }

    [Fact]
    public void A_list_of_the_ids_of_all_findings_is_a_list_of_waivers_that_leaves_none()
    {
        // Tracks of one width, of which the limit is another on one net: one cause, broken here and only not preferred there.
        var review = new Sketch().Track(1, 0, 0, 10, 0, 0.1, "A").Track(1, 0, 5, 10, 5, 0.1, "B").Against("trace-width: [{ minimum: 0.15, nets: [A] }, { preferred: 0.15 }]");
        var finding = Assert.Single(review.Findings, finding => finding.Rule.Id == "trace-width");
        Assert.Equal((Severity.Error, 2), (finding.Severity, finding.Places.Length));
        Assert.Equal([Severity.Error, Severity.Warning], finding.Places.Select(place => place.Severity));
        Assert.Contains("1 of them only short of what is preferred", finding.Reason, StringComparison.Ordinal);
        var (waivers, diagnostics) = Read(Head + string.Concat(review.Findings.Select(one => $"  - {{ finding: \"{one.Id}\", reason: r, author: a }}\n")));
        Assert.Empty(diagnostics);
        Assert.DoesNotContain(waivers!.Apply([review]).Reviews[0].Findings, one => one.Counts);
    }

    [Fact]
    public void Of_two_assemblies_a_waiver_means_the_finding_of_one()
    {
        var (waivers, _) = Read($"{Head}  - {{ finding: \"a/{Narrow}\", reason: r, author: a }}\n");
        var (reviews, unknown) = waivers!.Apply([Review().Named("a"), Review().Named("b")]);
        Assert.Empty(unknown);
        Assert.Single(reviews[0].Findings, finding => !finding.Counts);
        Assert.DoesNotContain(reviews[1].Findings, finding => !finding.Counts);
    }

    private static Review Review() => new Sketch().Track(1, 0, 0, 10, 0, 0.1, "A").Track(1, 0, 5, 10, 5, 0.11, "B").Against("trace-width: { minimum: 0.15 }");

    private static (WaiverSet? Waivers, ImmutableArray<Diagnostic> Diagnostics) Read(string text) => WaiverFile.Read("waivers.yaml", Encoding.UTF8.GetBytes(text), Package, Today);
}
