using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Quoting;
using Turnkey.Quoting.Costs;

namespace Turnkey.Documents.Costing;

/// <summary>Every cost line of one quantity, in full, with the formula that was reckoned.</summary>
internal static class CostTree
{
    private const int Deepest = 6;

    public static void Write(HtmlText html, Quote quote, FigureIndex figures)
    {
        html.Open("section", "sheet long").Open("h2").Text("Costs ").Leaf("span", "u", $"{quote.Currency} per unit, before rounding; [n] leads to the figure").Close();
        foreach (var quantity in quote.Quantities) Write(html, quantity, figures, open: quantity == quote.Quantities[^1]);
        html.Close();
    }

    private static void Write(HtmlText html, QuoteQuantity quantity, FigureIndex figures, bool open)
    {
        if (open) html.Open("details", null, ("open", ""));
        else html.Open("details");
        html.Leaf("summary", null, $"{Wording.Plural(quantity.Costs.Concat(quantity.NonRecurringCosts).Sum(line => line.Leaves.Count()), "line", "lines")} at {Wording.Count(quantity.Quantity)}");
        html.Open("div", "scroll").Open("table", "tree").Open("thead").Open("tr");
        html.Leaf("th", null, "cost").Leaf("th", "n", "amount").Leaf("th", "n", "low – high").Leaf("th", null, "formula and figures").Leaf("th", null, "rests on");
        html.Close(2).Open("tbody");
        foreach (var line in quantity.Costs) Line(html, line, 1, figures);
        if (!quantity.NonRecurringCosts.IsEmpty)
        {
            html.Open("tr").Leaf("td", "d1", "Paid once").Leaf("td", "n", Wording.Total(quantity.NonRecurring)).Leaf("td", "n", "").Leaf("td", null, "").Leaf("td", null, "").Close();
            foreach (var line in quantity.NonRecurringCosts) Line(html, line, 2, figures);
        }
        html.Close(4);
    }

    private static void Line(HtmlText html, CostLine line, int depth, FigureIndex figures)
    {
        html.Open("tr").Leaf("td", "d" + Math.Min(depth, Deepest).ToString(CultureInfo.InvariantCulture), line.Label);
        html.Leaf("td", "n", Amount(line.Amount.Likely));
        html.Open("td", "n").Leaf("small", null, Wording.Bounds(line.Amount, Amount)).Close();
        html.Open("td", "formula").Text(line.Formula);
        figures.WriteReferences(html, line.Figures);
        if (line.Source.Length > 0) html.Text(" ").Leaf("span", "quiet", line.Source);
        html.Close().Open("td");
        if (line.Lines.IsEmpty) html.Leaf("span", $"tag {Wording.BasisClass(line.Basis)}", Wording.Basis(line.Basis));
        html.Close(2);
        foreach (var below in line.Lines) Line(html, below, depth + 1, figures);
    }

    /// <summary>Six decimals where four would show nothing.</summary>
    private static string Amount(decimal value) => value is > -0.001m and < 0.001m and not 0 ? value.ToString("0.000000", CultureInfo.InvariantCulture) : Wording.UnitPrice(value);
}
