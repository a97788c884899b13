namespace Turnkey.Plants.Parts;

/// <summary>What a part's value measures: the surest sign of a passive part whose designator says nothing.</summary>
internal enum ValueKind
{
    None,
    Ohm,
    Farad,
    Henry,
    Hertz,
}

/// <summary>Reads the quantity at the start of a value as schematics write it (IEC 60062 too): 4k7, 4.7kΩ, 100R, 0.1u, 2u2, 10uF/16V, 25MHz.</summary>
internal static class PartValue
{
    /// <summary>Digits behind an infix multiplier: 4k75 has two; 2N3904 and 1N4148 are part numbers.</summary>
    private const int MostInfixDigits = 2;

    public static ValueKind KindOf(string text)
    {
        var word = text.AsSpan().TrimStart();
        var at = Digits(word, 0);
        if (at < word.Length - 1 && at > 0 && word[at] is '.' or ',' && char.IsAsciiDigit(word[at + 1])) at = Digits(word, at + 1);
        if (at == 0 || !char.IsAsciiDigit(word[0])) return ValueKind.None;
        while (at < word.Length && word[at] == ' ') at++;
        if (at == word.Length) return ValueKind.None;
        var multiplier = word[at] is 'k' or 'K' or 'M' or 'm' or 'G' or 'u' or 'U' or 'µ' or 'μ' or 'n' or 'N' or 'p' or 'P' ? char.ToLowerInvariant(word[at]) : ' ';
        var mega = word[at] is 'M';
        var rest = multiplier == ' ' ? word[at..] : word[(at + 1)..];
        if (Unit(rest) is var unit and not ValueKind.None) return unit;
        if (multiplier == ' ') return rest[0] is 'R' or 'r' && IsEnd(AfterInfix(rest[1..])) ? ValueKind.Ohm : ValueKind.None;
        if (!IsEnd(AfterInfix(rest))) return ValueKind.None;
        return multiplier switch
        {
            'k' => ValueKind.Ohm,
            'm' => mega ? ValueKind.Ohm : ValueKind.None,
            'u' or 'µ' or 'μ' or 'n' or 'p' => ValueKind.Farad,
            _ => ValueKind.None,
        };
    }

    private static ValueKind Unit(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("OHM", StringComparison.OrdinalIgnoreCase) || (text.Length > 0 && text[0] is 'Ω' or '\u2126')) return ValueKind.Ohm;
        if (text.StartsWith("HZ", StringComparison.OrdinalIgnoreCase)) return ValueKind.Hertz;
        if (text.Length > 0 && text[0] is 'F' or 'f' && IsEnd(text[1..])) return ValueKind.Farad;
        if (text.Length > 0 && text[0] is 'H' or 'h' && IsEnd(text[1..])) return ValueKind.Henry;
        return ValueKind.None;
    }

    private static ReadOnlySpan<char> AfterInfix(ReadOnlySpan<char> text)
    {
        var digits = Digits(text, 0);
        return digits <= MostInfixDigits ? text[digits..] : text;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from])) from++;
        return from;
    }

    private static bool IsEnd(ReadOnlySpan<char> text) => text.IsEmpty || !char.IsLetterOrDigit(text[0]);
}
