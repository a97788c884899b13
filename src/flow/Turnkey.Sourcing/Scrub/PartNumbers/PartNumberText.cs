using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.Parameters;
using Turnkey.Sourcing.Scrub.Reading;

namespace Turnkey.Sourcing.Scrub.PartNumbers;

/// <summary>What stands in a part number cell.</summary>
/// <param name="Numbers">Makers' part numbers, in the cell's order, with the maker where the cell names it.</param>
/// <param name="Codes">Distributors' codes that stand there instead.</param>
/// <param name="Placeholder">Meaning of a word that says nothing (<c>any</c>, <c>generic</c>, <c>unsaid</c>); empty when there is none.</param>
/// <param name="Value">An electrical value that stands there instead; empty when there is none.</param>
internal sealed record PartNumberCell(ImmutableArray<WrittenNumber> Numbers, ImmutableArray<DistributorCode> Codes, string Placeholder, string Value)
{
    public static PartNumberCell Empty { get; } = new([], [], "", "");
}

/// <param name="Number">Cleaned.</param>
/// <param name="Maker">As the cell names it; null when it does not.</param>
/// <param name="Written">As written.</param>
/// <param name="Certainty">Likely where the number could be something else.</param>
internal sealed record WrittenNumber(PartNumber Number, string? Maker, string Written, Certainty Certainty);

/// <summary>Cleans part number cells: prefixes, quotes, several numbers in one, and what is no part number at all.</summary>
internal static class PartNumberText
{
    private const int MostNumbers = 20;

    private const int LongestNumber = 60;

    /// <summary>Characters behind what two variants share: package and packing.</summary>
    private const int MostEnding = 4;

    private static readonly string[] Prefixes = ["MPN:", "MPN", "MFR PN:", "MFR P/N:", "MFG PN:", "MFG P/N:", "MANUFACTURER PN:", "P/N:", "P/N", "PN:", "PN", "PART NO.:", "PART NO.", "PART NO:", "PART NUMBER:", "PART:", "PART #", "PART#:", "型号:", "TYPE:", "#"];

    private static readonly Lazy<FrozenDictionary<string, string>> Loaded = new(() => DataTable.Embedded("placeholders.csv").Rows.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>Meaning of a cell that says nothing; empty when it says something.</summary>
    public static string Placeholder(string? cell) => Loaded.Value.TryGetValue(CellText.Plain(cell).Trim(' ', '<', '>', '(', ')', '[', ']').ToUpperInvariant(), out var meaning) ? meaning : "";

    /// <summary>Reads the cell. Never throws; at most twenty numbers are taken.</summary>
    public static PartNumberCell Read(string? cell, string column)
    {
        var plain = CellText.Plain(cell?.Replace('\n', ';').Replace('\r', ';'));
        if (plain.Length == 0) return PartNumberCell.Empty;
        if (Placeholder(plain) is { Length: > 0 } meaning) return PartNumberCell.Empty with { Placeholder = meaning };
        var numbers = ImmutableArray.CreateBuilder<WrittenNumber>();
        var codes = ImmutableArray.CreateBuilder<DistributorCode>();
        var value = "";
        foreach (var piece in Pieces(plain).Take(MostNumbers))
        {
            var (text, maker) = WithoutMaker(Clean(piece));
            if (text.Length is 0 or > LongestNumber || Placeholder(text).Length > 0) continue;
            if (ParameterScanner.IsValue(text)) { value = text; continue; }
            if (DistributorCodes.Alone(text, column) is { } code)
            {
                codes.Add(code);
                continue;
            }
            if (PartNumber.Parse(text) is not { } number) continue;
            if (!numbers.Any(known => known.Number == number)) numbers.Add(new WrittenNumber(number, maker, piece, IsLikeNumber(text) && !IsExponent(text) ? Certainty.Certain : Certainty.Likely));
        }
        return new PartNumberCell(numbers.ToImmutable(), codes.ToImmutable(), numbers.Count + codes.Count == 0 && value.Length == 0 ? "unsaid" : "", value);
    }

    /// <summary>At least four letters and digits with a digit among them, no blank inside but one: no proof, but words and values are otherwise.</summary>
    public static bool IsLikeNumber(string text)
    {
        int signs = 0, digits = 0, blanks = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            if (char.IsAsciiLetterOrDigit(c)) signs++;
            else if (c == ' ') blanks++;
            else if (!"-_./+#()&,:=".Contains(c, StringComparison.Ordinal)) return false;
        }
        return signs >= 4 && digits >= 1 && blanks <= 4 && text.Length <= LongestNumber;
    }

    /// <summary>Without prefixes such as <c>MPN:</c>, quotes around, and commas behind.</summary>
    private static string Clean(string piece)
    {
        var text = piece.Trim(' ', '"', '\'', '`', ',', ';', '*', '<', '>', '=');
        foreach (var prefix in Prefixes)
        {
            // A bare "PN" or "MPN" counts only before a blank: PN2222 is a transistor.
            if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = text[prefix.Length..];
            if (char.IsLetterOrDigit(prefix[^1]) && (rest.Length == 0 || rest[0] is not (' ' or ':' or '='))) continue;
            text = rest.Trim(' ', ':', '=', '"', '\'');
            break;
        }
        return text;
    }

    /// <summary><c>YAGEO RC0402FR-0710KL</c> and <c>RC0402FR-0710KL (Yageo)</c>: the maker stands beside its number.</summary>
    private static (string Text, string? Maker) WithoutMaker(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 3 && text[^1] == ')' && MakerDirectory.Default.Find(text[(open + 1)..^1]) is { Certainty: Certainty.Certain } bracketed) return (text[..open].Trim(), bracketed.Written);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(4, words.Length - 1); count > 0; count--)
        {
            var name = string.Join(' ', words.Take(count));
            var rest = string.Join(' ', words.Skip(count));
            if (IsLikeNumber(rest) && name.Any(char.IsLetter) && MakerDirectory.Default.Find(name) is { Certainty: Certainty.Certain }) return (rest, name.TrimEnd(':'));
        }
        return (text, null);
    }

    /// <summary>Cuts at semicolons, bars, line ends, "or" and spaced slashes; at commas and bare slashes only between whole part numbers.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var marked = text.Replace(" or ", ";", StringComparison.OrdinalIgnoreCase).Replace(" oder ", ";", StringComparison.OrdinalIgnoreCase).Replace(" / ", ";", StringComparison.Ordinal)
            .Replace('|', ';');
        foreach (var piece in marked.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var commas = piece.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var parts = commas.Length > 1 && commas.All(IsWhole) ? commas : [piece];
            foreach (var part in parts)
            {
                var slashes = part.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (slashes.Length > 1 && (slashes.All(IsLong) || AreVariants(slashes))) foreach (var one in slashes) yield return one;
                else yield return part;
            }
        }
    }

    /// <summary>A whole number behind a comma; <c>,115</c> is a packing code.</summary>
    private static bool IsWhole(string text) => text.Length >= 5 && IsLikeNumber(text) && (text.Any(char.IsAsciiLetter) || text.Length >= 7);

    /// <summary>A whole number behind a slash: endings such as <c>/NOPB</c>, <c>/3T</c>, <c>-I/SS</c> are short.</summary>
    private static bool IsLong(string text) => text.Length >= 7 && text.Count(char.IsAsciiLetter) >= 2 && text.Count(char.IsAsciiDigit) >= 3 && IsLikeNumber(text);

    /// <summary>Short numbers on both sides of a slash that differ in their last characters only: LM358D/LM358DT. The DR of LM358D/DR is no number.</summary>
    private static bool AreVariants(string[] texts)
    {
        if (!texts.All(text => text.Length >= 5 && IsLikeNumber(text) && text.Count(char.IsAsciiDigit) >= 2 && text.Any(char.IsAsciiLetter))) return false;
        var shared = texts[0].Length;
        foreach (var text in texts.Skip(1)) shared = Math.Min(shared, texts[0].AsSpan().CommonPrefixLength(text));
        return texts.All(text => text.Length - shared <= MostEnding && shared * 2 >= text.Length);
    }

    /// <summary><c>6.13E+10</c>: what a spreadsheet makes of a number of digits alone.</summary>
    private static bool IsExponent(string text)
    {
        var e = text.IndexOf('E', StringComparison.OrdinalIgnoreCase);
        return e > 0 && e < text.Length - 1 && text.Contains('.', StringComparison.Ordinal) && text[..e].All(c => char.IsAsciiDigit(c) || c is '.' or ',') && text[(e + 1)..].TrimStart('+').All(char.IsAsciiDigit);
    }
}
