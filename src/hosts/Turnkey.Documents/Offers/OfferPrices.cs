using Turnkey.Documents.Charts;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;

namespace Turnkey.Documents.Offers;

/// <summary>The price table: one row per quantity, with the range and what it rests on.</summary>
internal static class OfferPrices
{
    public static void Write(HtmlText html, Quote quote)
    {
        var currency = quote.Currency.Code;
        var ranged = quote.Quantities.Any(q => q.Low != q.High);
        html.Open("section", "sheet").Leaf("h2", null, $"Price of {string.Join(", ", quote.Scope.Words())}");
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr");
        html.Leaf("th", "n", "quantity").Leaf("th", "n", $"unit, {currency}");
        html.Leaf("th", "n", $"once, {currency}").Leaf("th", "n", $"total, {currency}").Leaf("th", "n", "working days").Leaf("th", null, "rests on");
        html.Close(2).Open("tbody");
        foreach (var quantity in quote.Quantities)
        {
            html.Open("tr").Leaf("td", "n", Wording.Count(quantity.Quantity));
            html.Open("td", "n").Leaf("span", "price", Wording.UnitPrice(quantity.UnitPrice));
            if (ranged) html.Void("br").Leaf("small", null, $"{Wording.UnitPrice(quantity.Low)} – {Wording.UnitPrice(quantity.High)}");
            html.Close();
            html.Leaf("td", "n", Wording.Total(quantity.NonRecurring)).Leaf("td", "n", Wording.Total(quantity.Total));
            html.Leaf("td", "n", Wording.Count(quantity.LeadTime.WorkingDays));
            html.Open("td");
            BasisBar.Write(html, quantity);
            html.Close(2);
        }
        html.Close(3);
        if (quote.Quantities.Select(quantity => quantity.Basis.UnpricedLines).DefaultIfEmpty().Max() is > 0 and var unpriced)
        {
            html.Open("p").Leaf("span", "tag none", "not included").Text($" {Wording.Plural(unpriced, "line has", "lines have")} no price, and the prices above leave {(unpriced == 1 ? "it" : "them")} out.").Close();
        }
        var buys = quote.Annual is { } annual ? $"Material is bought on {Wording.Count(annual)} a year; set-up is paid per release. " : "";
        html.Leaf("small", null, buys + "Total = unit price × quantity + what is paid once.");
        html.Close();
    }
}
