using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;
using Turnkey.Quoting;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Documents.Costing;

/// <summary>The risk of supply per quantity: when the kit is complete, what makes it late, and what was found of each part, with what can be done.</summary>
internal static class SupplyTable
{
    public static void Write(HtmlText html, Quote quote)
    {
        if (quote.Quantities.All(quantity => quantity.Supply is not { } supply || supply.Bom.Lines.IsEmpty)) return;
        html.Open("section", "sheet long").Open("h2").Text("Supply risk ").Leaf("span", "u", "calendar days from the day of the orders; score 0 to 100").Close();
        foreach (var quantity in quote.Quantities)
        {
            if (quantity is not { Supply: { } supply, Purchases: { } plan } || supply.Bom.Lines.IsEmpty) continue;
            if (quantity == quote.Quantities[^1]) html.Open("details", null, ("open", ""));
            else html.Open("details");
            html.Leaf("summary", null, $"{supply.Bom.Score} of 100 at {Wording.Count(quantity.Quantity)}" + (supply.Kit is { } date ? $", kit complete by {Day(date, date.P50)} (P50), {Day(date, date.P90)} (P90)" : ""));
            html.Leaf("p", null, $"Score: {(supply.Bom.ScoreText.Length > 0 ? supply.Bom.ScoreText : "nothing was found")}");
            if (supply.Kit is { } kit) Kit(html, kit);
            Findings(html, supply.Bom, plan);
            html.Close();
        }
        html.Close();
    }

    private static void Kit(HtmlText html, KitResult kit)
    {
        html.Leaf("p", null, $"Kit, ordered on {kit.Start:yyyy-MM-dd}, {Wording.Count(kit.Runs)} runs with seed {kit.Seed.ToString(CultureInfo.InvariantCulture)}: P50 {Number(kit.P50)} days ({Day(kit, kit.P50)}), P90 {Number(kit.P90)} days ({Day(kit, kit.P90)}), "
            + $"mean {Number(kit.Mean)}, standard deviation {Number(kit.StandardDeviation)}."
            + (kit.AssumedClasses.IsEmpty ? "" : $" Assumed lead-time distributions: {string.Join(", ", kit.AssumedClasses)}."));
        if (!kit.Missing.IsEmpty) html.Open("p").Leaf("span", "tag none", "not in it").Text($" {Wording.Plural(kit.Missing.Length, "line", "lines")} for which nothing is bought: {string.Join(", ", kit.Missing)}").Close();
        if (kit.Drivers.IsEmpty) return;
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "waits for").Leaf("th", null, "class").Leaf("th", "n", "last in").Leaf("th", "n", "adds to P90").Leaf("th", "n", "of it by delay").Leaf("th", null, "what to do")
            .Close(2).Open("tbody");
        foreach (var driver in kit.Drivers)
        {
            html.Open("tr").Leaf("td", null, driver.Name).Leaf("td", null, driver.Class).Leaf("td", "n", Wording.Percent((decimal)driver.LastProbability)).Leaf("td", "n", Number(driver.AddsToP90)).Leaf("td", "n", Number(driver.DelayAddsToP90));
            html.Open("td").Leaf("small", null, string.Join("; ", driver.Proposals.Select(proposal => proposal.Text))).Close(2);
        }
        html.Close(3);
    }

    private static void Findings(HtmlText html, BomRisk risk, MaterialPlan plan)
    {
        // Risk is judged of the purchases, in their order.
        var rows = risk.Findings.Select(finding => (Part: "whole kit", Finding: finding)).Concat(risk.Lines.SelectMany((line, i) => line.Findings.Select(finding => (Part: Part(plan, i), Finding: finding))))
            .OrderByDescending(row => row.Finding.Level).ThenByDescending(row => row.Finding.Points).ToArray();
        if (rows.Length == 0) return;
        html.Open("div", "scroll").Open("table").Open("thead").Open("tr").Leaf("th", null, "part").Leaf("th", null, "risk").Leaf("th", "n", "points").Leaf("th", null, "why").Leaf("th", null, "what to do").Close(2).Open("tbody");
        foreach (var (part, finding) in rows)
        {
            var (css, level) = finding.Level switch { RiskLevel.Serious => ("none", "serious"), RiskLevel.Warning => ("estimate", "warning"), _ => ("assumed", "notice") };
            html.Open("tr").Leaf("td", null, part).Open("td").Leaf("span", $"tag {css}", level).Text($" {finding.Rule}").Close().Leaf("td", "n", Wording.Count(finding.Points));
            html.Open("td").Leaf("small", null, finding.Reason).Close().Open("td").Leaf("small", null, string.Join("; ", finding.Proposals.Select(proposal => proposal.Text))).Close(2);
        }
        html.Close(3);
    }

    private static string Part(MaterialPlan plan, int purchase)
    {
        var part = plan.Purchases[purchase];
        var places = DesignatorList.Format([.. part.Lines.SelectMany(i => plan.Lines[i].Line.Designators)]);
        return places.Length is 0 or > 40 ? part.Name : $"{places} {part.Name}";
    }

    private static string Day(KitResult kit, double days) => kit.Day(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double days) => days.ToString("0.#", CultureInfo.InvariantCulture);
}
