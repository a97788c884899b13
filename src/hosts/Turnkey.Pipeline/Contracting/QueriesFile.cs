using System.Collections.Immutable;
using System.Text.Json;
using Turnkey.Contracts;

namespace Turnkey.Pipeline.Contracting;

/// <summary>One open query of the design review, to be put to the customer.</summary>
public sealed record ReviewQuery(string Query, string Question, string Proposal);

/// <summary>Reads <c>queries.json</c>, what <c>turnkey check</c> and <c>turnkey quote</c> ask the customer.</summary>
public static class QueriesFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <param name="content">Of the file.</param>
    /// <param name="package">SHA-256 of the package that the request is about.</param>
    public static Decision<ImmutableArray<ReviewQuery>> Read(ReadOnlyMemory<byte> content, string package)
    {
        try
        {
            using var json = JsonDocument.Parse(content, Strict);
            if (json.RootElement.GetProperty("package").GetString() != package) return new Refusal("queries.other-package", "the queries are about another design package than the request");
            ImmutableArray<ReviewQuery> open = [.. json.RootElement.GetProperty("queries").EnumerateArray().Where(query => query.GetProperty("state").GetString() == "open")
                .Select(query => new ReviewQuery(query.GetProperty("query").GetString()!, query.GetProperty("question").GetString()!, query.GetProperty("proposal").GetString() ?? ""))];
            return open;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Refusal("queries.file", $"it is no queries.json that turnkey wrote: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
