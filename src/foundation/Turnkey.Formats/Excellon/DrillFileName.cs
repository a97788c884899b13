using System.Globalization;
using Turnkey.Designs.Boards;

namespace Turnkey.Formats.Excellon;

/// <summary>What the name of a drill file says of plating and layers; used where the content is silent.</summary>
internal static class DrillFileName
{
    // Longer words first: "unplated" contains "plated".
    private static readonly (string Word, Plating Plating)[] Words =
    [
        ("nonplated", Plating.NonPlated), // Altium, Eagle plug-ins: Board-NonPlated.TXT
        ("unplated", Plating.NonPlated), // DesignSpark: Through Hole (Unplated).drl
        ("notplated", Plating.NonPlated), // Target 3001
        ("npth", Plating.NonPlated), // KiCad, EasyEDA: Board-NPTH.drl, Drill_NPTH_Through.DRL
        ("plated", Plating.Plated),
        ("pth", Plating.Plated),
    ];

    public static Plating? PlatingOf(ReadOnlySpan<char> path)
    {
        // Separators differ (non-plated, NON_PLATED, Non Plated), so only the letters count; only the file's own name, not its folders.
        Span<char> letters = stackalloc char[64];
        var count = 0;
        foreach (var letter in Name(path))
        {
            if (char.IsAsciiLetter(letter) && count < letters.Length) letters[count++] = char.ToLowerInvariant(letter);
        }
        foreach (var (word, plating) in Words)
        {
            if (letters[..count].IndexOf(word, StringComparison.Ordinal) >= 0) return plating;
        }
        return null;
    }

    /// <summary>
    /// First and last copper layer; null for the outer layers (their number is not known here) and where the name says nothing.
    /// KiCad: <c>-front-in1</c>, <c>-in2-back</c>, <c>-F_Cu-In1_Cu</c>; Allegro: <c>ncdrill-1-2</c>.
    /// </summary>
    public static (int? From, int? To) SpanOf(ReadOnlySpan<char> path)
    {
        var name = Name(path).ToString();
        var dot = name.LastIndexOf('.');
        if (dot > 0) name = name[..dot];
        var words = name.Split(['-', '_', ' ', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Equals("Cu", StringComparison.OrdinalIgnoreCase)).ToArray();
        for (var i = words.Length - 2; i >= 0; i--)
        {
            var (first, last) = (KicadLayer(words[i]), KicadLayer(words[i + 1]));
            if (first is { } from && last is { } to) return (from == 1 ? null : from, to == int.MaxValue ? null : to);
        }
        // Two numbers at the end, as Allegro writes them; 1 to more than 2 may be the whole board, so a span is only taken when it is surely partial.
        if (words.Length >= 3 && words[0].Contains("drill", StringComparison.OrdinalIgnoreCase) && Number(words[^2]) is { } a && Number(words[^1]) is { } b && a > 1 && b > a) return (a, b);
        if (words.Length >= 3 && words[0].Contains("drill", StringComparison.OrdinalIgnoreCase) && Number(words[^2]) == 1 && Number(words[^1]) is 2) return (null, 2);
        return (null, null);
    }

    private static int? KicadLayer(string word)
    {
        if (word.Equals("front", StringComparison.OrdinalIgnoreCase) || word == "F") return 1;
        if (word.Equals("back", StringComparison.OrdinalIgnoreCase) || word == "B") return int.MaxValue;
        // In1 is the second copper layer.
        return word.StartsWith("in", StringComparison.OrdinalIgnoreCase) && Number(word[2..]) is { } inner ? inner + 1 : null;
    }

    private static int? Number(string word) =>
        word.Length is > 0 and < 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> path) => path[(path.LastIndexOfAny('/', '\\') + 1)..];
}
