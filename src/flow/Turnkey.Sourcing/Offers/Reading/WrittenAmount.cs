using System.Globalization;
using System.Text.RegularExpressions;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>Which sign a list writes before the places behind the unit.</summary>
internal enum DecimalMark
{
    /// <summary>Nothing that was written tells.</summary>
    Unknown,
    Point,
    Comma,
    /// <summary>Both were written, so that neither decides what can be read in two ways.</summary>
    Mixed,
}

internal enum NumberState
{
    /// <summary>No digit.</summary>
    None,
    /// <summary>Can be read in one way only.</summary>
    Certain,
    /// <summary><c>1,234</c>: one and a bit, or a thousand and more.</summary>
    Ambiguous,
    /// <summary>Less than nothing.</summary>
    Negative,
    /// <summary>Digits and marks that are no number in any writing: <c>1.2.3</c>.</summary>
    Unreadable,
}

/// <summary>
/// The first number of a cell as it is written, in every writing of the trade. A mark is taken for grouping only where it stands between groups of three digits
/// behind one to three that do not begin with 0, and beside no more than one mark of another kind; else it is the decimal mark. Blanks and apostrophes only group.
/// </summary>
/// <param name="State">What is known of it.</param>
/// <param name="Value">When certain, else 0. When ambiguous the value with the mark as grouping.</param>
/// <param name="WithDecimals">When ambiguous the value with the mark as decimal mark, else <paramref name="Value"/>.</param>
/// <param name="Mark">The decimal mark that the writing proves; of an ambiguous number the one it would have.</param>
internal readonly partial record struct WrittenAmount(NumberState State, decimal Value, decimal WithDecimals, DecimalMark Mark)
{
    private const int LongestCell = 200;
    private const int MostDigits = 24;

    /// <summary>Never throws.</summary>
    public static WrittenAmount Of(string? cell)
    {
        var text = cell is { Length: > LongestCell } ? cell[..LongestCell] : cell ?? "";
        var first = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0) return default;
        // What a spreadsheet makes of a large or a small number: 1e6, 1,5E-3.
        if (Exponent().IsMatch(text) && decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var scientific))
            return scientific < 0 ? new(NumberState.Negative, 0m, 0m, DecimalMark.Unknown) : new(NumberState.Certain, scientific, scientific, text.Contains(',', StringComparison.Ordinal) ? DecimalMark.Comma : text.Contains('.', StringComparison.Ordinal) ? DecimalMark.Point : DecimalMark.Unknown);
        // ".25" begins with its decimal mark; "Rs.250" does not.
        var leading = first > 0 && text[first - 1] is '.' or ',' && (first == 1 || !char.IsLetterOrDigit(text[first - 2]));
        var (groups, marks, end) = Groups(text, leading ? first - 1 : first);
        var number = groups.Sum(group => group.Length) > MostDigits ? new(NumberState.Unreadable, 0m, 0m, DecimalMark.Unknown) : Of(groups, marks);
        if (number.State is NumberState.None or NumberState.Unreadable || number.WithDecimals == 0m) return number;
        var before = text[..(leading ? first - 1 : first)];
        return IsNegative(before, text[end..]) ? number with { State = NumberState.Negative } : IsBehindDash(before) ? default : number;
    }

    [GeneratedRegex(@"^\s*[-+]?[0-9]{1,20}(?:[.,][0-9]{1,20})?[eE][-+]?[0-9]{1,2}\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Exponent();

    /// <summary>Runs of digits and the marks between them, up to what is no part of the number.</summary>
    private static (List<string> Groups, List<char> Marks, int End) Groups(string text, int start)
    {
        var (groups, marks, at) = (new List<string>(), new List<char>(), start);
        while (true)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            groups.Add(text[from..at]);
            if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]) || Sign(text[at]) is not { } mark) break;
            // Behind a blank may stand another number: "0.25 100 pcs".
            if (mark == ' ' && (marks.Exists(other => other != ' ') || !IsHead(groups[0]) || DigitsFrom(text, at + 1) != 3)) break;
            marks.Add(mark);
            at++;
        }
        return (groups, marks, at);
    }

    private static WrittenAmount Of(List<string> groups, List<char> marks)
    {
        if (marks.Count == 0) return Certain(groups[0], "", DecimalMark.Unknown);
        var last = marks[^1];
        var grouped = IsHead(groups[0]) && groups.Skip(1).All(group => group.Length == 3);
        if (marks.TrueForAll(mark => mark == last))
        {
            if (last is not ('.' or ',')) return grouped ? Certain(string.Concat(groups), "", DecimalMark.Unknown) : Unreadable;
            if (marks.Count > 1) return grouped ? Certain(string.Concat(groups), "", last == '.' ? DecimalMark.Comma : DecimalMark.Point) : Unreadable;
            var decimals = Certain(groups[0], groups[1], MarkOf(last));
            return grouped ? decimals with { State = NumberState.Ambiguous, Value = Number(groups[0] + groups[1], "") } : decimals;
        }
        var before = marks[0];
        var isDecimal = last is '.' or ',' && marks.SkipLast(1).All(mark => mark == before) && before != last;
        return isDecimal && IsHead(groups[0]) && groups.Skip(1).SkipLast(1).All(group => group.Length == 3) ? Certain(string.Concat(groups.SkipLast(1)), groups[^1], MarkOf(last)) : Unreadable;
    }

    private static WrittenAmount Unreadable => new(NumberState.Unreadable, 0m, 0m, DecimalMark.Unknown);

    private static WrittenAmount Certain(string whole, string places, DecimalMark mark) => new(NumberState.Certain, Number(whole, places), Number(whole, places), mark);

    private static decimal Number(string whole, string places) => decimal.Parse(places.Length > 0 ? $"{whole}.{places}" : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>What may stand before the first mark of grouping.</summary>
    private static bool IsHead(string group) => group.Length is >= 1 and <= 3 && group[0] != '0';

    private static DecimalMark MarkOf(char mark) => mark == '.' ? DecimalMark.Point : DecimalMark.Comma;

    private static char? Sign(char c) => c switch
    {
        '.' or ',' => c,
        '\'' or '\u2019' => '\'',
        ' ' or '\u00a0' or '\u202f' or '\u2009' => ' ',
        _ => null,
    };

    private static int DigitsFrom(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - start;
    }

    /// <summary><c>-2</c>, <c>-USD 2</c>, <c>2.00-</c>, <c>(2.00)</c>; not <c>5,-</c>.</summary>
    private static bool IsNegative(string before, string behind)
    {
        if (before.AsSpan().LastIndexOfAny('-', '\u2212') is var minus and >= 0 && before.AsSpan(minus + 1).Trim() is var between && between.Length <= 3 && !HasSmall(between)) return !IsInWord(before, minus);
        if (behind.TrimEnd() is [var only] && IsMinus(only)) return true;
        return before.Contains('(', StringComparison.Ordinal) && !before.Contains(')', StringComparison.Ordinal) && behind.TrimStart() is [')', ..];
    }

    /// <summary>A number behind a dash and words is no amount: <c>n/a - see note 5</c>.</summary>
    private static bool IsBehindDash(string before)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (IsMinus(before[i]) && !IsInWord(before, i)) return true;
        }
        return false;
    }

    /// <summary><c>US-Dollar</c>, <c>US-$</c>.</summary>
    private static bool IsInWord(string text, int dash) => dash > 0 && dash + 1 < text.Length && char.IsLetter(text[dash - 1]) && !char.IsWhiteSpace(text[dash + 1]);

    private static bool HasSmall(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('a', 'z') >= 0;

    private static bool IsMinus(char c) => c is '-' or '\u2212';
}
