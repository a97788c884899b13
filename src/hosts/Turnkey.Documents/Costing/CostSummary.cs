using Turnkey.Documents.Charts;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;
using Turnkey.Quoting;

namespace Turnkey.Documents.Costing;

/// <summary>The unit price at every quantity side by side: parts, basis, range, what is paid once, days, and the outside check.</summary>
internal static class CostSummary
{
    public static void Write(HtmlText html, Quote quote)
    {
        var quantities = quote.Quantities;
        html.Open("section", "sheet").Open("h2").Text("Per unit ").Leaf("span", "u", quote.Currency.Code).Close();
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "quantity");
        foreach (var quantity in quantities) html.Leaf("th", "n", Wording.Count(quantity.Quantity)).Leaf("th", "n", "share");
        html.Close(2).Open("tbody");
        var parts = quantities.Select(quantity => quantity.Breakdown.Parts.ToArray()).ToArray();
        for (var row = 0; parts.Length > 0 && row < parts[0].Length; row++)
        {
            html.Open("tr").Leaf("th", null, Words.Of(parts[0][row].Category));
            for (var i = 0; i < quantities.Length; i++) Amount(html, parts[i][row].Amount, quantities[i].UnitPrice);
            html.Close();
        }
        html.Open("tr", "sum").Leaf("th", null, "unit price");
        foreach (var quantity in quantities) html.Leaf("td", "n", Wording.UnitPrice(quantity.UnitPrice)).Leaf("td", "n", "");
        html.Close();
        if (quantities.Any(q => q.Basis.UnpricedLines > 0)) Row(html, quantities, "lines without a price", q => Wording.Count(q.Basis.UnpricedLines));
        Row(html, quantities, "low – high", q => q.Low == q.High ? "–" : $"{Wording.UnitPrice(q.Low)} – {Wording.UnitPrice(q.High)}");
        Row(html, quantities, "paid once", q => Wording.Total(q.NonRecurring));
        Row(html, quantities, "total", q => Wording.Total(q.Total));
        Row(html, quantities, "working days", q => Wording.Count(q.LeadTime.WorkingDays));
        html.Open("tr").Leaf("th", null, "rests on");
        foreach (var quantity in quantities)
        {
            html.Open("td", null, ("colspan", "2"));
            BasisBar.Write(html, quantity);
            html.Close();
        }
        html.Close();
        if (quantities.Any(q => q.RuleOfThumb is not null))
        {
            Row(html, quantities, "rule of thumb", q => q.RuleOfThumb is { } rule ? $"{Wording.UnitPrice(rule.UnitPrice.Likely)} ({Wording.Number(rule.Ratio)} ×)" : "–");
        }
        html.Close(3);
        if (quantities.Select(q => q.RuleOfThumb).FirstOrDefault(rule => rule is not null) is { } thumb)
        {
            html.Leaf("small", null, $"The rule of thumb checks the order of magnitude from outside and is no price: {thumb.Formula}. In brackets: our price ÷ the rule's.");
        }
        html.Close();
    }

    private static void Amount(HtmlText html, Money amount, Money price)
    {
        html.Leaf("td", "n", Wording.UnitPrice(amount));
        html.Open("td", "n").Leaf("small", null, price.Amount == 0 ? "" : Wording.Percent(amount.Amount / price.Amount)).Close();
    }

    private static void Row(HtmlText html, IEnumerable<QuoteQuantity> quotes, string label, Func<QuoteQuantity, string> text)
    {
        html.Open("tr").Leaf("th", null, label);
        foreach (var quantity in quotes) html.Leaf("td", "n", text(quantity)).Leaf("td", null, "");
        html.Close();
    }
}
