using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>What a maker's part number says by itself.</summary>
/// <param name="Maker">Canonical name of the maker whose series it is.</param>
/// <param name="Kind">Kind of the series.</param>
/// <param name="Facts">Certain, if the number is the maker's.</param>
internal sealed record DecodedNumber(string Maker, ComponentKind Kind, ImmutableArray<ParameterFact> Facts);

/// <summary>Reads the part numbers of the big series of passives (<c>series.csv</c>, <c>series-codes.csv</c>).</summary>
internal static class SeriesDecoding
{
    private const int LongestNumber = 40;

    private static readonly Lazy<ImmutableArray<Series>> Loaded = new(() => [.. DataTable.Embedded("series.csv").Rows.Select(row => new Series(row))]);

    private static readonly Lazy<FrozenDictionary<(string Table, string Code), string>> Codes = new(() =>
        DataTable.Embedded("series-codes.csv").Rows.ToFrozenDictionary(row => (row[0], row[1]), row => row[2]));

    /// <summary>Null where the number is of no series in the table, or holds a code that its series does not have.</summary>
    public static DecodedNumber? Decode(string number, string column)
    {
        if (number.Length is < 6 or > LongestNumber) return null;
        var key = number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        foreach (var series in Loaded.Value)
        {
            if (series.Starts(key) && series.Decode(key, new FactOrigin(column, number)) is { } decoded) return decoded;
        }
        return null;
    }

    /// <summary>What a tolerance letter means (IEC 60062); likely, for a letter alone says little. Null where it is none.</summary>
    internal static ParameterFact? Tolerance(ComponentKind kind, string letter)
    {
        if (!Codes.Value.TryGetValue((kind is ComponentKind.Capacitor or ComponentKind.CapacitorNetwork ? "tol-c" : "tol-r", letter), out var meaning)) return null;
        decimal? number = Decimal(meaning);
        return new(ParameterName.Tolerance, number, ToleranceText(number, meaning), Certainty.Likely, new("tolerance", letter));
    }

    private static string ToleranceText(decimal? number, string meaning) => number is { } known ? ParameterText.Of(ParameterName.Tolerance, known) : meaning[0] == '+' ? meaning + "%" : "±" + meaning;

    /// <summary>The number that a value code stands for, in the unit of <paramref name="scheme"/>; null when it is no such code.</summary>
    internal static decimal? Value(string scheme, string code) => scheme switch
    {
        "eia-pf" => Eia(code, 'R') * 1e-12m,
        "kemet-pf" => Kemet(code) * 1e-12m,
        "eia-uh" => Eia(code, 'R') * 1e-6m,
        "eia-nh" => Eia(code, 'N') * 1e-9m,
        "eia-ohm" or "ohm4" => Eia(code, 'R'),
        "iec" => Iec(code),
        "uniroyal" => UniRoyal(code),
        "milli" => code.Contains('L', StringComparison.Ordinal) ? Point(code, 'L') / 1000 : Point(code, 'R'),
        "mhz" => Decimal(code) * 1_000_000,
        "eia-number" => Eia(code, 'R'),
        _ => throw new InvalidOperationException($"no value scheme {scheme}"),
    };

    /// <summary>Two or three digits and an exponent, or a letter as the decimal point; 000 and 0000 are zero.</summary>
    private static decimal? Eia(string code, char point)
    {
        if (code.Contains(point, StringComparison.Ordinal)) return Point(code, point);
        if (code.Length is < 3 or > 4 || Decimal(code[..^1]) is not { } digits || !char.IsAsciiDigit(code[^1])) return null;
        for (var i = code[^1] - '0'; i > 0; i--) digits *= 10;
        return digits;
    }

    /// <summary>As EIA, but 9 and 8 as exponents are a tenth and a hundredth.</summary>
    private static decimal? Kemet(string code) => code[^1] switch
    {
        '9' => Decimal(code[..^1]) / 10,
        '8' => Decimal(code[..^1]) / 100,
        _ => Eia(code, 'R'),
    };

    private static decimal? Iec(string code)
    {
        var at = code.AsSpan().IndexOfAny('R', 'K', 'M');
        if (at < 0) return code.All(c => c == '0') ? 0 : null;
        var factor = code[at] switch { 'K' => 1e3m, 'M' => 1e6m, _ => 1m };
        return Point(code, code[at]) * factor;
    }

    private static decimal? UniRoyal(string code)
    {
        if (Decimal(code[..3]) is not { } digits) return null;
        return code[3] switch
        {
            'J' => digits / 10,
            'K' => digits / 100,
            'L' => digits / 1000,
            _ => Eia(code, 'R'),
        };
    }

    private static decimal? Point(string code, char point)
    {
        var at = code.IndexOf(point, StringComparison.Ordinal);
        var (whole, part) = (code[..at], code[(at + 1)..]);
        return whole.Length + part.Length == 0 ? null : Decimal($"{(whole.Length == 0 ? "0" : whole)}.{(part.Length == 0 ? "0" : part)}");
    }

    private static decimal? Decimal(string digits) => decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class Series
    {
        private readonly string maker, scheme, size, tolerance, voltage, dielectric, power;
        private readonly string[] starts;
        private readonly ComponentKind kind;
        private readonly Lazy<ImmutableArray<ParameterFact>> made;
        private readonly Lazy<Regex> pattern;

        public Series(string[] row)
        {
            (maker, starts, kind, scheme, size, tolerance, voltage, dielectric, power) = (row[0], DataTable.Entries(row[2]), ComponentKinds.Parse(row[3]), row[5], row[6], row[7], row[8], row[9], row[10]);
            // A ceramic's dielectric says how it is made; the name of another series does.
            made = new Lazy<ImmutableArray<ParameterFact>>(() => kind != ComponentKind.Capacitor ? []
                : [.. PartWords.Read(new Fact<ComponentKind>(kind, Certainty.Certain, new("mpn", "")), ("description", row[1])).Where(fact => fact.Name == ParameterName.Technology && fact.Text != PartParameters.Ceramic)]);
            // Without backtracking the time is bounded by the length of the number.
            pattern = new Lazy<Regex>(() => new Regex(row[4], RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking));
        }

        public bool Starts(string key) => Array.Exists(starts, start => start == "#" ? char.IsAsciiDigit(key[0]) : key.StartsWith(start, StringComparison.Ordinal));

        public DecodedNumber? Decode(string key, FactOrigin origin)
        {
            var match = pattern.Value.Match(key);
            if (!match.Success) return null;
            var facts = ImmutableArray.CreateBuilder<ParameterFact>();
            if (PartParameters.PrincipalOf(kind) is { } principal)
            {
                if (Value(scheme, match.Groups["value"].Value) is not { } number) return null;
                facts.Add(new ParameterFact(principal, number, ParameterText.Of(principal, number), Certainty.Certain, origin));
            }
            if (!Coded(match, "size", size, ParameterName.Package, facts, origin) || !Coded(match, "tol", tolerance, ParameterName.Tolerance, facts, origin)
                || !Coded(match, "volt", voltage, ParameterName.Voltage, facts, origin) || !Coded(match, "diel", dielectric, ParameterName.Dielectric, facts, origin)
                || !Coded(match, "power", power, ParameterName.Power, facts, origin)) return null;
            facts.AddRange(made.Value.Select(fact => fact with { Origin = origin }));
            return new DecodedNumber(maker, kind, facts.ToImmutable());
        }

        /// <summary>False when the code is not in its table: then the number is not of this series. Codes left out (a jumper's tolerance) say nothing.</summary>
        private static bool Coded(Match match, string group, string table, ParameterName name, ImmutableArray<ParameterFact>.Builder facts, FactOrigin origin)
        {
            var code = match.Groups[group].Value;
            if (table.Length == 0 || code.Length == 0) return true;
            // Z is the tolerance of a jumper: it has none.
            if (table == "tol-r" && code == "Z") return true;
            string? meaning = table switch
            {
                "as-is" => name == ParameterName.Dielectric ? Dielectrics.Find(code) : code,
                "eia-number" => Value(table, code)?.ToString(CultureInfo.InvariantCulture),
                _ => Codes.Value.GetValueOrDefault((table, code)),
            };
            if (meaning is null) return false;
            decimal? number = name is ParameterName.Tolerance or ParameterName.Voltage or ParameterName.Power ? Decimal(meaning) : null;
            var text = name == ParameterName.Tolerance ? ToleranceText(number, meaning) : number is { } known ? ParameterText.Of(name, known) : meaning;
            facts.Add(new ParameterFact(name, number, text, Certainty.Certain, origin));
            return true;
        }
    }
}
