using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>Tells manufacturer part numbers from values, packages and words, and cuts cells that hold several.</summary>
public static class PartNumberShape
{
    private static readonly string[] NotSaid =
    [
        "any", "n/a", "na", "n.a.", "none", "tbd", "tbc", "generic", "various", "no mpn", "std", "standard", "?", "-", "--", "~", "*", "x", "null", "unknown", "not specified",
        "unspecified", "see value", "no part", "any brand", "open", "0", "#n/a", "none specified", "nil",
    ];

    /// <summary>Starts of package and library names, in upper case.</summary>
    private static readonly string[] PackageStarts =
    [
        "SOT", "SOIC", "SOP", "SOD", "SO-", "SO8", "SO1", "QFN", "DFN", "WSON", "VSON", "USON", "X2SON", "TQFP", "LQFP", "QFP", "VQFN", "UQFN", "WQFN", "MSOP", "SSOP", "TSSOP", "VSSOP", "TSOP",
        "DIP", "PDIP", "SIP", "DO-", "TO-", "TO2", "DPAK", "D2PAK", "BGA", "LGA", "WLCSP", "PLCC", "CASE", "SMA_", "SMB_", "SMC_", "SMD", "SMT", "MELF", "MINIMELF", "CHIP", "PINHEADER",
        "PINSOCKET", "CONN_", "PINHD", "HDR-", "CRYSTAL", "LED_", "LED0", "LED1", "LED-", "R_0", "R_1", "R_2", "C_0", "C_1", "C_2", "L_0", "L_1", "CP_", "D_S", "R0", "R1206", "R2010", "R2512",
        "C0", "C1206", "C1210", "L0", "L1206", "L1210", "EIA", "TESTPOINT", "FIDUCIAL", "MOUNTINGHOLE",
    ];

    /// <summary>
    /// True when a text looks like a manufacturer part number: letters and digits in one word, no value (<c>100nF/50V</c>), no package (<c>SOT-23</c>).
    /// A guess for columns that hold either; never proof.
    /// </summary>
    public static bool LooksLikePartNumber(string? text)
    {
        var word = text?.Trim() ?? "";
        if (word.Length is < 5 or > 40) return false;
        int letters = 0, digits = 0, small = 0, longestSmall = 0, blanks = 0;
        foreach (var c in word)
        {
            if (c == ' ') blanks++;
            else if (!char.IsAsciiLetterOrDigit(c) && !"-_./+#()&,:=".Contains(c, StringComparison.Ordinal)) return false;
            if (char.IsAsciiLetter(c)) letters++;
            if (char.IsAsciiDigit(c)) digits++;
            small = char.IsAsciiLetterLower(c) ? small + 1 : 0;
            longestSmall = Math.Max(longestSmall, small);
        }
        if (blanks > 1 || digits < 2 || letters + digits < 5 || longestSmall >= 4) return false;
        // Connector numbers are digits and dashes alone: 47589-0001, 1757242, 10118192-0001LF.
        if (letters == 0) return digits >= 6 && !word.Contains(' ', StringComparison.Ordinal) && !word.Contains('.', StringComparison.Ordinal);
        return !IsValue(word.Split(['/', ' ', ',', '_', '('])[0]) && !IsPackage(word);
    }

    /// <summary>An electrical value: <c>4k7</c>, <c>100nF</c>, <c>0.1uF</c>, <c>2R2</c>, <c>25MHz</c>, <c>3.3V</c>, <c>22</c>, <c>1%</c>.</summary>
    public static bool IsValue(string? text)
    {
        var word = text?.Trim() ?? "";
        if (word.Length is 0 or > 14) return false;
        if (word[0] is '+' or '-' or '±') word = word[1..];
        var i = 0;
        while (i < word.Length && (char.IsAsciiDigit(word[i]) || word[i] is '.' or ',')) i++;
        if (i == 0) return false;
        if (i == word.Length) return true;
        var unit = word[i..];
        // 4k7, 2R2, 1n5: the multiplier stands for the decimal point.
        if (unit.Length is > 1 and <= 4 && "RrkKMmunpµμΩGLFHV".Contains(unit[0], StringComparison.Ordinal) && unit[1..].All(char.IsAsciiDigit)) return unit.Length <= 3;
        unit = unit.TrimStart('-', ' ');
        var bare = unit.Length > 1 && "pnuµμmkKMGTt".Contains(unit[0], StringComparison.Ordinal) ? unit[1..] : unit;
        return IsUnit(unit) || IsUnit(bare);
    }

    private static bool IsUnit(string unit) => unit.ToUpperInvariant() is "" or "F" or "H" or "R" or "K" or "M" or "U" or "N" or "P" or "Μ" or "µ" or "Ω" or "OHM" or "OHMS" or "V" or "VDC" or "A" or "W"
        or "HZ" or "%" or "MM" or "MIL" or "C" or "MCD" or "NM" or "AH" or "G" or "L" or "E" or "PIN" or "POS" or "B" or "BIT" or "X";

    /// <summary>A package or footprint name: <c>SOT-23-5</c>, <c>R_0402_1005Metric</c>, <c>0603</c>.</summary>
    public static bool IsPackage(string? text)
    {
        var word = (text?.Trim() ?? "").ToUpperInvariant();
        if (word.Length == 0) return false;
        if (word is "01005" or "0201" or "0402" or "0603" or "0805" or "1206" or "1210" or "1812" or "2010" or "2220" or "2512" or "0204" or "0207") return true;
        return PackageStarts.Any(start => word.StartsWith(start, StringComparison.Ordinal)) || word.Contains("METRIC", StringComparison.Ordinal);
    }

    /// <summary>The part numbers in a cell: the first is the one asked for, the others stand in for it. Words that say nothing (ANY, N/A, TBD) are none.</summary>
    internal static IReadOnlyList<PartNumber> Split(string cell)
    {
        if (SaysNothing(cell)) return [];
        var numbers = new List<PartNumber>();
        foreach (var part in Alternatives(cell))
        {
            if (!SaysNothing(part) && PartNumber.Parse(part) is { } number && !numbers.Contains(number)) numbers.Add(number);
            if (numbers.Count == 16) break;
        }
        return numbers;
    }

    internal static bool SaysNothing(string cell)
    {
        var text = cell.Trim();
        return text.Length == 0 || text.All(c => !char.IsLetterOrDigit(c)) || NotSaid.Contains(text, StringComparer.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal);
    }

    /// <summary>Cuts at "or", line breaks, semicolons, bars, and at commas or slashes with a blank: Nexperia's <c>74HC00D,653</c> is one number.</summary>
    internal static IEnumerable<string> Alternatives(string cell)
    {
        foreach (var line in cell.Split(['\n', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var part in line.Split([" or ", " OR ", " oder ", " / ", ", "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var start = part.StartsWith("or ", StringComparison.OrdinalIgnoreCase) ? part[3..] : part;
                yield return start.Trim();
            }
        }
    }

    /// <summary>
    /// Manufacturer and part number out of one text: the words before the first with a digit are the maker (<c>C&amp;K Components KMR231GLFS</c>).
    /// </summary>
    internal static (string? Manufacturer, PartNumber? Mpn) SplitMaker(string text)
    {
        if (SaysNothing(text)) return (null, null);
        foreach (var mark in new[] { ": ", " - ", "/ " })
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && !text[..at].Any(char.IsAsciiDigit)) return (text[..at].Trim(), PartNumber.Parse(text[(at + mark.Length)..]));
        }
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // 3M is the one well-known maker with a digit in its name.
        var first = Array.FindIndex(words, word => word.Any(char.IsAsciiDigit) && !string.Equals(word, "3M", StringComparison.OrdinalIgnoreCase));
        if (first < 0) return words.Length == 1 ? (null, PartNumber.Parse(text)) : (string.Join(' ', words[..^1]), PartNumber.Parse(words[^1]));
        return (first == 0 ? null : string.Join(' ', words[..first]), PartNumber.Parse(string.Join(' ', words[first..])));
    }
}
