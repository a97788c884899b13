using System.Text.Json;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;

namespace Turnkey.Pipeline.Contracting;

/// <summary>Reads <c>offer.json</c>, what <c>turnkey quote</c> wrote for the customer, as the content of an offer.</summary>
public static class OfferFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>
    /// The content, without what the file does not know: the revision, the last day, the terms, the papers. The file states one lead time, the plant's quoted
    /// percentile (nine of ten unless it chose another); it stands for both, because half of the orders leave no later than nine of ten.
    /// </summary>
    public static Decision<OfferContent> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(content, Strict);
            var root = json.RootElement;
            if (root.GetProperty("quantities").EnumerateArray().Any(quantity => quantity.TryGetProperty("breakdown", out _))) return new Refusal("offer.internal", "this is quote.json, the manufacturer's own view; name the offer.json beside it");
            var findings = root.GetProperty("findings").EnumerateArray().Where(Counts).Select(finding => finding.GetProperty("severity").GetString()).ToArray();
            var notes = root.GetProperty("notes");
            return new OfferContent
            {
                Package = root.GetProperty("inputs").GetProperty("package").GetString()!,
                Currency = root.GetProperty("currency").GetString()!,
                Prices = [.. root.GetProperty("quantities").EnumerateArray().Select(Price).OrderBy(price => price.Quantity)],
                Assumptions = [.. Texts(notes, "assumed"), .. Texts(notes, "estimated"), .. Texts(notes, "terms"), .. Texts(notes, "supply")],
                NotIncluded = [.. Texts(notes, "excluded"), .. Texts(notes, "missing")],
                Errors = findings.Count(severity => severity == "error"),
                Warnings = findings.Count(severity => severity == "warning"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Refusal("offer.file", $"it is no offer.json that turnkey quote wrote: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static OfferPrice Price(JsonElement quantity)
    {
        // A quote reckons one lead time; that nine in ten orders keep it is not known.
        return new OfferPrice(quantity.GetProperty("quantity").GetInt32(), quantity.GetProperty("unitPrice").GetDecimal(), quantity.GetProperty("nonRecurring").GetDecimal(), quantity.GetProperty("leadTimeWorkingDays").GetInt32(), null)
        {
            Low = Amount(quantity, "low"),
            High = Amount(quantity, "high"),
        };
    }

    private static decimal? Amount(JsonElement element, string name) => element.TryGetProperty(name, out var amount) && amount.ValueKind == JsonValueKind.Number ? amount.GetDecimal() : null;

    /// <summary>A finding that was waived or settled does not count.</summary>
    private static bool Counts(JsonElement finding) => !IsSet(finding, "waiver") && !IsSet(finding, "settled");

    private static bool IsSet(JsonElement finding, string name) => finding.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False);

    private static IEnumerable<string> Texts(JsonElement notes, string name) =>
        notes.GetProperty(name).EnumerateArray().Select(note => note.GetProperty("text").GetString()!);
}
