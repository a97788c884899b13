using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Quoting;
using Turnkey.Quoting.Costs;
using Turnkey.Quoting.LeadTimes;

namespace Turnkey.Pipeline.Json;

/// <summary><c>quote.json</c>: the internal result, with every cost, rate and margin and what each rests on.</summary>
public static class QuoteJson
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
            json.WriteString("plant", quote.Inputs.PlantSha256);
            json.WriteString("offers", quote.Inputs.OffersSha256);
            json.WriteEndObject();
            DesignJson.Write(json, design);
            DesignJson.Diagnostics(json, design.Diagnostics.Concat(quote.Diagnostics));
            Terms(json, quote);
            json.WriteString("plant", quote.Inputs.Plant);
            ReviewJson.Write(json, design.Checks, quotation.Reviews);
            SavingsJson.Write(json, quote.Savings);
            SavingsJson.Write(json, quote.Consequences);
            json.WriteStartArray("quantities");
            foreach (var quantity in quote.Quantities) Quantity(json, quantity);
            json.WriteEndArray();
        });
    }

    /// <summary>What is quoted and what the customer is told beside the price; the same in both views.</summary>
    internal static void Terms(Utf8JsonWriter json, Quote quote)
    {
        json.WriteString("currency", quote.Currency.Code);
        json.WriteStartArray("scope");
        foreach (var word in quote.Scope.Words()) json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteNumberOrNull("annual", quote.Annual);
        json.WriteStartObject("notes");
        Notes(json, "included", quote.Notes.Included);
        Notes(json, "excluded", quote.Notes.Excluded);
        Notes(json, "assumed", quote.Notes.Assumed);
        Notes(json, "estimated", quote.Notes.Estimated);
        Notes(json, "missing", quote.Notes.Missing);
        Notes(json, "terms", quote.Notes.Terms);
        Notes(json, "supply", quote.Notes.Supply);
        json.WriteEndObject();
    }

    private static void Notes(Utf8JsonWriter json, string name, ImmutableArray<Note> notes)
    {
        json.WriteStartArray(name);
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("text", note.Text);
            json.WriteString("source", note.Source);
            json.WriteString("assembly", note.Assembly);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Quantity(Utf8JsonWriter json, QuoteQuantity quantity)
    {
        json.WriteStartObject();
        PriceJson.Write(json, quantity);
        json.WriteStartObject("breakdown");
        foreach (var (category, amount) in quantity.Breakdown.Parts) json.WriteAmount(Category(category), amount);
        json.WriteEndObject();
        json.WriteStartObject("basis");
        json.WriteAmount("offer", quantity.Basis.Offer);
        json.WriteAmount("priceList", quantity.Basis.PriceList);
        json.WriteAmount("estimate", quantity.Basis.Estimate);
        json.WriteNumber("unpricedLines", quantity.Basis.UnpricedLines);
        json.WriteEndObject();
        LeadTime(json, quantity.LeadTime);
        Costs(json, "costs", quantity.Costs);
        Costs(json, "nonRecurringCosts", quantity.NonRecurringCosts);
        json.WriteStartArray("material");
        foreach (var line in quantity.Material) MaterialJson.Write(json, line);
        json.WriteEndArray();
        if (quantity.Purchases is { } purchases) PurchaseJson.Write(json, purchases);
        if (quantity.Supply is { } supply) RiskJson.Write(json, supply);
        json.WriteStartArray("processPlans");
        foreach (var plan in quantity.Plans) ProcessPlanJson.Write(json, plan);
        json.WriteEndArray();
        if (quantity.RuleOfThumb is { } rule)
        {
            json.WriteStartObject("ruleOfThumb");
            json.WriteSpread("unitPrice", rule.UnitPrice);
            json.WriteNumber("ratio", Numbers.Trimmed(Math.Round(rule.Ratio, 4)));
            json.WriteString("formula", rule.Formula);
            json.WriteFigures(rule.Figures);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void LeadTime(Utf8JsonWriter json, LeadTime leadTime)
    {
        json.WriteStartArray("leadTimeSteps");
        foreach (var step in leadTime.Steps)
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteNumber("start", step.Start);
            json.WriteNumber("days", step.Days);
            json.WriteBoolean("critical", step.Critical);
            json.WriteString("reason", step.Reason);
            json.WriteStartArray("additions");
            foreach (var addition in step.Additions)
            {
                json.WriteStartObject();
                json.WriteString("name", addition.Name);
                json.WriteNumber("days", addition.Days);
                json.WriteString("reason", addition.Reason);
                json.WriteString("because", addition.Because);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Costs(Utf8JsonWriter json, string name, ImmutableArray<CostLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("category", Category(line.Category));
            json.WriteString("label", line.Label);
            json.WriteSpread("amount", line.Amount);
            json.WriteString("formula", line.Formula);
            json.WriteString("basis", Words.Of(line.Basis));
            json.WriteString("source", line.Source);
            json.WriteFigures(line.Figures);
            if (!line.Lines.IsEmpty) Costs(json, "lines", line.Lines);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Category(CostCategory category) => category switch
    {
        CostCategory.Material => "material",
        CostCategory.Fabrication => "fabrication",
        CostCategory.Assembly => "assembly",
        CostCategory.Test => "test",
        CostCategory.Packaging => "packaging",
        CostCategory.Overhead => "overhead",
        CostCategory.Risk => "risk",
        CostCategory.Margin => "margin",
        CostCategory.NonRecurring => "nonRecurring",
        _ => throw new InvalidOperationException($"no category {category}"),
    };
}
