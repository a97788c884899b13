namespace Turnkey.Pipeline.Json;

/// <summary>
/// <c>offer.json</c>: what the customer gets. It is written from the price, the notes and the design alone. No cost line, rate or margin goes in, and no
/// amount by basis either, because the part of a price that rests on offers is what the components cost.
/// </summary>
public static class OfferJson
{
    /// <summary>UTF-8, the same bytes for the same inputs.</summary>
    public static byte[] Write(Quotation.Done quotation)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        var (design, quote) = (quotation.Design, quotation.Quote);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject("inputs");
            DesignJson.Inputs(json, quotation.Inputs);
            json.WriteEndObject();
            DesignJson.Write(json, design);
            DesignJson.Diagnostics(json, design.Diagnostics);
            QuoteJson.Terms(json, quote);
            ReviewJson.Write(json, design.Checks, quotation.Reviews);
            SavingsJson.Write(json, quote.Savings);
            json.WriteStartArray("quantities");
            foreach (var quantity in quote.Quantities)
            {
                json.WriteStartObject();
                PriceJson.Write(json, quantity);
                json.WriteNumber("unpricedLines", quantity.Basis.UnpricedLines);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }
}
