using System.Text.Json;
using Turnkey.Sourcing.Material;

namespace Turnkey.Pipeline.Json;

/// <summary>A BOM line with its purchase.</summary>
internal static class MaterialJson
{
    public static void Write(Utf8JsonWriter json, MaterialLine line)
    {
        json.WriteStartObject();
        json.WriteString("assembly", line.Assembly);
        json.WriteStartArray("designators");
        foreach (var designator in line.Line.Designators) json.WriteStringValue(designator.Text);
        json.WriteEndArray();
        json.WriteString("manufacturer", line.Line.Manufacturer ?? "");
        json.WriteString("mpn", line.Line.Mpn?.Text ?? "");
        json.WriteString("value", line.Line.Value);
        json.WriteString("class", line.Class);
        json.WriteString("state", State(line.State));
        json.WriteNumber("perUnit", line.PerUnit);
        json.WriteNumber("demand", line.Demand);
        json.WriteNumber("attrition", line.Attrition);
        json.WriteString("attritionFormula", line.AttritionFormula);
        json.WriteNumber("excess", line.Excess);
        json.WriteNumber("purchaseQuantity", line.PurchaseQuantity);
        if (line.UnitPrice is { } price) json.WriteSpread("unitPrice", price);
        else json.WriteNull("unitPrice");
        if (line.PurchaseCost is { } cost) json.WriteSpread("purchaseCost", cost);
        else json.WriteNull("purchaseCost");
        json.WriteString("currency", line.Currency.Code);
        json.WriteString("basis", Words.Of(line.Basis));
        json.WriteString("basisText", line.BasisText);
        if (line.Availability is { } availability)
        {
            json.WriteNumber("availableWorkingDays", availability.WorkingDays);
            json.WriteString("availability", availability.Reason);
        }
        json.WriteFigures(line.Figures);
        json.WriteEndObject();
    }

    private static string State(MaterialState state) => state switch
    {
        MaterialState.Bought => "bought",
        MaterialState.Consigned => "consigned",
        MaterialState.NotPlaced => "not-placed",
        MaterialState.NotAPart => "not-a-part",
        _ => throw new InvalidOperationException($"no state {state}"),
    };
}
