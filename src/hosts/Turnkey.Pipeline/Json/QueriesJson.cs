using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Designs;
using Turnkey.Dfx.Queries;
using Turnkey.Quoting.Changes;

namespace Turnkey.Pipeline.Json;

/// <summary><c>queries.json</c>: what is asked of the customer, with what is answered.</summary>
public static class QueriesJson
{
    /// <summary>UTF-8, the same bytes for the same queries.</summary>
    /// <param name="savings">Of the quote; empty where nothing was priced.</param>
    /// <param name="consequences">What findings add to the order; empty where nothing was priced.</param>
    public static byte[] Write(Design design, ImmutableArray<Query> queries, ImmutableArray<Saving> savings, ImmutableArray<Consequence> consequences)
    {
        ArgumentNullException.ThrowIfNull(design);
        return ResultJson.Write(json =>
        {
            json.WriteString("package", design.Package.Sha256);
            json.WriteStartArray("queries");
            foreach (var query in queries)
            {
                One(json, query,
                    [.. savings.Where(saving => saving.Findings.Contains(query.Finding.Id, StringComparer.Ordinal))],
                    [.. consequences.Where(one => one.Findings.Any(finding => finding.Id == query.Finding.Id))]);
            }
            json.WriteEndArray();
        });
    }

    private static void One(Utf8JsonWriter json, Query query, ImmutableArray<Saving> savings, ImmutableArray<Consequence> consequences)
    {
        var worst = query.Finding.Worst;
        json.WriteStartObject();
        json.WriteString("query", query.Id);
        json.WriteString("assembly", query.Assembly);
        json.WriteString("finding", query.Finding.Id);
        json.WriteString("severity", Words.Of(query.Finding.Severity));
        json.WriteString("state", query.IsOpen ? "open" : "settled");
        json.WriteString("question", query.Question);
        json.WriteString("proposal", query.Proposal);
        json.WriteString("layer", worst.Layer);
        json.WriteNumber("xMm", worst.At.X / 1_000_000m);
        json.WriteNumber("yMm", worst.At.Y / 1_000_000m);
        json.WriteNumber("count", query.Places.Length);
        Names(json, "parts", query.Parts);
        Names(json, "openParts", query.OpenParts);
        json.WriteStartArray("places");
        foreach (var place in query.Places) Place(json, query, place);
        json.WriteEndArray();
        json.WriteStartArray("answers");
        foreach (var answer in query.Answers) One(json, answer, query.IsFromEarlier);
        json.WriteEndArray();
        SavingsJson.Write(json, consequences);
        SavingsJson.Write(json, savings);
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts) json.WriteStringValue(part);
        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, Query query, QueryPlace place)
    {
        var (sighting, parts) = place;
        json.WriteStartObject();
        Names(json, "parts", parts);
        json.WriteString("what", sighting.What);
        json.WriteString("layer", sighting.Layer);
        json.WriteNumber("xMm", sighting.At.X / 1_000_000m);
        json.WriteNumber("yMm", sighting.At.Y / 1_000_000m);
        json.WriteNumber("measured", sighting.Measured.Value);
        json.WriteString("state", query.IsOpenAt(place) ? "open" : "settled");
        json.WriteEndObject();
    }

    private static void One(Utf8JsonWriter json, Answer answer, bool isFromEarlier)
    {
        json.WriteStartObject();
        json.WriteString("answer", answer.Kind switch { AnswerKind.Accepted => "accepted", AnswerKind.AsSent => "as-sent", _ => "other" });
        Names(json, "parts", answer.Parts);
        json.WriteString("text", answer.Text);
        json.WriteString("pinOne", answer.PinOne);
        json.WriteString("by", answer.By);
        json.WriteString("date", answer.Date);
        json.WriteBoolean("ofEarlierRevision", isFromEarlier);
        json.WriteEndObject();
    }
}
