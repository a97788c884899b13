using Turnkey.Designs;
using Turnkey.Documents.Markup;
using Turnkey.Documents.Offers;
using Turnkey.Quoting;

namespace Turnkey.Documents.Costing;

/// <summary>
/// The manufacturer's own page of a quote: every cost with its formula, its figures and their sources, the material, the routing, the lead time and
/// everything assumed. Not for the customer: <see cref="Offers.OfferPage"/> is.
/// </summary>
public static class CostingPage
{
    public static string Html(Design design, Quote quote)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(quote);
        var figures = FigureIndex.Of(quote);
        return Page.Write($"Costing: {quote.Product}", html =>
        {
            html.Open("main", "all");
            WriteHead(html, design, quote);
            CostSummary.Write(html, quote);
            SavingsTable.Write(html, quote);
            CostTree.Write(html, quote, figures);
            MaterialTable.Write(html, quote, figures);
            SupplyTable.Write(html, quote);
            RoutingTable.Write(html, quote, figures);
            LeadTimeTable.Write(html, quote);
            FigureTable.Write(html, figures);
            DiagnosticTable.Write(html, design, quote);
            WriteFoot(html, quote);
            html.Close();
        });
    }

    private static void WriteHead(HtmlText html, Design design, Quote quote)
    {
        html.Open("header", "head").Open("div");
        html.Open("small").Leaf("span", "none", "Internal: shows costs and margin, not for the customer").Text($" · package {design.Package.Name} · plant {quote.Inputs.Plant}").Close();
        html.Leaf("h1", null, quote.Product).Close();
        html.Open("div", "answer").Leaf("b", null, string.Join(" · ", quote.Quantities.Select(q => Wording.UnitPrice(q.UnitPrice))) + $" {quote.Currency}").Void("br");
        html.Leaf("small", null, $"a unit at {string.Join(", ", quote.Quantities.Select(q => Wording.Count(q.Quantity)))}; {string.Join(", ", quote.Scope.Words())}"
            + (quote.Annual is { } annual ? $"; material bought on {Wording.Count(annual)} a year" : "")).Close(2);
    }

    private static void WriteFoot(HtmlText html, Quote quote)
    {
        html.Open("footer", "foot");
        html.Leaf("p", null, "The unit price is rounded once, to four decimals; its parts are shared out so that they add up to it. Ranges carry the low and the high end of every estimate and figure.");
        html.Leaf("p", "mono", $"package {quote.Inputs.PackageSha256} · plant {quote.Inputs.PlantSha256}" + (quote.Inputs.OffersSha256.Length > 0 ? $" · offers {quote.Inputs.OffersSha256}" : ""));
        html.Close();
    }
}
