using System.Text.Json;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Pipeline.Json;

/// <summary>Purchases: parts, orders and what is proven of them.</summary>
internal static class PurchaseJson
{
    public static void Write(Utf8JsonWriter json, MaterialPlan plan)
    {
        if (plan.Proof is { } proof)
        {
            json.WriteStartObject("proof");
            json.WriteNumber("objective", Numbers.Trimmed(proof.Objective));
            json.WriteNumber("lowerBound", Numbers.Trimmed(proof.LowerBound));
            json.WriteNumber("gap", Numbers.Trimmed(proof.Gap));
            json.WriteNumber("weighted", Numbers.Trimmed(proof.Weighted));
            json.WriteString("scope", proof.Scope);
            json.WriteString("without", UnreckonedFees.Of(plan));
            json.WriteEndObject();
        }
        else json.WriteNull("proof");
        json.WriteStartArray("purchases");
        foreach (var purchase in plan.Purchases) Purchase(json, plan, purchase);
        json.WriteEndArray();
        json.WriteStartArray("orders");
        foreach (var order in plan.Orders)
        {
            json.WriteStartObject();
            json.WriteString("supplier", order.Supplier);
            json.WriteNumber("purchases", order.Parts);
            json.WriteNumber("value", Numbers.Trimmed(order.Value));
            json.WriteSpread("fees", order.Fees);
            json.WriteStartArray("notInFees");
            foreach (var what in order.NotReckoned) json.WriteStringValue(what);
            json.WriteEndArray();
            if (order.MinimumOrderValue is { } least) json.WriteNumber("minimumOrderValue", Numbers.Trimmed(least));
            else json.WriteNull("minimumOrderValue");
            json.WriteString("source", order.FeeSource);
            json.WriteBoolean("freightFree", order.FreightFree);
            if (order.Added is { } added)
            {
                json.WriteStartObject("addedForMinimum");
                json.WriteNumber("quantity", added.Pieces);
                json.WriteNumber("cost", Numbers.Trimmed(added.Cost));
                if (added.WithoutSupplier is { } extra) json.WriteNumber("withoutSupplier", Numbers.Trimmed(extra));
                else json.WriteNull("withoutSupplier");
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Purchase(Utf8JsonWriter json, MaterialPlan plan, PartPurchase purchase)
    {
        json.WriteStartObject();
        json.WriteString("part", purchase.Name);
        json.WriteStartArray("designators");
        foreach (var designator in purchase.Lines.SelectMany(i => plan.Lines[i].Line.Designators)) json.WriteStringValue(designator.Text);
        json.WriteEndArray();
        json.WriteNumber("demand", purchase.Demand);
        json.WriteNumber("required", purchase.Required);
        json.WriteNumber("ordered", purchase.Orders.Sum(order => order.Quantity));
        json.WriteNumber("shortfall", purchase.Shortfall);
        json.WriteStartArray("fromStock");
        foreach (var draw in purchase.FromStock)
        {
            json.WriteStartObject();
            json.WriteString("owner", draw.Stock.Owner == StockOwner.Customers ? "customer" : "ours");
            json.WriteNumber("quantity", draw.Pieces);
            json.WriteNumber("unitValue", Numbers.Trimmed(draw.UnitValue));
            json.WriteString("source", $"{draw.Stock.Source}:{Turnkey.Plants.Figures.Calculation.Text(draw.Stock.Row)}");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("orders");
        foreach (var order in purchase.Orders) Order(json, order);
        json.WriteEndArray();
        json.WriteNumber("offers", purchase.Usable.Length);
        json.WriteStartObject("excess");
        json.WriteNumber("quantity", purchase.Excess);
        json.WriteSpread("cost", purchase.ExcessCost);
        if (purchase.ExcessNonCancellable is { } bound) json.WriteBoolean("nonCancellable", bound);
        else json.WriteNull("nonCancellable");
        json.WriteEndObject();
        json.WriteString("reason", purchase.Reason);
        if (purchase.NextBest is { } other)
        {
            json.WriteStartObject("nextBest");
            json.WriteNumber("extra", Numbers.Trimmed(other.Extra));
            json.WriteNumberOrNull("leadTimeDays", other.LeadTimeDays);
            json.WriteStartArray("orders");
            foreach (var (supplier, quantity) in other.Orders)
            {
                json.WriteStartObject();
                json.WriteString("supplier", supplier);
                json.WriteNumber("quantity", quantity);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else json.WriteNull("nextBest");
        json.WriteEndObject();
    }

    private static void Order(Utf8JsonWriter json, OrderedPart order)
    {
        json.WriteStartObject();
        json.WriteString("supplier", order.Offer.Supplier);
        json.WriteString("supplierCode", order.Offer.SupplierCode?.Text ?? "");
        json.WriteString("manufacturer", order.Offer.Manufacturer ?? "");
        json.WriteString("mpn", order.Offer.Mpn?.Text ?? "");
        json.WriteNumber("quantity", order.Quantity);
        json.WriteNumber("unitPrice", Numbers.Trimmed(order.Price.Amount));
        json.WriteString("currency", order.Price.Currency.Code);
        if (order.Joined > 0) json.WriteNumber("withOthers", order.Joined);
        json.WriteSpread("landedUnitCost", order.Landed);
        json.WriteNumber("oncePerPurchase", Numbers.Trimmed(order.Once));
        json.WriteNumberOrNull("leadTimeDays", order.LeadTimeDays);
        json.WriteString("packaging", Words.Of(order.Offer.Packaging));
        json.WriteString("feeding", order.Feeding);
        json.WriteString("origin", order.Offer.Origin);
        if (order.Offer.NonCancellable is { } bound) json.WriteBoolean("nonCancellable", bound);
        else json.WriteNull("nonCancellable");
        json.WriteStringOrNull("validUntil", order.Offer.Date?.Until is { } until ? $"{until:yyyy-MM-dd}" : null);
        json.WriteString("quoteNumber", order.Offer.QuoteNumber);
        json.WriteString("basis", order.Basis);
        json.WriteEndObject();
    }
}
