using System.Globalization;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Reads one word as a quantity: number and unit, number and multiplier, or IEC 60062 (4k7, 4R7, 6V3).</summary>
internal static class QuantityWord
{
    private const int LongestWord = 24;

    /// <summary>Digits behind an infix letter: 8k25, 0R047; more make a part number (1N4148).</summary>
    private const int MostInfixDigits = 3;

    /// <summary>Units that may stand behind their number and a blank.</summary>
    private static readonly string[] Spaced =
    [
        "OHM", "OHMS", "Ω", "KΩ", "MΩ", "KOHM", "KOHMS", "MOHM", "MOHMS", "F", "PF", "NF", "UF", "MF", "NH", "UH", "MH", "HZ", "KHZ", "MHZ", "GHZ", "V", "VDC", "VAC", "KV", "W", "MW", "A",
        "MA", "UA", "%", "PPM", "K", "M", "R", "MEG", "欧", "欧姆", "UFD", "MFD",
    ];

    public static bool IsSpacedUnit(string word) => word.Length <= 6 && Spaced.Contains(word.ToUpperInvariant(), StringComparer.Ordinal) && word is not ("f" or "w" or "a" or "r");

    /// <summary>True for digits with at most one decimal sign, and their thousands parted.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => !word.IsEmpty && Digits(word, out _) == word.Length;

    /// <summary>Whether a comma before three digits leaves open what the number is.</summary>
    public static bool IsDoubtful(string word) => Digits(word, out var doubtful) > 0 && doubtful;

    /// <summary>All that the word can mean: two numbers where a comma is open.</summary>
    public static IEnumerable<Mention> Readings(string word, bool signed, CommaMeaning comma)
    {
        var open = comma == CommaMeaning.Open && IsDoubtful(word);
        if (Read(word, signed, open ? CommaMeaning.Decimal : comma) is { } first) yield return first;
        if (open && Read(word, signed, CommaMeaning.Thousands) is { } second) yield return second;
    }

    /// <param name="word">Without separators, signs and brackets.</param>
    /// <param name="signed">A plus-minus sign stands before it.</param>
    /// <param name="comma">What a comma before three digits is; likely only.</param>
    public static Mention? Read(string word, bool signed, CommaMeaning comma = CommaMeaning.Decimal)
    {
        if (word.Length is 0 or > LongestWord) return null;
        // R47 is 0.47 Ω where it stands as a value; a designator looks alike.
        if (word[0] is 'R' && word.Length is >= 3 and <= 5 && word.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && Parse("0." + word[1..]) is { } below)
            return Of(MentionUnit.OhmLetter, below, word, Certainty.Likely, 'r');
        var length = Digits(word, out var doubtful);
        // 0625W is the end of a number that something has cut.
        if (length > 1 && word[0] == '0' && char.IsAsciiDigit(word[1]) && length < word.Length) return null;
        if (length == 0 || Parse(word[..length], doubtful && comma == CommaMeaning.Thousands) is not { } number) return null;
        var rest = word[length..];
        var sure = doubtful ? Certainty.Likely : Certainty.Certain;
        if (rest.Length == 0) return Of(MentionUnit.Bare, number, word, sure);
        if (signed && Factor(rest, "F", out var deviation, out _)) return Of(MentionUnit.FaradTolerance, number * deviation, word, sure);
        return Whole(word, number, rest, sure) ?? Infix(word, length, rest) ?? Coded(word, length, number, rest);
    }

    private static Mention? Whole(string word, decimal number, string rest, Certainty sure)
    {
        if (rest == "%") return Of(MentionUnit.Fraction, number / 100, word, sure);
        if (rest.Equals("ppm", StringComparison.OrdinalIgnoreCase)) return Of(MentionUnit.PartsPerMillion, number / 1_000_000, word, sure);
        if (Ohms(rest) is var (ohms, ohmsSure)) return Of(MentionUnit.Ohm, number * ohms, word, Lesser(sure, ohmsSure));
        if (Factor(rest, "HZ", out var hertz, out var hertzSure)) return Of(MentionUnit.Hertz, number * hertz, word, Lesser(sure, hertzSure));
        if (Factor(rest, "F", out var farad, out var faradSure) || Factor(rest, "FD", out farad, out faradSure)) return Of(MentionUnit.Farad, number * farad, word, Lesser(sure, faradSure));
        if (Factor(rest, "H", out var henry, out var henrySure)) return Of(MentionUnit.Henry, number * henry, word, Lesser(sure, henrySure));
        if (Factor(rest, "V", out var volt, out _) || Factor(rest, "VDC", out volt, out _)) return Of(MentionUnit.Volt, number * volt, word, sure);
        if (Factor(rest, "VAC", out var effective, out _)) return Of(MentionUnit.VoltAc, number * effective, word, sure);
        if (Factor(rest, "W", out var watt, out var wattSure)) return Of(MentionUnit.Watt, number * watt, word, Lesser(sure, wattSure));
        if (rest != "a" && Factor(rest, "A", out var ampere, out var ampereSure)) return Of(MentionUnit.Ampere, number * ampere, word, Lesser(sure, ampereSure));
        return rest switch
        {
            "R" or "r" => Of(MentionUnit.OhmLetter, number, word, sure, 'r'),
            "E" => Of(MentionUnit.OhmLetter, number, word, Certainty.Likely, 'e'),
            "Meg" or "MEG" or "meg" => Of(MentionUnit.Prefixed, number * 1e6m, word, sure, 'M'),
            [var letter] when Multiplier(letter) is var (factor, kind) => Of(MentionUnit.Prefixed, number * factor, word, sure, kind),
            _ => null,
        };
    }

    /// <summary>The letter stands for the decimal point: 4k7, 4R7, 2n2, 6V3, 4u7F.</summary>
    private static Mention? Infix(string word, int length, string rest)
    {
        if (word.AsSpan(0, length).IndexOfAny('.', ',') >= 0) return null;
        var end = 1;
        while (end < rest.Length && char.IsAsciiDigit(rest[end])) end++;
        if (end is 1 || end - 1 > MostInfixDigits || Parse(word[..length] + "." + rest[1..end]) is not { } joined) return null;
        var tail = rest[end..];
        var letter = rest[0];
        if (tail.Length == 0)
        {
            if (letter is 'R' or 'r' or 'Ω') return Of(MentionUnit.OhmLetter, joined, word, Certainty.Certain, 'r');
            if (letter is 'E') return Of(MentionUnit.OhmLetter, joined, word, Certainty.Likely, 'e');
            if (letter is 'V' or 'v') return Of(MentionUnit.Volt, joined, word, Certainty.Certain);
            if (letter is 'L' && end - 1 <= 3 && length <= 2) return Of(MentionUnit.OhmLetter, joined / 1000, word, Certainty.Likely, 'l');
        }
        if (Multiplier(letter) is not var (factor, kind)) return null;
        return tail switch
        {
            "" => Of(MentionUnit.Prefixed, joined * factor, word, Certainty.Certain, kind),
            "Ω" or "ohm" or "Ohm" or "OHM" or "R" when kind is 'k' or 'M' or 'm' => Of(MentionUnit.Ohm, joined * factor, word, Certainty.Certain),
            "F" or "f" when kind is 'u' or 'n' or 'p' => Of(MentionUnit.Farad, joined * factor, word, Certainty.Certain),
            "H" or "h" when kind is 'u' or 'n' => Of(MentionUnit.Henry, joined * factor, word, Certainty.Certain),
            _ => null,
        };
    }

    /// <summary>Three or four digits and a tolerance letter of IEC 60062: 104K, 103J, 1002F. K is read as kilo where the part may be a resistor.</summary>
    private static Mention? Coded(string word, int length, decimal number, string rest) =>
        length is 3 or 4 && rest.Length == 1 && "BCDFGJMZ".Contains(rest[0], StringComparison.Ordinal) && number == decimal.Truncate(number) && word[0] != '0'
            ? Of(MentionUnit.Code, number, word, Certainty.Likely, rest[0])
            : null;

    private static (decimal Factor, Certainty Certainty)? Ohms(string unit)
    {
        var at = unit.AsSpan().IndexOfAny("Ωo欧O");
        if (at < 0 && unit.Length == 2 && unit[1] is 'R' && unit[0] is 'k' or 'K' or 'M') at = 1;
        if (at is < 0 or > 3) return null;
        var (prefix, name) = (unit[..at], unit[at..]);
        if (name is not ("Ω" or "欧" or "欧姆" or "R") && !name.Equals("ohm", StringComparison.OrdinalIgnoreCase) && !name.Equals("ohms", StringComparison.OrdinalIgnoreCase)) return null;
        return prefix switch
        {
            "" => (1m, Certainty.Certain),
            "k" or "K" => (1e3m, Certainty.Certain),
            "G" => (1e9m, Certainty.Certain),
            "u" => (1e-6m, Certainty.Likely),
            "Meg" or "MEG" or "meg" => (1e6m, Certainty.Certain),
            // Who writes everything in capitals or everything small may mean milli as well as mega.
            "M" => (1e6m, name is "OHM" or "OHMS" ? Certainty.Likely : Certainty.Certain),
            "m" => (1e-3m, name is "ohm" or "ohms" ? Certainty.Likely : Certainty.Certain),
            _ => null,
        };
    }

    /// <summary>The factor of a unit with its prefix. Capitals: UF is µF; MHZ is mega; MH and MF may be milli, mega or (old) micro.</summary>
    private static bool Factor(string text, string unit, out decimal factor, out Certainty certainty)
    {
        (factor, certainty) = (1m, Certainty.Certain);
        if (text.Length > unit.Length + 1 || !text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) return false;
        var prefix = text[..^unit.Length];
        var hertz = unit == "HZ";
        switch (prefix)
        {
            case "":
                // 47F on a capacitor is more often forgotten than meant; a henry is as rare.
                certainty = unit is "F" or "H" ? Certainty.Likely : Certainty.Certain;
                if (unit == "FD") return false;
                return true;
            case "k" or "K": factor = 1e3m; return unit is "HZ" or "V" or "W" or "VDC" or "VAC";
            case "M": factor = hertz ? 1e6m : unit is "F" or "FD" ? 1e-6m : 1e-3m; certainty = hertz ? Certainty.Certain : unit is "F" or "FD" ? Certainty.Unknown : Certainty.Likely; return true;
            case "m": factor = hertz ? 1e6m : 1e-3m; certainty = unit is "F" or "FD" ? Certainty.Likely : Certainty.Certain; return true;
            case "G": factor = 1e9m; return hertz;
            case "u" or "U": factor = 1e-6m; return !hertz;
            case "n" or "N": factor = 1e-9m; return unit is "F" or "H" or "FD";
            case "p" or "P": factor = 1e-12m; return unit is "F" or "FD" or "H";
            default: return false;
        }
    }

    private static (decimal Factor, char Kind)? Multiplier(char letter) => letter switch
    {
        'k' or 'K' => (1e3m, 'k'),
        'M' => (1e6m, 'M'),
        'm' => (1e-3m, 'm'),
        'G' => (1e9m, 'G'),
        'u' or 'U' => (1e-6m, 'u'),
        'n' or 'N' => (1e-9m, 'n'),
        'p' or 'P' => (1e-12m, 'p'),
        _ => null,
    };

    /// <summary>Length of the number at the start; doubtful where a comma with three digits may part thousands.</summary>
    private static int Digits(ReadOnlySpan<char> word, out bool doubtful)
    {
        doubtful = false;
        var whole = Run(word, 0);
        if (whole == 0 && word.Length > 0 && word[0] == ',') return 0;
        if (whole + 1 >= word.Length || word[whole] is not ('.' or ',') || !char.IsAsciiDigit(word[whole + 1])) return whole;
        var (mark, end, groups) = (word[whole], whole, 0);
        // 1,000,000 and 1,234.5: groups of three behind one to three digits, and perhaps the other sign behind them.
        while (whole is > 0 and <= 3 && word[0] != '0' && end + 3 < word.Length && word[end] == mark && Run(word, end + 1) == end + 4) (end, groups) = (end + 4, groups + 1);
        if (groups > 0 && end + 1 < word.Length && word[end] is '.' or ',' && word[end] != mark && char.IsAsciiDigit(word[end + 1])) return Run(word, end + 1);
        if (groups > 1) return end;
        doubtful = groups == 1 && mark == ',';
        return Run(word, whole + 1);
    }

    private static int Run(ReadOnlySpan<char> word, int from)
    {
        while (from < word.Length && char.IsAsciiDigit(word[from])) from++;
        return from;
    }

    private static decimal? Parse(string digits, bool thousands = false)
    {
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        var sign = comma > point ? ',' : '.';
        // The other sign, and one that stands more than once, part thousands.
        var plain = digits.Replace(sign == ',' ? "." : ",", "", StringComparison.Ordinal);
        plain = thousands || plain.IndexOf(sign, StringComparison.Ordinal) < plain.LastIndexOf(sign) ? plain.Replace(sign.ToString(), "", StringComparison.Ordinal) : plain.Replace(sign, '.');
        return plain.Length <= 16 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Certainty Lesser(Certainty a, Certainty b) => a < b ? a : b;

    private static Mention Of(MentionUnit unit, decimal number, string word, Certainty certainty, char multiplier = '\0') => new(unit, number, word, certainty, multiplier, false, false);
}
