using System.Collections.Immutable;
using Turnkey.Designs.Nets;
using Turnkey.Designs;
using Turnkey.Documents.Charts;
using Turnkey.Documents.Markup;
using Turnkey.Documents.Viewer;
using Turnkey.Quoting;

namespace Turnkey.Documents.Offers;

/// <summary>
/// The customer's page of a quote: price per quantity, what it rests on, the board, what is included, assumed, estimated, missing, and what was found in
/// the files. One self-contained HTML document that prints on one sheet for an ordinary board; where scripts run, the board can be looked at closely. It shows no cost, no rate and no margin: of the quote it
/// reads prices, basis, lead time and the customer's notes only.
/// </summary>
public static class OfferPage
{
    /// <param name="design">What is offered.</param>
    /// <param name="quote">Its prices.</param>
    /// <param name="nets">Of each assembly of the design, where its copper was traced already; it is traced where they are missing.</param>
    public static string Html(Design design, Quote quote, ImmutableArray<CopperNets> nets = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(quote);
        return Page.Write($"Offer: {quote.Product}", html =>
        {
            html.Open("main");
            WriteHead(html, design, quote);
            var curve = quote.Quantities.DistinctBy(q => q.Quantity).Count() > 1;
            if (curve) html.Open("div", "cols");
            OfferPrices.Write(html, quote);
            if (curve)
            {
                html.Open("section", "sheet").Open("h2").Text("Unit price over quantity ").Leaf("span", "u", $"{quote.Currency}, log scale").Close();
                UnitPriceChart.Write(html, quote.Quantities);
                if (quote.Quantities.Any(q => q.Low != q.High)) html.Leaf("small", null, "The band is the range if every estimate comes out at its low or its high end.");
                html.Close(2);
            }
            SavingsTable.Write(html, quote);
            BoardSheets.Write(html, design, nets.IsDefault ? [] : nets);
            OfferNotes.Write(html, design, quote);
            OfferFindings.Write(html, design, quote);
            WriteFoot(html, design, quote);
            html.Close();
        }, ViewerPanel.Needed(design) ? ViewerPanel.Script : null);
    }

    private static void WriteHead(HtmlText html, Design design, Quote quote)
    {
        html.Open("header", "head").Open("div").Leaf("small", null, $"Offer for package {design.Package.Name}");
        html.Leaf("h1", null, quote.Product).Close();
        if (quote.Quantities.LastOrDefault() is { } most)
        {
            html.Open("div", "answer");
            html.Leaf("b", null, $"{Wording.UnitPrice(most.UnitPrice)} {quote.Currency}").Void("br");
            html.Leaf("small", null, $"a unit at {Wording.Count(most.Quantity)}, ready to ship in {Wording.Plural(most.LeadTime.WorkingDays, "working day", "working days")}");
            html.Close();
        }
        html.Close();
    }

    private static void WriteFoot(HtmlText html, Design design, Quote quote)
    {
        html.Open("footer", "foot");
        html.Leaf("p", null, string.Concat(quote.Notes.Terms.Select(term => term.Text.TrimEnd('.') + ". ")).TrimEnd());
        html.Leaf("p", null, $"Made by Turnkey from {Wording.Plural(design.Package.Files.Length, "file", "files")}; package SHA-256 {design.Package.Sha256}");
        html.Close();
    }
}
