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
    private const int MostFindings = 12;

    /// <summary>Parts that a finding names.</summary>
    private const int MostNamed = 6;

    /// <summary>Columns of a terminal that text is wrapped at.</summary>
    private const int Width = 160;

    /// <summary>Reasons are not wrapped to less than this, however wide the table is.</summary>
    private const int LeastReason = 48;

    public static string Write(Sourced.Done sourced, ImmutableArray<string> written)
    {
        var text = new StringBuilder();
        text.Append(PlainText.Of(sourced.Design.Package.Name)).Append(CultureInfo.InvariantCulture, $": {Counted(sourced.Quantities[0].Plan.Lines.Length, "BOM line")}\n");
        foreach (var quantity in sourced.Quantities) Quantity(text, quantity, sourced.Currency);
        DiagnosticsText.Append(text, [.. sourced.Design.Diagnostics, .. sourced.Diagnostics]);
        if (written.Length > 0) text.Append($"\nWritten\n{string.Concat(written.Select(path => $"  {path}\n"))}");
        return text.ToString();
    }

    private static void Quantity(StringBuilder text, SourcedQuantity quantity, Currency currency)
    {
        var plan = quantity.Plan;
        text.Append(CultureInfo.InvariantCulture, $"\n{Counted(quantity.Quantity, "product")}{(quantity.Products > quantity.Quantity ? $", bought for {quantity.Products:#,0} a year" : "")}\n");
        var rows = new List<string[]> { new[] { "Where", "Part", "Need", "Buy", "Supplier", $"{currency} each", "In all", "Why" } };
        foreach (var purchase in plan.Purchases)
        {
            var (where, name) = (Places([.. purchase.Lines.SelectMany(i => plan.Lines[i].Line.Designators)]), Short(PlainText.Of(purchase.Name), MostName));
            var need = Count(purchase.Required);
            if (purchase.Orders.IsEmpty) rows.Add([where, name, need, "–", purchase.Shortfall > 0 ? "" : "stock", "–", "–", purchase.Shortfall > 0 ? $"{Count(purchase.Shortfall)} cannot be had, none is ordered" : PlainText.Of(purchase.Reason)]);
            foreach (var (i, order) in purchase.Orders.Index())
            {
                rows.Add([i == 0 ? where : "", i == 0 ? name : "", i == 0 ? need : "", Count(order.Quantity), PlainText.Of(order.Offer.Supplier), Each(order.Landed), Amount(order.Cost.Likely), i == 0 ? PlainText.Of(Why(purchase, currency)) : ""]);
            }
        }
        foreach (var line in plan.Lines.Where(line => line is { State: MaterialState.Bought, Basis: PriceBasis.Estimate or PriceBasis.None }))
        {
            if (plan.Purchases.Any(purchase => purchase.Shortfall > 0 && purchase.Lines.Any(i => plan.Lines[i] == line))) continue;
            var name = line.Line.Mpn?.Text ?? $"{line.Line.Value} {line.Line.Footprint}".Trim();
            rows.Add([Places(line.Line.Designators), Short(PlainText.Of(name), MostName), Count(line.Demand + line.Attrition), Count(line.PurchaseQuantity), "no offer",
                line.UnitPrice is { } each ? Each(each) : "–", line.PurchaseCost is { } cost ? Amount(cost.Likely) : "–", line.BasisText]);
        }
        if (rows.Count > 1) TextTable.Append(text, WithReasonsWrapped(rows), 2, 3, 5, 6);
        Sums(text, plan, currency);
        Risk(text, quantity.Risk, plan);
    }

    /// <summary>Reasons that are too long go on in rows of their own, or beside the part's other purchases.</summary>
    private static List<string[]> WithReasonsWrapped(List<string[]> rows)
    {
        var before = rows[0].SkipLast(1).Select((_, column) => rows.Max(row => row[column].Length) + 3).Sum() + 2;
        var wrapped = new List<string[]>();
        var rest = new Queue<string>();
        foreach (var row in rows)
        {
            if (row[0].Length > 0 || row[1].Length > 0) Flush();
            foreach (var line in Wrapped(row[^1], Math.Max(LeastReason, Width - before))) rest.Enqueue(line);
            wrapped.Add([.. row.SkipLast(1), rest.TryDequeue(out var first) ? first : ""]);
        }
        Flush();
        return wrapped;

        void Flush()
        {
            while (rest.TryDequeue(out var line)) wrapped.Add([.. Enumerable.Repeat("", rows[0].Length - 1), line]);
        }
    }

    /// <summary>Whole words in lines of at most so many characters; a longer word has a line of its own.</summary>
    private static List<string> Wrapped(string text, int width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }

    private static void Paragraph(StringBuilder text, int indent, string sentence)
    {
        foreach (var (i, line) in Wrapped(PlainText.Of(sentence), Width - indent - 2).Index()) text.Append(' ', i == 0 ? indent : indent + 2).Append(line).Append('\n');
    }

    private static void Risk(StringBuilder text, PlanRisk risk, MaterialPlan plan)
    {
        text.Append('\n');
        if (risk.Bom.Lines.IsEmpty) text.Append("  Supply risk not known: no part has an offer\n");
        else Paragraph(text, 2, string.Create(CultureInfo.InvariantCulture, $"Supply risk {risk.Bom.Score} of 100{(risk.Bom.ScoreText.Length > 0 ? $": {risk.Bom.ScoreText}" : "")}"));
        // Risk is judged of the purchases, in their order.
        var rules = risk.Bom.Lines.SelectMany((line, i) => line.Findings.Select(finding => (Place: FirstPlace(plan, i), Finding: finding))).Concat(risk.Bom.Findings.Select(finding => (Place: "", Finding: finding)))
            .Where(one => one.Finding.Level >= RiskLevel.Warning).GroupBy(one => one.Finding.Rule, StringComparer.Ordinal)
            .OrderByDescending(rule => rule.Max(one => one.Finding.Level)).ThenByDescending(rule => rule.Max(one => one.Finding.Points)).ThenByDescending(rule => rule.Count()).ThenBy(rule => rule.Key, StringComparer.Ordinal).ToArray();
        foreach (var rule in rules.Take(MostFindings)) Paragraph(text, 4, Finding(rule.Key, [.. rule.OrderByDescending(one => one.Finding.Level)]));
        if (rules.Length > MostFindings) text.Append(CultureInfo.InvariantCulture, $"    … and {rules.Length - MostFindings} more, see --json\n");
        if (risk.Kit is not { } kit) return;
        text.Append(CultureInfo.InvariantCulture, $"  Kit complete in {kit.P50:0} days as likely as not ({kit.Day(kit.P50):yyyy-MM-dd}), in {kit.P90:0} days nine times of ten ({kit.Day(kit.P90):yyyy-MM-dd})");
        text.Append(kit.AssumedClasses.IsEmpty ? "\n" : ", on assumed lead times\n");
        foreach (var driver in kit.Drivers.Where(driver => driver.AddsToP90 >= 0.5).Take(3))
            Paragraph(text, 4, string.Create(CultureInfo.InvariantCulture, $"{driver.Name} adds {driver.AddsToP90:0.#} days{(driver.Proposals.IsEmpty ? "" : $": {driver.Proposals[0].Text}")}"));
        if (!kit.Missing.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"    {Counted(kit.Missing.Length, "line")} without a purchase {(kit.Missing.Length == 1 ? "is" : "are")} not in it\n");
    }

    /// <summary>All parts that a rule finds fault with, in one sentence: their places, and the reason of the worst where they differ.</summary>
    private static string Finding(string rule, (string Place, RiskFinding Finding)[] found)
    {
        var (place, worst) = found[0];
        var what = worst.Proposals.IsEmpty ? worst.Reason : $"{worst.Reason} → {worst.Proposals[0].Text}";
        if (found.Length == 1) return $"{rule}: {(place.Length > 0 ? $"{place}: " : "")}{what}";
        var named = string.Join(", ", found.Take(MostNamed).Select(one => one.Place));
        var differ = found.Any(one => one.Finding.Reason != worst.Reason);
        return $"{rule}: {Counted(found.Length, "part")} ({named}{(found.Length > MostNamed ? " …" : "")}): {(differ ? $"{place}: " : "")}{what}";
    }

    /// <summary>Where a part stands, in short: its first place, else its name.</summary>
    private static string FirstPlace(MaterialPlan plan, int purchase)
    {
        var part = plan.Purchases[purchase];
        return part.Lines.SelectMany(i => plan.Lines[i].Line.Designators).Select(designator => designator.Text).FirstOrDefault() ?? part.Name;
    }

    private static void Sums(StringBuilder text, MaterialPlan plan, Currency currency)
    {
        if (plan.Orders.Length > 0)
        {
            text.Append('\n');
            var rows = new List<string[]> { new[] { "Order at", "Purchases", "Value", "Fees", "Minimum order" } };
            foreach (var order in plan.Orders)
                rows.Add([PlainText.Of(order.Supplier), Count(order.Parts), Amount(order.Value), Amount(order.Fees.Likely) + (order.NotReckoned.IsEmpty ? "" : $" + {PlainText.Of(string.Join(" + ", order.NotReckoned))}") + (order.FreightFree ? " freight free" : "") + (order.Assumed ? " assumed" : ""), order.MinimumOrderValue is { } least ? least > 0 ? Amount(least) : "none" : "not known"]);
            TextTable.Append(text, rows, 1, 2, 3);
        }
        if (plan.Proof is { } proof)
        {
            var least = proof.Gap == 0 ? "proven to be the least" : $"at most {Amount(proof.Gap)} ({Math.Round(proof.Gap / proof.Objective * 100, 4).ToString(CultureInfo.InvariantCulture)} %) above the least there can be";
            text.Append('\n');
            Paragraph(text, 2, $"Parts on offers with fees: {Amount(proof.Objective - proof.Weighted)} {currency}, {least} {proof.Scope}"
                + (proof.Weighted > 0 ? $" (with {Amount(proof.Weighted)} counted for the handling of purchases, time and risk)" : "")
                + (UnreckonedFees.Of(plan) is { Length: > 0 } lacking ? $", {PlainText.Of(lacking)}: give the exchange rates in the plant file (exchange-rates: [{{ from: EUR, to: {currency}, rate: …, date: …, source: … }}]), or the terms in a supplier-terms.csv among the offers" : ""));
        }
        var parts = plan.Purchases.Where(purchase => purchase.Shortfall > 0).ToArray();
        if (parts.Length > 0)
        {
            Paragraph(text, 2, $"{Counted(parts.Length, "part")} cannot be had in full: "
                + string.Join(", ", parts.Select(part => $"{Short(PlainText.Of(part.Name), MostName)} ({Count(part.Orders.Sum(order => order.Quantity))} bought, {Count(part.Shortfall)} missing)")));
        }
        var estimated = plan.Lines.Where((line, i) => line.Basis == PriceBasis.Estimate && !parts.Any(part => part.Lines.Contains(i))).ToArray();
        if (estimated.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  {Counted(estimated.Length, "line")} without an offer: {Amount(estimated.Sum(line => line.PurchaseCost!.Value.Likely))} {currency} by estimate\n");
        var unpriced = plan.Lines.Count(line => line is { State: MaterialState.Bought, UnitPrice: null });
        if (unpriced > 0) text.Append(CultureInfo.InvariantCulture, $"  {Counted(unpriced, "line")} without a price\n");
        var left = plan.Purchases.Where(purchase => purchase.Excess > 0).ToArray();
        if (left.Length == 0) return;
        var bound = left.Where(purchase => purchase.ExcessNonCancellable == true).Sum(purchase => purchase.ExcessCost.Likely);
        text.Append(CultureInfo.InvariantCulture, $"  Left over: {Amount(left.Sum(purchase => purchase.ExcessCost.Likely))} {currency} in {Counted(left.Length, "part")}{(bound > 0 ? $", {Amount(bound)} of it not cancellable" : "")}; agree with the customer whose it is\n");
    }

    private static string Why(PartPurchase purchase, Currency currency) =>
        purchase.NextBest is { } other
            ? $"{purchase.Reason}; next best {string.Join(" and ", other.Orders.Select(order => order.Supplier))}, {Amount(Math.Abs(other.Extra))} {currency} {(other.Extra < 0 ? "less" : "more")}{Waits(other)}"
            : purchase.Reason;

    private static string Waits(OtherWay other) => other.LeadTimeDays is { } days ? days > 0 ? string.Create(CultureInfo.InvariantCulture, $", in {days} days") : "" : ", nobody says when";

    private static string Each(Spread price) => price.Likely.ToString("0.0000##", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Counted(long count, string what) => $"{Count(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>Designators as long as they fit, whole ones.</summary>
    private static string Places(IReadOnlyList<Designator> designators)
    {
        var places = DesignatorList.Format(designators);
        if (places.Length <= MostPlaces) return places;
        var end = places.LastIndexOf(", ", MostPlaces - 2, StringComparison.Ordinal);
        return end > 0 ? places[..end] + " …" : Short(places, MostPlaces);
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
