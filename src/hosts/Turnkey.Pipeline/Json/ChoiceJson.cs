using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Dfx.Choosing;
using Turnkey.Dfx.Findings;
using Turnkey.Pipeline.Checking;

namespace Turnkey.Pipeline.Json;

/// <summary>The member <c>choice</c>: for each assembly which makers can make it, the cheapest first, and what stands in the way of the others.</summary>
internal static class ChoiceJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<AssemblyReview> reviews)
    {
        json.WriteStartArray("choice");
        foreach (var review in reviews)
        {
            if (review.Choice is not { } choice) continue;
            json.WriteStartObject();
            json.WriteString("assembly", review.Assembly.Name);
            json.WriteString("cheapest", choice.Cheapest?.Maker.Key);
            json.WriteString("nearest", choice.Nearest?.Maker.Key);
            json.WriteString("whyNot", choice.WhyNot);
            json.WriteStartArray("makers");
            foreach (var maker in choice.Makers) Write(json, maker);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MakerFit maker)
    {
        json.WriteStartObject();
        json.WriteString("key", maker.Maker.Key);
        json.WriteString("name", maker.Maker.Name);
        json.WriteNumber("costRank", maker.Maker.CostRank!.Value);
        json.WriteBoolean("canMake", maker.CanMake);
        json.WriteStartArray("notChecked");
        foreach (var rule in maker.NotChecked) json.WriteStringValue(rule.Id);
        json.WriteEndArray();
        json.WriteStartArray("inTheWay");
        foreach (var finding in maker.InTheWay) Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("text", MakerFit.Obstacle(finding));
        json.WriteNumber("places", finding.Places.Length);
        json.WriteNumber("measured", finding.Measured.Value);
        if (finding.Limit is { } limit) json.WriteNumber("limit", limit.Value);
        json.WriteEndObject();
    }
}
