using System.Text;

namespace Turnkey.Kernel;

/// <summary>
/// A manufacturer's or supplier's part number. Keeps the text as it was written and compares by its key: letter case, white space and
/// invisible characters (spreadsheets are full of them) do not make another part, punctuation does (<c>LM358-N</c> is not <c>LM358N</c>).
/// </summary>
public readonly record struct PartNumber : IComparable<PartNumber>
{
    private readonly string? text;

    private PartNumber(string text, string key)
    {
        this.text = text;
        Key = key;
    }

    /// <summary>The number as written, trimmed and without control characters.</summary>
    public string Text => text ?? "";

    /// <summary>What equality and order rest on.</summary>
    public string Key { get; }

    /// <summary>The part number in a text; null when there is no letter or digit in it.</summary>
    public static PartNumber? Parse(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(text.Length);
        foreach (var written in text)
        {
            // Full-width forms, as East Asian input methods write Latin letters. Done here because the runtime's normalisation needs culture data.
            var c = written is >= '\uff01' and <= '\uff5e' ? (char)(written - 0xfee0) : written;
            if (char.IsWhiteSpace(c)) { if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' '); }
            else if (!char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format) clean.Append(c);
        }
        var number = clean.ToString().TrimEnd();
        return number.Any(char.IsLetterOrDigit) ? new PartNumber(number, number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()) : null;
    }

    public bool Equals(PartNumber other) => string.Equals(Key, other.Key, StringComparison.Ordinal);
    public override int GetHashCode() => Key is null ? 0 : StringComparer.Ordinal.GetHashCode(Key);
    public int CompareTo(PartNumber other) => string.CompareOrdinal(Key, other.Key);
    public static bool operator <(PartNumber a, PartNumber b) => a.CompareTo(b) < 0;
    public static bool operator >(PartNumber a, PartNumber b) => a.CompareTo(b) > 0;
    public static bool operator <=(PartNumber a, PartNumber b) => a.CompareTo(b) <= 0;
    public static bool operator >=(PartNumber a, PartNumber b) => a.CompareTo(b) >= 0;
    public override string ToString() => Text;
}
