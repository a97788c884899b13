using AngleSharp.Dom;
using Turnkey.Documents.Costing;
using Turnkey.Quoting;
using Turnkey.Quoting.Costs;

namespace Turnkey.Documents.Tests;

public class CostingPageTests
{
    private static readonly Quote Quote = SampleQuote.Quote();
    private static readonly string Html = CostingPage.Html(SampleQuote.Design(), Quote);
    private static readonly IDocument Page = Pages.Read(Html, "costing.html");

    [Fact]
    public void Every_cost_line_is_there_with_its_formula()
    {
        var text = Page.Body!.TextContent;
        foreach (var line in Quote.Quantities.SelectMany(quantity => quantity.Costs.Concat(quantity.NonRecurringCosts)).SelectMany(All))
        {
            Assert.Contains(line.Label, text, StringComparison.Ordinal);
            Assert.Contains(line.Formula, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_figure_stands_with_its_source_and_every_reference_leads_to_one()
    {
        var ids = Page.QuerySelectorAll("[id^=figure-]").Select(row => row.Id).ToHashSet();
        Assert.Equal(2, ids.Count);
        var links = Page.QuerySelectorAll("a.ref").Select(link => link.GetAttribute("href")![1..]).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(link, ids));
        Assert.Contains("2 of 2 are assumptions that the plant must set", Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_the_unit_price_stand_side_by_side()
    {
        var rows = Page.QuerySelector("main > section table")!.QuerySelectorAll("tbody tr").ToDictionary(row => row.Children[0].TextContent, row => row.TextContent);
        Assert.Contains("3.1337", rows["fabrication"], StringComparison.Ordinal);
        Assert.Contains("12.1321", rows["unit price"], StringComparison.Ordinal);
        Assert.Contains("0.91 ×", rows["rule of thumb"], StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_it_is_not_for_the_customer() => Assert.Contains("not for the customer", Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_page_is_safe_and_self_contained() => Pages.AssertSafe(Html);

    [Fact]
    public void It_has_no_script() => Assert.Empty(Page.QuerySelectorAll("script"));

    [Fact]
    public void The_same_quote_gives_the_same_bytes() => Assert.Equal(Html, CostingPage.Html(SampleQuote.Design(), SampleQuote.Quote()));

    private static IEnumerable<CostLine> All(CostLine line) => line.Lines.SelectMany(All).Prepend(line);
}
