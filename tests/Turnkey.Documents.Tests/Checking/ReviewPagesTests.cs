using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Dfx.Findings;
using Turnkey.Dfx.Queries;
using Turnkey.Documents.Checking;
using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;
using Turnkey.Quoting.Changes;

namespace Turnkey.Documents.Tests.Checking;

public sealed class ReviewPagesTests
{
    private static readonly Design Design = SampleQuote.Design();

    private static Finding Found(string rule, Severity severity, string cause, params double[] measured) => new(DesignRule.Of(rule), severity,
        [.. measured.Select((value, i) => new Sighting(cause, new Point(5_000_000 + (i * 1_000_000), 6_000_000), "L1", Measure.Of(Length.FromMillimetres(value))) { What = SampleQuote.Hostile })],
        Measure.Of(Length.FromMillimetres(0.1)), $"Something is narrow {SampleQuote.Hostile}", "widen it");

    private static Review Reviewed(params Finding[] findings) => new(new Demands([CapabilityShelf.Find(Demands.UsualMaker)!]),
        [new CheckState(DesignRule.Of("trace-width"), true, "12 tracks"), new CheckState(DesignRule.Of("aspect-ratio"), false, "nobody says how thick the board is")], [.. findings]);

    private static ImmutableArray<(Assembly, Review)> All(Review review) => [(Design.Assemblies.First(), review)];

    [Fact]
    public void Each_finding_stands_with_picture_measure_limit_and_all_its_places()
    {
        var page = Pages.Read(CheckPage.Html(Design, All(Reviewed(Found("trace-width", Severity.Error, "tracks", 0.09, 0.095)))), "check.html");
        var finding = Assert.Single(page.QuerySelectorAll("article.finding"));
        Assert.StartsWith("data:image/png;base64,", Assert.Single(finding.QuerySelectorAll("img")).GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("0.09 mm", finding.TextContent, StringComparison.Ordinal);
        Assert.Contains("0.1 mm", finding.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, finding.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("1 error to settle", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_was_skipped_says_why_and_is_no_pass()
    {
        var rows = Pages.Read(CheckPage.Html(Design, All(Reviewed())), null).QuerySelectorAll("tr").Select(row => row.TextContent).ToArray();
        Assert.Contains(rows, row => row.Contains("skipped", StringComparison.Ordinal) && row.Contains("nobody says how thick", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("good", StringComparison.Ordinal) && row.Contains("12 tracks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_waived_finding_is_shown_and_does_not_count()
    {
        var text = Pages.Read(CheckPage.Html(Design, All(Reviewed(Found("trace-width", Severity.Error, "tracks", 0.09) with { Waiver = new Waiver("x", "carries nothing", "A. Miller", "2026-08-24") }))), null).Body!.TextContent;
        Assert.Contains("Waived by A. Miller on 2026-08-24: carries nothing", text, StringComparison.Ordinal);
        Assert.Contains("can be made", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_stand_before_what_is_settled_with_what_a_change_would_save()
    {
        var (open, settled) = (Found("spacing", Severity.Error, "gaps", 0.08), Found("trace-width", Severity.Error, "tracks", 0.09));
        var saving = new Saving("", "Widen", "why", [open.Id], [new SavingAtQuantity(100, new Money(0.25m, Currency.Usd), Money.Zero(Currency.Usd), 2)]);
        ImmutableArray<Query> queries =
        [
            new Query(open.Id, Design.Assemblies.First().Name, open, "May it be trimmed?", "Trim it."),
            new Query(settled.Id, Design.Assemblies.First().Name, settled, "May it be widened?", "Widen it.") { Answers = [new Answer(settled.Id, AnswerKind.Other, "leave it", "A. Buyer", "2026-08-24")] },
        ];
        var page = Pages.Read(QueryPage.Html(Design, queries, [saving], []), "queries.html");
        var articles = page.QuerySelectorAll("article").Select(article => article.TextContent).ToArray();
        Assert.Contains("May it be trimmed?", articles[0], StringComparison.Ordinal);
        Assert.Contains("0.2500 USD a unit at 100 and 2 days", articles[0], StringComparison.Ordinal);
        Assert.Contains("leave it", articles[1], StringComparison.Ordinal);
        Assert.Contains("1 question open", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_for_an_earlier_revision_has_to_be_confirmed()
    {
        var finding = Found("spacing", Severity.Error, "gaps", 0.08);
        var query = new Query(finding.Id, "x", finding, "May it?", "Yes.") { Answers = [new Answer(finding.Id, AnswerKind.AsSent, "", "A. Buyer", "")], IsFromEarlier = true };
        Assert.Contains("earlier revision, please confirm: make it as it was sent", Pages.Read(QueryPage.Html(Design, [query], [], []), null).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_stay_text_and_only_pictures_of_the_page_itself_are_let_in()
    {
        var finding = Found("trace-width", Severity.Error, SampleQuote.Hostile, 0.09);
        foreach (var html in new[] { CheckPage.Html(Design, All(Reviewed(finding))), QueryPage.Html(Design, [new Query(finding.Id, SampleQuote.Hostile, finding, SampleQuote.Hostile, SampleQuote.Hostile)], [], []) })
        {
            var page = Pages.Read(html, null);
            Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert('x')", StringComparison.Ordinal));
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("img-src data:;", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Places_under_one_mark_are_one_mark_with_the_number_of_their_finding()
    {
        var board = Design.Assemblies.First().Board!;
        var finding = Found("trace-width", Severity.Error, "tracks", 0.09, 0.095, 0.096);
        var marker = Assert.Single(FindingMarkers.Of(board, finding with { Places = [.. finding.Places.Select((place, i) => place with { At = new Point(5_000_000 + (i * 100_000), 6_000_000) })] }, 12));
        Assert.Equal(("12", new Point(5_000_000, 6_000_000)), (marker.Label, marker.At));
        Assert.Equal("Trace width: 0.09 mm, 3 places", marker.Text);
        // Far apart, and on different faces, they are marked one by one.
        Assert.Equal(2, FindingMarkers.Of(board, finding with { Places = [finding.Places[0], finding.Places[1] with { At = new Point(25_000_000, 6_000_000) }] }, 12).Count());
        Assert.Equal(2, FindingMarkers.Of(board, finding with { Places = [finding.Places[0], finding.Places[0] with { Layer = "bottom" }] }, 12).Count());
    }

    [Fact]
    public void What_is_about_the_whole_board_is_shown_on_all_of_it_without_a_ring()
    {
        var board = Design.Assemblies.First().Board!;
        var finding = Found("fiducials", Severity.Warning, "fiducials of the top", 0.09);
        var whole = finding with { Places = [finding.Places[0] with { At = board.Outline!.Bounds.Centre, Bounds = Box.Empty, Layer = "top" }] };
        Assert.Equal([0, 2], new[] { whole, finding }.Select(one => Pages.Read(CheckPage.Html(Design, All(Reviewed(one))), null).QuerySelectorAll("figure circle").Length));
        Assert.True(FindingView.Whole(board).Contains(board.Outline.Bounds));
    }
}
