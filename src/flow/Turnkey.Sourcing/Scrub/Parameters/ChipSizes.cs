using System.Collections.Frozen;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Scrub.Parameters;

/// <summary>Chip sizes by their imperial and metric names (<c>chip-sizes.csv</c>).</summary>
internal static class ChipSizes
{
    private const int LongestWord = 24;

    private static readonly Lazy<(FrozenDictionary<string, bool> Imperial, FrozenDictionary<string, string> Metric)> Loaded = new(() =>
    {
        var rows = DataTable.Embedded("chip-sizes.csv").Rows;
        return (rows.ToFrozenDictionary(row => row[0], row => row[2] == "clear", StringComparer.Ordinal), rows.ToFrozenDictionary(row => row[1], row => row[0], StringComparer.Ordinal));
    });

    /// <summary>True for the imperial name of a size, whatever else the digits may mean.</summary>
    public static bool IsSize(string digits) => Loaded.Value.Imperial.ContainsKey(digits);

    /// <summary>
    /// The imperial size in one word: <c>0402</c>, <c>R0402</c>, <c>LED0603</c>, <c>1608Metric</c>, <c>1608</c>, and <c>603</c> where a spreadsheet has eaten the nought.
    /// A bare name that is a metric one too (0402, 0603) is likely only; letters in front make it the imperial name that CAD libraries use.
    /// </summary>
    /// <param name="word">Without separators.</param>
    /// <param name="alone">The word is all that its footprint cell holds.</param>
    /// <param name="marked">The word before says inches: EIA, SMD, SM, IMPERIAL, INCH.</param>
    public static (string Size, Certainty Certainty)? Find(string word, bool alone, bool marked)
    {
        if (word.Length is < 3 or > LongestWord) return null;
        var start = 0;
        while (start < word.Length && char.IsAsciiLetter(word[start])) start++;
        var end = start;
        while (end < word.Length && char.IsAsciiDigit(word[end])) end++;
        var (digits, rest) = (word[start..end], word[end..].ToUpperInvariant());
        if (digits.Length is < 3 or > 5 || start > 8) return null;
        var (imperial, metric) = Loaded.Value;
        var isMetric = metric.TryGetValue(digits, out var inches);
        if (rest is "METRIC" or "M") return isMetric ? (inches!, Certainty.Certain) : null;
        if (rest.Length > 5 || rest.Any(c => !char.IsAsciiLetter(c)) || rest.StartsWith('X')) return null;
        // Letters behind make a part number of it (0402WGF, 1206B) unless letters in front make it a footprint's name (R0402N).
        if (rest.Length > 0 && start == 0) return null;
        if (imperial.TryGetValue(digits, out var clear)) return (digits, clear || start > 0 || marked ? Certainty.Certain : Certainty.Likely);
        // EIA-3216 is the case of a moulded capacitor, and no chip.
        if (digits.Length == 4 && start <= 4 && isMetric && !marked) return (inches!, Certainty.Likely);
        return digits.Length == 3 && alone && start == 0 && imperial.ContainsKey("0" + digits) ? ("0" + digits, Certainty.Likely) : null;
    }
}
