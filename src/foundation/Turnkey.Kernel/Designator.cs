using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>
/// A reference designator (IEEE 315 / ASME Y14.44): a class prefix, a number, and sometimes more (<c>R12</c>, <c>U3A</c>, <c>C7_2</c>, <c>FID1</c>).
/// Compares without letter case and orders by prefix, then number, so that R2 stands before R10.
/// </summary>
public readonly record struct Designator : IComparable<Designator>
{
    private readonly string? text;

    private Designator(string text, int prefix, int digits)
    {
        this.text = text;
        Prefix = text[..prefix].ToUpperInvariant();
        Suffix = text[(prefix + digits)..].ToUpperInvariant();
        Number = digits > 0 ? long.Parse(text.AsSpan(prefix, digits), NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>As written.</summary>
    public string Text => text ?? "";

    /// <summary>The class letters in upper case: R, C, U, J; the whole text where there is no number (<c>LOGO</c>).</summary>
    public string Prefix { get; } = "";

    /// <summary>The number after the prefix; null where there is none.</summary>
    public long? Number { get; }

    /// <summary>What follows the number, in upper case: <c>A</c> in U3A.</summary>
    public string Suffix { get; } = "";

    /// <summary>
    /// A single designator: starts with a letter, holds letters, digits and <c>_ - . + * / # $</c>, no white space, at most 40 characters.
    /// Null when the text is none.
    /// </summary>
    public static Designator? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > 40 || !char.IsLetter(trimmed[0])) return null;
        foreach (var c in trimmed)
        {
            if (!char.IsLetterOrDigit(c) && !"_-.+*/#$".Contains(c, StringComparison.Ordinal)) return null;
        }
        var prefix = 0;
        while (prefix < trimmed.Length && !char.IsAsciiDigit(trimmed[prefix])) prefix++;
        var digits = 0;
        while (prefix + digits < trimmed.Length && digits < 18 && char.IsAsciiDigit(trimmed[prefix + digits])) digits++;
        return new Designator(trimmed, prefix, digits);
    }

    public bool Equals(Designator other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    public int CompareTo(Designator other)
    {
        var order = string.CompareOrdinal(Prefix, other.Prefix);
        if (order == 0) order = Nullable.Compare(Number, other.Number);
        if (order == 0) order = string.CompareOrdinal(Suffix, other.Suffix);
        return order != 0 ? order : string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase);
    }

    public static bool operator <(Designator a, Designator b) => a.CompareTo(b) < 0;
    public static bool operator >(Designator a, Designator b) => a.CompareTo(b) > 0;
    public static bool operator <=(Designator a, Designator b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Designator a, Designator b) => a.CompareTo(b) >= 0;
    public override string ToString() => Text;
}
