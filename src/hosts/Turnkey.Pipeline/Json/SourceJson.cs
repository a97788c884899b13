using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Material;

namespace Turnkey.Pipeline.Json;

/// <summary><c>source.json</c>: what is bought at each quantity, from whom, why, and what is proven of it.</summary>
public static class SourceJson
{
    /// <summary>UTF-8, the same bytes for the same inputs.</summary>
    public static byte[] Write(Sourced.Done sourced)
    {
        ArgumentNullException.ThrowIfNull(sourced);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject("inputs");
            DesignJson.Inputs(json, sourced.Inputs);
            json.WriteString("plant", sourced.PlantSha256);
            json.WriteString("offers", sourced.OffersSha256);
            json.WriteEndObject();
            json.WriteString("name", sourced.Design.Package.Name);
            json.WriteString("currency", sourced.Currency.Code);
            json.WriteString("asOf", sourced.Job.Policy.AsOf is { } day ? $"{day:yyyy-MM-dd}" : null);
            json.WriteString("destination", sourced.Job.Policy.Destination);
            json.WriteNumberOrNull("annual", sourced.Job.Annual);
            DesignJson.Diagnostics(json, sourced.Design.Diagnostics.Concat(sourced.Diagnostics));
            json.WriteStartArray("quantities");
            foreach (var quantity in sourced.Quantities)
            {
                json.WriteStartObject();
                json.WriteNumber("quantity", quantity.Quantity);
                json.WriteNumber("products", quantity.Products);
                json.WriteSpread("parts", Parts(quantity.Plan));
                json.WriteSpread("fees", quantity.Plan.Orders.Aggregate(Spread.Zero, (sum, order) => sum + order.Fees));
                json.WriteNumber("unpricedLines", quantity.Plan.Lines.Count(line => line is { State: MaterialState.Bought, UnitPrice: null }));
                PurchaseJson.Write(json, quantity.Plan);
                RiskJson.Write(json, quantity.Risk);
                json.WriteStartArray("lines");
                foreach (var line in quantity.Plan.Lines) MaterialJson.Write(json, line);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    /// <summary>All purchases and estimates, without the fees of orders.</summary>
    private static Spread Parts(MaterialPlan plan) => plan.Lines.Where(line => line.PurchaseCost is not null).Aggregate(Spread.Zero, (sum, line) => sum + line.PurchaseCost!.Value);
}
