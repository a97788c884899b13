using System.Text.Json;
using Turnkey.Quoting;

namespace Turnkey.Pipeline.Json;

/// <summary>The price at one quantity as both views show it.</summary>
internal static class PriceJson
{
    public static void Write(Utf8JsonWriter json, QuoteQuantity quantity)
    {
        json.WriteNumber("quantity", quantity.Quantity);
        json.WriteAmount("unitPrice", quantity.UnitPrice);
        json.WriteAmount("low", quantity.Low);
        json.WriteAmount("high", quantity.High);
        json.WriteString("currency", quantity.UnitPrice.Currency.Code);
        json.WriteAmount("total", quantity.Total);
        json.WriteAmount("nonRecurring", quantity.NonRecurring);
        json.WriteNumber("leadTimeWorkingDays", quantity.LeadTime.WorkingDays);
        if (quantity.Supply?.Kit is not { } kit) return;
        json.WriteStartObject("components");
        json.WriteString("ordered", $"{kit.Start:yyyy-MM-dd}");
        json.WriteString("p50", $"{kit.Day(kit.P50):yyyy-MM-dd}");
        json.WriteString("p90", $"{kit.Day(kit.P90):yyyy-MM-dd}");
        json.WriteNumber("linesWithoutOffer", kit.Missing.Length);
        json.WriteEndObject();
    }
}
