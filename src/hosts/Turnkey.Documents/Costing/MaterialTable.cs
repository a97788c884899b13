using System.Globalization;
using Turnkey.Documents.Markup;
using Turnkey.Kernel;
using Turnkey.Quoting;
using Turnkey.Sourcing.Material;

namespace Turnkey.Documents.Costing;

/// <summary>Every BOM line with what is bought for it, per quantity.</summary>
internal static class MaterialTable
{
    public static void Write(HtmlText html, Quote quote, FigureIndex figures)
    {
        if (quote.Quantities.All(quantity => quantity.Material.IsEmpty)) return;
        html.Open("section", "sheet long").Open("h2").Text("Material ").Leaf("span", "u", $"{quote.Currency}; need + attrition + excess = bought").Close();
        foreach (var quantity in quote.Quantities)
        {
            if (quantity == quote.Quantities[^1]) html.Open("details", null, ("open", ""));
            else html.Open("details");
            var unpriced = quantity.Material.Count(line => line is { State: MaterialState.Bought, UnitPrice: null });
            html.Leaf("summary", null, $"{Wording.Plural(quantity.Material.Length, "line", "lines")} at {Wording.Count(quantity.Quantity)}" + (unpriced > 0 ? $", {Wording.Count(unpriced)} without a price" : ""));
            html.Open("div", "scroll").Open("table").Open("thead").Open("tr");
            html.Leaf("th", null, "where").Leaf("th", null, "part").Leaf("th", "n", "per unit").Leaf("th", "n", "need").Leaf("th", "n", "attrition")
                .Leaf("th", "n", "excess").Leaf("th", "n", "bought").Leaf("th", "n", "each").Leaf("th", "n", "in all").Leaf("th", null, "rests on").Leaf("th", "n", "days");
            html.Close(2).Open("tbody");
            foreach (var line in quantity.Material) Line(html, line, figures, several: quantity.Material.Select(m => m.Assembly).Distinct(StringComparer.Ordinal).Count() > 1);
            html.Close(3);
            if (quantity.Purchases is { } plan) Sums(html, plan);
            html.Close();
        }
        html.Close();
    }

    /// <summary>Orders with their fees, what is proven of the purchase, and what it leaves over.</summary>
    private static void Sums(HtmlText html, MaterialPlan plan)
    {
        foreach (var order in plan.Orders)
        {
            html.Leaf("p", null, $"Order at {order.Supplier}: {Wording.Plural(order.Parts, "purchase", "purchases")} for {Wording.Number(order.Value)} {plan.Currency}, fees {Wording.Number(order.Fees.Likely)}{(order.NotReckoned.IsEmpty ? "" : $" and, not reckoned, {string.Join(" and ", order.NotReckoned)}")}{(order.FreightFree ? " (freight free)" : "")}{(order.Assumed ? " (assumed)" : "")}"
                + (order.MinimumOrderValue is not { } least ? ", minimum order not known" : least > 0 ? $", minimum order {Wording.Number(least)}" : "")
                + (order.Added is { } added ? $", of which {Wording.Count(added.Pieces)} pieces for {Wording.Number(added.Cost)} only to reach it" : ""));
        }
        if (plan.Proof is { } proof)
            html.Leaf("p", null, $"Bought together for {Wording.Number(proof.Objective - proof.Weighted)} {plan.Currency} with fees; " + (proof.Gap == 0 ? "no purchase costs less " : $"no purchase costs more than {Wording.Number(proof.Gap)} less ") + proof.Scope + (UnreckonedFees.Of(plan) is { Length: > 0 } lacking ? $", {lacking}" : ""));
        foreach (var part in plan.Purchases.Where(purchase => purchase.Shortfall > 0))
            html.Leaf("p", null, $"{part.Name}: {Wording.Count(part.Orders.Sum(order => order.Quantity))} pieces bought, {Wording.Count(part.Shortfall)} of {Wording.Count(part.Required)} cannot be had");
        var left = plan.Purchases.Where(purchase => purchase.Excess > 0).ToArray();
        if (left.Length == 0) return;
        html.Leaf("p", null, $"Left over: {Wording.Plural(left.Length, "part", "parts")} for {Wording.Number(left.Sum(purchase => purchase.ExcessCost.Likely))} {plan.Currency}, of which "
            + $"{Wording.Number(left.Where(purchase => purchase.ExcessNonCancellable == true).Sum(purchase => purchase.ExcessCost.Likely))} cannot be returned and "
            + $"{Wording.Number(left.Where(purchase => purchase.ExcessNonCancellable is null).Sum(purchase => purchase.ExcessCost.Likely))} where the offer does not say. Agree with the customer whose it is.");
    }

    private static void Line(HtmlText html, MaterialLine line, FigureIndex figures, bool several)
    {
        var bom = line.Line;
        html.Open("tr").Open("td");
        if (several) html.Leaf("small", null, line.Assembly).Void("br");
        html.Text(bom.Designators.IsEmpty ? "–" : DesignatorList.Format(bom.Designators)).Close();
        html.Open("td").Leaf("span", "mono", bom.Mpn?.Text ?? bom.Value);
        var description = string.Join(" · ", new[] { bom.Manufacturer ?? "", bom.Mpn is null ? "" : bom.Value, bom.Footprint, line.Class }.Where(text => text.Length > 0));
        if (description.Length > 0) html.Void("br").Leaf("small", null, description);
        html.Close();
        html.Leaf("td", "n", Wording.Count(line.PerUnit)).Leaf("td", "n", Wording.Count(line.Demand));
        html.Open("td", "n").Text(Wording.Count(line.Attrition)).Close();
        html.Leaf("td", "n", Wording.Count(line.Excess)).Leaf("td", "n", Wording.Count(line.PurchaseQuantity));
        html.Open("td", "n").Text(line.UnitPrice is { } each ? Price(each.Likely) : "–");
        if (line.UnitPrice is { } range && range.Low != range.High) html.Void("br").Leaf("small", null, Wording.Bounds(range, Price));
        html.Close().Leaf("td", "n", line.PurchaseCost is { } cost ? Wording.Number(cost.Likely) : "–");
        html.Open("td");
        var (css, basis) = line.State == MaterialState.Bought ? (Wording.BasisClass(line.Basis), Wording.Basis(line.Basis)) : ("assumed", Words.Of(line.State));
        html.Leaf("span", $"tag {css}", basis);
        foreach (var text in new[] { line.BasisText, line.AttritionFormula }) if (text.Length > 0) html.Void("br").Leaf("small", null, text);
        figures.WriteReferences(html, line.Figures);
        html.Close();
        html.Open("td", "n").Text(line.Availability is { } here ? Wording.Count(here.WorkingDays) : "–").Close(2);
    }

    private static string Price(decimal value) => value.ToString("#,0.0000##", CultureInfo.InvariantCulture);
}
