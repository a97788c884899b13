using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Turnkey.Formats.Tables;

/// <summary>
/// A column heading taken apart: <c>Manufacturer Part # 2 (optional)</c> is the words manufacturer, part, number, the ordinal 2, and a remark in brackets.
/// </summary>
/// <param name="Words">In lower case, cut at blanks, punctuation and capitals; number signs as the word <c>number</c>.</param>
/// <param name="Remark">Words in brackets.</param>
/// <param name="Ordinal">Which of several like columns, from 1: a number at the end, or 2 for "alternate" and its like.</param>
internal sealed record HeaderText(ImmutableArray<string> Words, ImmutableArray<string> Remark, int Ordinal)
{
    /// <summary>Longer texts are sentences.</summary>
    private const int LongestHeading = 64;

    private static readonly string[] SecondSource =
        ["alt", "alternate", "alternative", "alternatives", "alternates", "2nd", "second", "secondary", "substitute", "replacement", "backup", "ersatz"];

    public static HeaderText? Parse(string text)
    {
        if (text.Length is 0 or > LongestHeading) return null;
        var words = ImmutableArray.CreateBuilder<string>();
        var remark = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                // A capital after a small letter begins a word: PartNumber, CenterX.
                if (char.IsUpper(c) && i > 0 && char.IsLower(text[i - 1])) End();
                // Chinese has no blanks; its words are matched as a whole.
                word.Append(char.ToLowerInvariant(c));
                continue;
            }
            // An apostrophe or dot inside an abbreviation parts words all the same; the joined key heals it.
            End();
            if (c is '#' or '№' && (i > 0 || text.Length == 1)) (depth > 0 ? remark : words).Add("number");
            if (c is '(' or '[' or '{' or '<' or '【') depth++;
            if (c is ')' or ']' or '}' or '>' or '】' && depth > 0) depth--;
        }
        End();
        var ordinal = 1;
        if (words.Count > 1)
        {
            for (var i = words.Count - 1; i >= 0 && words.Count > 1; i--)
            {
                if (!SecondSource.Contains(words[i], StringComparer.Ordinal)) continue;
                ordinal = 2;
                words.RemoveAt(i);
            }
        }
        if (words.Count > 0 && Ending(words[^1]) is { } ending)
        {
            if (ending.Stem.Length == 0 && words.Count > 1) words.RemoveAt(words.Count - 1);
            else if (ending.Stem.Length > 1) words[^1] = ending.Stem;
            if (words[^1] != ending.Whole) ordinal = Math.Max(ordinal, ending.Number);
        }
        return words.Count == 0 && remark.Count == 0 ? null : new HeaderText(words.ToImmutable(), remark.ToImmutable(), ordinal);

        void End()
        {
            if (word.Length == 0) return;
            (depth > 0 ? remark : words).Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>All words joined: <c>manufacturerpartnumber</c>.</summary>
    public string Key => string.Concat(Words);

    public string KeyWithRemark => string.Concat(Words) + string.Concat(Remark);

    /// <summary>A number from 1 to 19 at the end of a word: <c>mpn2</c>, <c>1</c>.</summary>
    private static (string Stem, int Number, string Whole)? Ending(string word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[^(digits + 1)])) digits++;
        return digits is > 0 and < 3 && int.Parse(word.AsSpan(word.Length - digits), CultureInfo.InvariantCulture) is >= 1 and < 20 and var number
            ? (word[..^digits], number, word)
            : null;
    }
}
