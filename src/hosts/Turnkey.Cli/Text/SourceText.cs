using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Cli.Text;

/// <summary>What is bought, in a table per quantity: part, pieces, from whom, at which landed price, and why.</summary>
internal static class SourceText
{
    private const int MostPlaces = 24;
    private const int MostName = 28;
    private const int MostFindings = 8;

    public static string Write(Sourced.Done sourced, ImmutableArray<string> written)
    {
        var text = new StringBuilder();
        text.Append(PlainText.Of(sourced.Design.Package.Name)).Append(CultureInfo.InvariantCulture, $": {sourced.Quantities[0].Plan.Lines.Length} BOM lines\n");
        foreach (var quantity in sourced.Quantities) Quantity(text, quantity, sourced.Currency);
        DiagnosticsText.Append(text, [.. sourced.Design.Diagnostics, .. sourced.Diagnostics]);
        if (written.Length > 0) text.Append($"\nWritten\n{string.Concat(written.Select(path => $"  {path}\n"))}");
        return text.ToString();
    }

    private static void Quantity(StringBuilder text, SourcedQuantity quantity, Currency currency)
    {
        var plan = quantity.Plan;
        text.Append(CultureInfo.InvariantCulture, $"\n{quantity.Quantity:#,0} products{(quantity.Products > quantity.Quantity ? $", bought for {quantity.Products:#,0} a year" : "")}\n");
        var rows = new List<string[]> { new[] { "Where", "Part", "Need", "Buy", "Supplier", $"{currency} each", "In all", "Why" } };
        foreach (var purchase in plan.Purchases)
        {
            var (where, name) = (Short(DesignatorList.Format([.. purchase.Lines.SelectMany(i => plan.Lines[i].Line.Designators)]), MostPlaces), Short(PlainText.Of(purchase.Name), MostName));
            var need = Count(purchase.Required);
            if (purchase.Orders.IsEmpty) rows.Add([where, name, need, "–", purchase.Shortfall > 0 ? "" : "stock", "–", "–", purchase.Shortfall > 0 ? $"{Count(purchase.Shortfall)} cannot be had" : PlainText.Of(purchase.Reason)]);
            foreach (var (i, order) in purchase.Orders.Index())
            {
                rows.Add([i == 0 ? where : "", i == 0 ? name : "", i == 0 ? need : "", Count(order.Quantity), PlainText.Of(order.Offer.Supplier), Each(order.Landed), Amount(order.Cost.Likely), i == 0 ? PlainText.Of(Why(purchase, currency)) : ""]);
            }
        }
        foreach (var line in plan.Lines.Where(line => line is { State: MaterialState.Bought, Basis: PriceBasis.Estimate or PriceBasis.None }))
        {
            if (plan.Purchases.Any(purchase => purchase.Shortfall > 0 && purchase.Lines.Any(i => plan.Lines[i] == line))) continue;
            var name = line.Line.Mpn?.Text ?? $"{line.Line.Value} {line.Line.Footprint}".Trim();
            rows.Add([Short(DesignatorList.Format(line.Line.Designators), MostPlaces), Short(PlainText.Of(name), MostName), Count(line.Demand + line.Attrition), Count(line.PurchaseQuantity), "no offer",
                line.UnitPrice is { } each ? Each(each) : "–", line.PurchaseCost is { } cost ? Amount(cost.Likely) : "–", line.BasisText]);
        }
        if (rows.Count > 1) TextTable.Append(text, rows, 2, 3, 5, 6);
        Sums(text, plan, currency);
        Risk(text, quantity.Risk);
    }

    private static void Risk(StringBuilder text, PlanRisk risk)
    {
        var findings = risk.Bom.Lines.SelectMany(line => line.Findings.Select(finding => (line.Line.Name, Finding: finding))).Concat(risk.Bom.Findings.Select(finding => (Name: "All", Finding: finding)))
            .Where(one => one.Finding.Level >= RiskLevel.Warning).OrderByDescending(one => one.Finding.Level).ThenByDescending(one => one.Finding.Points).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"\n  Supply risk {risk.Bom.Score} of 100{(risk.Bom.ScoreText.Length > 0 ? $": {risk.Bom.ScoreText}" : "")}\n");
        foreach (var (name, finding) in findings.Take(MostFindings))
            text.Append("    ").Append(PlainText.Of($"{name}: {finding.Reason}{(finding.Proposals.IsEmpty ? "" : $" → {finding.Proposals[0].Text}")}")).Append('\n');
        if (findings.Length > MostFindings) text.Append(CultureInfo.InvariantCulture, $"    … and {findings.Length - MostFindings} more, see --json\n");
        if (risk.Kit is not { } kit) return;
        text.Append(CultureInfo.InvariantCulture, $"  Kit complete in {kit.P50:0} days as likely as not ({kit.Day(kit.P50):yyyy-MM-dd}), in {kit.P90:0} days nine times of ten ({kit.Day(kit.P90):yyyy-MM-dd})");
        text.Append(kit.AssumedClasses.IsEmpty ? "\n" : ", on assumed lead times\n");
        foreach (var driver in kit.Drivers.Where(driver => driver.AddsToP90 >= 0.5).Take(3))
            text.Append(CultureInfo.InvariantCulture, $"    {PlainText.Of(driver.Name)} adds {driver.AddsToP90:0.#} days{(driver.Proposals.IsEmpty ? "" : $": {PlainText.Of(driver.Proposals[0].Text)}")}\n");
        if (!kit.Missing.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"    {kit.Missing.Length} lines without an offer are not in it\n");
    }

    private static void Sums(StringBuilder text, MaterialPlan plan, Currency currency)
    {
        if (plan.Orders.Length > 0)
        {
            text.Append('\n');
            var rows = new List<string[]> { new[] { "Order at", "Purchases", "Value", "Fees", "Minimum order" } };
            foreach (var order in plan.Orders)
                rows.Add([PlainText.Of(order.Supplier), Count(order.Parts), Amount(order.Value), Amount(order.Fees.Likely) + (order.Assumed ? " assumed" : ""), order.MinimumOrderValue is { } least ? least > 0 ? Amount(least) : "none" : "not known"]);
            TextTable.Append(text, rows, 1, 2, 3);
        }
        if (plan.Proof is { } proof)
        {
            var money = proof.Objective - proof.Weighted;
            text.Append(CultureInfo.InvariantCulture, $"\n  Parts on offers with fees: {Amount(money)} {currency}, ");
            text.Append(proof.Gap == 0 ? "proven to be the least there is" : $"at most {Amount(proof.Gap)} ({Math.Round(proof.Gap / proof.Objective * 100, 4).ToString(CultureInfo.InvariantCulture)} %) above the least there can be");
            text.Append(proof.Weighted > 0 ? $" (with {Amount(proof.Weighted)} counted for the handling of purchases, time and risk)\n" : "\n");
        }
        var estimated = plan.Lines.Where(line => line.Basis == PriceBasis.Estimate).ToArray();
        if (estimated.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  {estimated.Length} lines without an offer: {Amount(estimated.Sum(line => line.PurchaseCost!.Value.Likely))} {currency} by estimate\n");
        var unpriced = plan.Lines.Count(line => line is { State: MaterialState.Bought, UnitPrice: null });
        if (unpriced > 0) text.Append(CultureInfo.InvariantCulture, $"  {unpriced} lines without a price\n");
        var left = plan.Purchases.Where(purchase => purchase.Excess > 0).ToArray();
        if (left.Length == 0) return;
        var bound = left.Where(purchase => purchase.ExcessNonCancellable == true).Sum(purchase => purchase.ExcessCost.Likely);
        text.Append(CultureInfo.InvariantCulture, $"  Left over: {Amount(left.Sum(purchase => purchase.ExcessCost.Likely))} {currency} in {left.Length} parts{(bound > 0 ? $", {Amount(bound)} of it not cancellable" : "")}; agree with the customer whose it is\n");
    }

    private static string Why(PartPurchase purchase, Currency currency) =>
        purchase.NextBest is { } other ? $"{purchase.Reason}; next best {string.Join(" and ", other.Orders.Select(order => order.Supplier))}, {Amount(other.Extra)} {currency} more" : purchase.Reason;

    private static string Each(Spread price) => price.Likely.ToString("0.0000##", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
