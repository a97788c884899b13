using System.Collections.Immutable;
using Turnkey.Designs.Products;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Rates;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Costs;

/// <summary>Bought parts, per product: what is mounted, what the line loses, and what minimum orders leave over.</summary>
internal static class MaterialCosts
{
    public static IEnumerable<CostLine> Of(IEnumerable<MaterialLine> lines, long products) =>
        lines.Where(line => line.State == MaterialState.Bought).Select(line => Line(line, products));

    /// <summary>What orders cost beside their parts: freight and fees of each supplier.</summary>
    public static IEnumerable<CostLine> OfOrders(IEnumerable<SupplierOrder> orders, long products) =>
        orders.Where(order => order.Fees != Spread.Zero).Select(order => CostLine.Of(CostCategory.Material, $"Order at {order.Supplier}: freight and fees",
            new Calculation(order.Fees, $"{Calculation.Text(order.Fees.Likely)} an order", []) / Calculation.Count(products, "products"),
            order.Assumed ? PriceBasis.Estimate : PriceBasis.PriceList, order.FeeSource));

    /// <summary>Things whose price the product file states: the customer's price list.</summary>
    public static IEnumerable<CostLine> Stated(IEnumerable<ProductThing> things, Currency currency, ExchangeRates rates, CostCategory category, DiagnosticLog log)
    {
        foreach (var thing in things)
        {
            if (thing.Item.StatedPrice is not { } price) continue;
            if (rates.Find(price.Currency, currency) is not { } rate || price.Amount < 0)
            {
                log.Warning("quote.unpriced", 0, $"{thing.Item.Name}: the stated price {price} cannot be used: there is no exchange rate to {currency}");
                yield return new CostLine(category, thing.Item.Name, Spread.Zero, "no price", [], PriceBasis.None, []);
                continue;
            }
            yield return CostLine.Of(category, thing.Item.Name,
                Calculation.Count(thing.PerProduct, "per product") * Calculation.Count(price.Amount * rate.Rate, currency.Code), PriceBasis.PriceList, "price stated by the customer");
        }
    }

    private static CostLine Line(MaterialLine line, long products)
    {
        var label = Label(line);
        if (line.UnitPrice is not { } price) return new CostLine(CostCategory.Material, label, Spread.Zero, "no price", [], PriceBasis.None, []) { Source = line.BasisText };
        var unit = new Calculation(price, $"{Calculation.Text(price.Likely)} {line.Currency}", [.. line.Figures.Where(figure => figure.Name.StartsWith("parts.", StringComparison.Ordinal))])
            .Named($"{Calculation.Text(price.Likely)} {line.Currency}");
        var parts = ImmutableArray.CreateBuilder<CostLine>();
        parts.Add(CostLine.Of(CostCategory.Material, "mounted", Calculation.Count(line.PerUnit, "per product") * unit, line.Basis, line.PriceFormula));
        if (line.Attrition > 0) parts.Add(Spare("attrition", line.Attrition, line.AttritionFormula));
        if (line.Excess > 0) parts.Add(Spare("minimum order, multiple or better price break", line.Excess, ""));
        return CostLine.Sum(CostCategory.Material, label, parts) with { Source = line.BasisText, Basis = line.Basis };

        CostLine Spare(string what, long pieces, string source)
        {
            var cost = CostLine.Of(CostCategory.Material, what, Calculation.Count(pieces, "pieces") / Calculation.Count(products, "products") * unit, line.Basis, source);
            return cost with { Figures = [.. cost.Figures, .. line.Figures.Where(figure => what == "attrition" && figure.Name.StartsWith("attrition.", StringComparison.Ordinal))] };
        }
    }

    internal static string Label(MaterialLine line)
    {
        var places = line.Line.Designators.IsDefaultOrEmpty ? "" : DesignatorList.Format(line.Line.Designators) + ": ";
        var name = line.Line.Mpn?.Text ?? (line.Line.Value.Length > 0 ? line.Line.Value : line.Line.Description.Length > 0 ? line.Line.Description : line.Class);
        return places + name;
    }
}
