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
    public static byte[] Write(Design design, ImmutableArray<Query> queries, ImmutableArray<Saving> savings)
    {
        ArgumentNullException.ThrowIfNull(design);
        return ResultJson.Write(json =>
        {
            json.WriteString("package", design.Package.Sha256);
            json.WriteStartArray("queries");
            foreach (var query in queries) One(json, query, [.. savings.Where(saving => saving.Findings.Contains(query.Finding.Id, StringComparer.Ordinal))]);
            json.WriteEndArray();
        });
    }

    private static void One(Utf8JsonWriter json, Query query, ImmutableArray<Saving> savings)
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
        json.WriteNumber("places", query.Finding.Places.Length);
        if (query.Answer is { } answer)
        {
            json.WriteStartObject("answer");
            json.WriteString("answer", answer.Kind switch { AnswerKind.Accepted => "accepted", AnswerKind.AsSent => "as-sent", _ => "other" });
            json.WriteString("text", answer.Text);
            json.WriteString("by", answer.By);
            json.WriteString("date", answer.Date);
            json.WriteBoolean("ofEarlierRevision", query.IsFromEarlier);
            json.WriteEndObject();
        }
        SavingsJson.Write(json, savings);
        json.WriteEndObject();
    }
}
