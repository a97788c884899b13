using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>
/// A value of an answer. What is not there, or of another kind than asked for, is null or empty: answers change without notice. Names are found whether they
/// are written <c>UnitPrice</c>, <c>unitPrice</c> or <c>unit_price</c>.
/// </summary>
internal readonly struct AnswerNode(JsonElement element)
{
    /// <summary>No list of an answer is read further.</summary>
    public const int MostItems = 2000;

    private const int LongestText = 400;

    /// <summary>The bytes as they stand in the answer, which may be no UTF-8; <c>null</c> when there is none.</summary>
    public ReadOnlySpan<byte> Raw => element.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(element);

    public bool Exists => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsList => element.ValueKind == JsonValueKind.Array;

    public AnswerNode this[string name]
    {
        get
        {
            if (element.ValueKind != JsonValueKind.Object) return default;
            foreach (var property in element.EnumerateObject())
            {
                if (Is(property, name)) return new AnswerNode(property.Value);
            }
            return default;
        }
    }

    public bool Has(string name) => IsObject && element.EnumerateObject().Any(property => Is(property, name));

    public IEnumerable<(string Name, AnswerNode Value)> Members =>
        IsObject ? element.EnumerateObject().Take(MostItems).Select(property => (NameOf(property), new AnswerNode(property.Value))) : [];

    public IEnumerable<AnswerNode> Items => IsList ? element.EnumerateArray().Take(MostItems).Select(item => new AnswerNode(item)) : [];

    /// <summary>Trimmed, without control characters, at most 400 characters; a number as it is written; empty when there is none.</summary>
    public string Text
    {
        get
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Number: return Short(element.GetRawText());
                case JsonValueKind.String:
                    try
                    {
                        return Short(element.GetString() ?? "");
                    }
                    catch (InvalidOperationException)
                    {
                        // Half a surrogate pair, or bytes that are no UTF-8.
                        return "";
                    }
                default: return "";
            }
        }
    }

    /// <summary>A number, written as one or as a text; null when there is none.</summary>
    public decimal? Number
    {
        get
        {
            if (element.ValueKind == JsonValueKind.Number) return element.TryGetDecimal(out var number) ? number : null;
            return element.ValueKind == JsonValueKind.String && decimal.TryParse(Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value : null;
        }
    }

    /// <summary>A whole number from 0 to a thousand million; null when there is none.</summary>
    public long? Pieces => Number is { } value and >= 0 and <= 1_000_000_000 && value == decimal.Truncate(value) ? (long)value : null;

    /// <summary>A whole number from 1 on; null when there is none: zero pieces are nobody's minimum or multiple.</summary>
    public long? Positive => Pieces is { } pieces and > 0 ? pieces : null;

    public bool? Flag => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when string.Equals(Text, "true", StringComparison.OrdinalIgnoreCase) => true,
        JsonValueKind.String when string.Equals(Text, "false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary>The day of a time as ISO 8601 writes it; null when there is none.</summary>
    public DateOnly? Day =>
        Text is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1990 ? day : null;

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>By the bytes: to make a text of every name that is not asked for would take most of the time.</summary>
    private static bool Is(JsonProperty property, string asked)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (raw.Contains((byte)'\\')) return Same(NameOf(property), asked);
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < raw.Length && raw[i] == '_') i++;
            while (j < asked.Length && asked[j] == '_') j++;
            if (i == raw.Length || j == asked.Length) return i == raw.Length && j == asked.Length;
            // Names that are asked for are ASCII.
            if (char.ToUpperInvariant((char)raw[i++]) != char.ToUpperInvariant(asked[j++])) return false;
        }
    }

    private static bool Same(string written, string asked)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < written.Length && written[i] == '_') i++;
            while (j < asked.Length && asked[j] == '_') j++;
            if (i == written.Length || j == asked.Length) return i == written.Length && j == asked.Length;
            if (char.ToUpperInvariant(written[i++]) != char.ToUpperInvariant(asked[j++])) return false;
        }
    }

    private static string Short(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var c in text)
        {
            if (clean.Length == LongestText) break;
            if (!char.IsControl(c)) clean.Append(c);
        }
        return clean.ToString().Trim();
    }
}
