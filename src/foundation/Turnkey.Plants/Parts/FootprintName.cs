using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Turnkey.Plants.Parts;

/// <summary>A footprint or package name taken apart, in upper case and without its library's name.</summary>
/// <param name="Words">Split at everything but letters, digits, hyphens and points.</param>
internal sealed record FootprintName(string Text, ImmutableArray<FootprintWord> Words)
{
    /// <summary>Longer names are cut: no package name is.</summary>
    private const int Longest = 200;

    public static FootprintName Parse(string? text)
    {
        var upper = (text ?? "").Length > Longest ? text![..Longest].ToUpperInvariant() : (text ?? "").ToUpperInvariant();
        var colon = upper.LastIndexOf(':');
        if (colon >= 0 && colon < upper.Length - 1) upper = upper[(colon + 1)..];
        var words = ImmutableArray.CreateBuilder<FootprintWord>();
        var word = new StringBuilder();
        foreach (var c in upper + " ")
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.') word.Append(c);
            else if (word.Length > 0)
            {
                if (FootprintWord.Of(word.ToString()) is { } made) words.Add(made);
                word.Clear();
            }
        }
        return new FootprintName(upper, words.ToImmutable());
    }

    /// <summary>True when the text of <paramref name="pattern"/> (which may hold underscores) begins at the given word.</summary>
    public bool StartsAt(int word, string pattern)
    {
        if (Words[word].Compact.StartsWith(pattern, StringComparison.Ordinal)) return true;
        if (!pattern.Contains('_', StringComparison.Ordinal)) return false;
        var parts = pattern.Split('_');
        if (word + parts.Length > Words.Length) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            var text = Words[word + i].Compact;
            if (i < parts.Length - 1 ? text != parts[i] : !text.StartsWith(parts[i], StringComparison.Ordinal)) return false;
        }
        return true;
    }

    /// <summary>Rows × columns of a connector: 1x06, 2X20; null when the name has none. Dimensions (2.5x2.0) are none.</summary>
    public int? Grid
    {
        get
        {
            for (var i = 1; i < Text.Length - 1; i++)
            {
                if (Text[i] != 'X') continue;
                var left = i;
                while (left > 0 && char.IsAsciiDigit(Text[left - 1])) left--;
                var right = i + 1;
                while (right < Text.Length && char.IsAsciiDigit(Text[right])) right++;
                if (i - left is 0 or > 2 || right - i - 1 is 0 or > 2) continue;
                if (left > 0 && Text[left - 1] is '.' || right < Text.Length && (Text[right] is '.' or 'X' or 'K' or 'R' or 'M' or 'U' or 'N' || Text[right..].TrimStart().StartsWith("MM", StringComparison.Ordinal))) continue;
                var (rows, columns) = (Number(Text[left..i]), Number(Text[(i + 1)..right]));
                if (rows is >= 1 and <= 8 && columns is >= 1 and <= 99) return rows * columns;
                if (columns is >= 1 and <= 2 && rows is >= 1 and <= 99) return rows * columns;
            }
            return null;
        }
    }

    /// <summary>Pitch in millimetres where the name gives it as P0.5MM or PITCH0.5; null else.</summary>
    public decimal? Pitch
    {
        get
        {
            foreach (var word in Words)
            {
                var start = word.Compact.StartsWith("PITCH", StringComparison.Ordinal) ? 5 : word.Compact.StartsWith('P') ? 1 : 0;
                if (start == 0) continue;
                var digits = new string([.. word.Compact[start..].TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
                if (digits.Contains('.', StringComparison.Ordinal) && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pitch)) return pitch;
            }
            return null;
        }
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>One word of a footprint name.</summary>
/// <param name="Compact">Without hyphens.</param>
/// <param name="Runs">Letters and digits apart: SOIC-8 is SOIC and 8; a decimal number stays one run.</param>
internal sealed record FootprintWord(string Compact, ImmutableArray<string> Runs)
{
    public static FootprintWord? Of(string text)
    {
        var runs = ImmutableArray.CreateBuilder<string>();
        var run = new StringBuilder();
        foreach (var c in text)
        {
            var number = char.IsAsciiDigit(c) || c == '.';
            if (run.Length > 0 && (c == '-' || number != (char.IsAsciiDigit(run[0]) || run[0] == '.')))
            {
                runs.Add(run.ToString());
                run.Clear();
            }
            if (c != '-') run.Append(c);
        }
        if (run.Length > 0) runs.Add(run.ToString());
        return runs.Count == 0 ? null : new FootprintWord(text.Replace("-", "", StringComparison.Ordinal), runs.ToImmutable());
    }
}
