using System.Collections.Frozen;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Parameters;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.PartNumbers;

/// <summary>A distributor's code for a part.</summary>
/// <param name="Distributor">Whose.</param>
/// <param name="Code">As written.</param>
/// <param name="Certainty">Certain where a column or cell names the distributor or nothing else looks like the code; else likely.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record DistributorCode(string Distributor, PartNumber Code, Certainty Certainty, FactOrigin Origin)
{
    /// <summary>The maker's number that the code carries (Mouser: behind the number for the maker); null when it carries none.</summary>
    public PartNumber? Mpn { get; init; }

    /// <summary>The maker that the code names; null when it names none.</summary>
    public string? Maker { get; init; }
}

/// <summary>Recognises distributors' codes by <c>distributor-codes.csv</c>.</summary>
internal static class DistributorCodes
{
    private const int LongestCode = 60;

    private static readonly Lazy<Rule[]> Rules = new(() => [.. DataTable.Embedded("distributor-codes.csv").Rows.Select(row => new Rule(row[0], row[1], row[2] == "alone", row[3] == "rest"))]);

    private static readonly Lazy<FrozenDictionary<string, string>> MouserMakers = new(() =>
        DataTable.Embedded("mouser-makers.csv").Rows.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>The code in a text, of the distributor that the column names; null when it is not like one of that distributor's.</summary>
    public static DistributorCode? Of(string distributor, string text, string column)
    {
        var plain = CellText.Plain(text);
        if (plain.Length is 0 or > LongestCode || PartNumber.Parse(plain) is not { } code) return null;
        var name = Distributors.Canonical(distributor) ?? distributor;
        var rule = Array.Find(Rules.Value, rule => rule.Distributor == name && Matches(rule.Pattern, plain.ToUpperInvariant()));
        // What the column holds is the distributor's code even where nobody knows how its codes look.
        if (rule is null && Array.Exists(Rules.Value, one => one.Distributor == name)) return null;
        return With(new DistributorCode(name, code, Certainty.Certain, new FactOrigin(column, plain)), rule, plain);
    }

    /// <summary>A code that no column names: only what looks like nothing else, and Mouser's where its number for the maker is known (likely).</summary>
    public static DistributorCode? Alone(string text, string column)
    {
        var plain = CellText.Plain(text);
        if (plain.Length is 0 or > LongestCode || plain.Contains(' ', StringComparison.Ordinal) || PartNumber.Parse(plain) is not { } code) return null;
        var upper = plain.ToUpperInvariant();
        // C0603 and C1206 are sizes of capacitors, though the second could be a catalogue number too.
        if (upper[0] == 'C' && (upper.Length < 2 || upper[1] == '0' || ChipSizes.IsSize(upper[1..]))) return null;
        foreach (var rule in Rules.Value.Where(rule => rule.Alone && Matches(rule.Pattern, upper)))
            return With(new DistributorCode(rule.Distributor, code, Certainty.Certain, new FactOrigin(column, plain)), rule, plain);
        var dash = upper.IndexOf('-', StringComparison.Ordinal);
        if (dash is 2 or 3 && MouserMakers.Value.ContainsKey(upper[..dash]) && PartNumberText.IsLikeNumber(upper[(dash + 1)..]) && upper[(dash + 1)..].Any(char.IsAsciiLetter))
            return With(new DistributorCode("Mouser", code, Certainty.Likely, new FactOrigin(column, plain)), Array.Find(Rules.Value, rule => rule.Distributor == "Mouser"), plain);
        return null;
    }

    /// <summary>Distributors whose codes a bare number of this form could be: seven digits are Farnell's, and a thousand makers'.</summary>
    public static IEnumerable<string> Possible(string text)
    {
        var upper = CellText.Plain(text).ToUpperInvariant();
        return upper.Length > LongestCode ? [] : Rules.Value.Where(rule => !rule.Pattern.Contains('*', StringComparison.Ordinal) && Matches(rule.Pattern, upper)).Select(rule => rule.Distributor).Distinct(StringComparer.Ordinal);
    }

    private static DistributorCode With(DistributorCode code, Rule? rule, string plain)
    {
        if (rule is not { CarriesMpn: true }) return code;
        var dash = code.Distributor == "Mouser" ? plain.IndexOf('-', StringComparison.Ordinal) : -1;
        return code with { Mpn = PartNumber.Parse(plain[(dash + 1)..]), Maker = dash > 0 && MouserMakers.Value.TryGetValue(plain[..dash], out var maker) ? maker : null };
    }

    /// <summary>The little language that <c>distributor-codes.csv</c> explains. Linear but for one star.</summary>
    internal static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0;
        while (p < pattern.Length)
        {
            if (pattern[p] == '*') return Enumerable.Range(1, Math.Max(0, Math.Min(40, text.Length - t))).Any(length => Matches(pattern[(p + 1)..], text[(t + length)..]));
            if (t >= text.Length || !Fits(pattern[p], text[t])) return false;
            t++;
            if (p + 1 < pattern.Length && pattern[p + 1] == '+')
            {
                for (var more = 0; more < 20 && t < text.Length && Fits(pattern[p], text[t]); more++) t++;
                p++;
            }
            p++;
        }
        return t == text.Length;
    }

    private static bool Fits(char sign, char c) => sign switch
    {
        '9' => char.IsAsciiDigit(c),
        'A' => char.IsAsciiLetterUpper(c),
        'X' => char.IsAsciiLetterOrDigit(c),
        _ => c == sign,
    };

    private sealed record Rule(string Distributor, string Pattern, bool Alone, bool CarriesMpn);
}
