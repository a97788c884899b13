using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;
using Turnkey.Quoting.Changes;

namespace Turnkey.Documents.Offers;

/// <summary>What changes of the design would save, each with its evidence: differences of prices, for the customer as for the house.</summary>
internal static class SavingsTable
{
    public static void Write(HtmlText html, Quote quote)
    {
        if (quote.Savings.IsEmpty) return;
        html.Open("section", "sheet").Open("h2").Text("What would make it cheaper ").Leaf("span", "u", $"{quote.Currency} a unit less; each change by itself").Close();
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "change of the design");
        foreach (var at in quote.Savings[0].AtQuantities) html.Leaf("th", "n", $"at {Wording.Count(at.Quantity)}");
        html.Leaf("th", "n", "once").Leaf("th", "n", "days").Close(2).Open("tbody");
        foreach (var saving in quote.Savings)
        {
            html.Open("tr").Open("td").Text(saving.Assembly.Length > 0 ? $"{saving.Assembly}: {Title(saving)} " : Title(saving) + " ").Leaf("small", null, saving.Evidence).Close();
            foreach (var at in saving.AtQuantities) html.Leaf("td", "n", at.UnitPrice.Amount == 0 ? "–" : Wording.UnitPrice(at.UnitPrice));
            var last = saving.AtQuantities[^1];
            html.Leaf("td", "n", last.NonRecurring.Amount == 0 ? "–" : Wording.Total(last.NonRecurring));
            html.Leaf("td", "n", saving.AtQuantities.Max(at => at.WorkingDays) is var days and > 0 ? days.ToString(CultureInfo.InvariantCulture) : "–").Close();
        }
        html.Close(4);
    }

    private static string Title(Saving saving) => saving.IsAtMost ? saving.Title + " (up to)" : saving.Title;
}
