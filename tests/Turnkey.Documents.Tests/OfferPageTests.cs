using AngleSharp.Dom;
using Turnkey.Documents.Offers;
using Turnkey.Documents.Tests.Viewer;
using Turnkey.Documents.Viewer;

namespace Turnkey.Documents.Tests;

public class OfferPageTests
{
    private static readonly string Html = OfferPage.Html(SampleQuote.Design(), SampleQuote.Quote());
    private static readonly IDocument Page = Pages.Read(Html, "offer.html");

    [Fact]
    public void No_cost_no_rate_and_no_margin_is_told()
    {
        // The whole file, not only what is seen: attributes and comments are read too, and what the board's data says. The style sheet has margins of its own.
        var data = Convert.FromBase64String(Page.QuerySelector("script[type='application/vnd.turnkey.board-scene']")!.TextContent);
        var told = Pages.WithoutPrograms(Html) + SceneDecoder.Read(new BoardScene([.. data], [])).Header.GetRawText();
        Assert.All(SampleQuote.Internal, text => Assert.DoesNotContain(text, told, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_page_opens_with_the_price_and_shows_one_row_per_quantity()
    {
        Assert.Contains("12.1321 USD", Page.QuerySelector("main > header .answer")!.TextContent, StringComparison.Ordinal);
        var rows = Page.QuerySelectorAll("main > .cols:first-of-type table tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray()).ToArray();
        Assert.Equal(["10", "100", "1,000"], rows.Select(row => row[0]));
        Assert.StartsWith("40.8421", rows[0][1], StringComparison.Ordinal);
        Assert.Equal("1,409.90", rows[0][2]);
        Assert.Equal("13,542.00", rows[2][3]);
        Assert.Contains("62 % estimate", rows[2][5], StringComparison.Ordinal);
        Assert.Contains("1 line has no price, and the prices above leave it out", Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_range_of_the_estimates_stands_under_the_unit_price() =>
        Assert.Contains("9.9483 – 15.8931", Page.Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_board_is_drawn_from_both_sides() =>
        Assert.Equal(2, Page.QuerySelectorAll("svg.board[role=img]").Length);

    [Fact]
    public void The_chart_has_a_text_that_says_its_message() =>
        Assert.Equal("The unit price falls from 40.8421 USD at 10 to 12.1321 at 1,000", Page.QuerySelector("svg.chart")!.GetAttribute("aria-label"));

    [Fact]
    public void One_quantity_makes_no_chart() =>
        Assert.Null(Pages.Read(OfferPage.Html(SampleQuote.Design(), SampleQuote.Quote(50)), null).QuerySelector("svg.chart"));

    [Fact]
    public void Assumed_facts_are_marked() =>
        Assert.Contains(Page.QuerySelectorAll(".facts dt"), term => term.TextContent == "finish assumed");

    [Fact]
    public void Findings_name_file_and_line_errors_first_without_mere_information()
    {
        var rows = Page.QuerySelectorAll("main > section:last-of-type tr").Select(row => row.TextContent).ToArray();
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("erroraperture D11", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("gerber/top.gbr:120", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_without_board_bom_and_quantities_is_still_a_page()
    {
        var design = SampleQuote.Design();
        var empty = SampleQuote.Quote() with { Quantities = [], Notes = new([], [], [], [], [], []) };
        var page = Pages.Read(OfferPage.Html(design with { Product = design.Product with { Items = [] } }, empty), null);
        Assert.NotNull(page.QuerySelector("h1"));
    }

    [Fact]
    public void The_same_quote_gives_the_same_bytes() => Assert.Equal(Html, OfferPage.Html(SampleQuote.Design(), SampleQuote.Quote()));

    [Fact]
    public void A_hostile_name_stays_text()
    {
        var html = OfferPage.Html(SampleQuote.Design(SampleQuote.Hostile, SampleQuote.Hostile), SampleQuote.Quote() with { Product = SampleQuote.Hostile });
        Pages.AssertSafe(html);
    }

    [Fact]
    public void The_page_is_safe_and_self_contained() => Pages.AssertSafe(Html);
}
