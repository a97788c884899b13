using System.Globalization;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>Fields of a netlist line. Columns count from 0 here, from 1 in the standard.</summary>
internal static class NetlistText
{
    /// <summary>Ten metres on either grid: no board is as large, and nothing overflows.</summary>
    private const long Most = 10_000_000;

    /// <summary>Trimmed; empty where the line is shorter.</summary>
    public static string Field(ReadOnlySpan<char> line, int at, int length) => Columns(line, at, length).Trim().ToString();

    public static ReadOnlySpan<char> Columns(ReadOnlySpan<char> line, int at, int length) =>
        at >= line.Length ? [] : line.Slice(at, Math.Min(length, line.Length - at));

    /// <summary>At most 40 characters of what is written, in quotes.</summary>
    public static string Quoted(ReadOnlySpan<char> text) => text.Length > 40 ? $"'{text[..40]}…'" : $"'{text}'";

    /// <summary>The letters of fields are capitals; some tools write small ones.</summary>
    public static ReadOnlySpan<char> Capitals(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsAsciiLetterLower(character)) return text.ToString().ToUpperInvariant();
        }
        return text;
    }

    /// <summary>An integer with an optional sign, blanks in front; null where there is none.</summary>
    public static long? Integer(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        while (end < text.Length && text[end] == ' ') end++;
        var start = end;
        if (end < text.Length && text[end] is '+' or '-') end++;
        // A sign in its column, the digits aligned to the right of theirs.
        var blanks = end;
        while (end > start && end < text.Length && text[end] == ' ') end++;
        var digits = end;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == digits)
        {
            end = blanks;
            return null;
        }
        if (!long.TryParse(text[digits..end], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) value = Most;
        return Math.Min(value, Most) * (text[start] == '-' ? -1 : 1);
    }

    /// <summary>Where X and a number stand: the place begins there. -1 when nowhere.</summary>
    public static int PlaceAt(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == 'X' && (text[i + 1] is '+' or '-' or ' ' || char.IsAsciiDigit(text[i + 1])) && Integer(text, i + 1, out _) is not null) return i;
        }
        return -1;
    }

    /// <summary><c>X+123456Y-123456</c>; the Y may be missing before a sign, as in examples of the standard.</summary>
    public static Point? Place(ReadOnlySpan<char> text, int at, long unit, out int end)
    {
        if (Integer(text, at + 1, out end) is not { } x || end >= text.Length) return null;
        if (text[end] == 'Y') end++;
        else if (text[end] is not ('+' or '-')) return null;
        return Integer(text, end, out end) is { } y ? new Point(x * unit, y * unit) : null;
    }

    /// <summary>A size behind a letter; null when not given.</summary>
    public static Length? Size(ReadOnlySpan<char> text, char axis, long unit)
    {
        var at = text.IndexOf(axis);
        return at >= 0 && Integer(text, at + 1, out _) is >= 0 and var size ? Length.FromNanometres(size * unit) : null;
    }

    /// <summary><c>X0394Y0256</c>; a height of zero or none means round. Null when there is no width.</summary>
    public static NetlistSize? Sizes(ReadOnlySpan<char> text, long unit)
    {
        if (Size(text, 'X', unit) is not { } width) return null;
        var height = Size(text, 'Y', unit);
        return new NetlistSize(width, height is { Nanometres: 0 } ? null : height);
    }

    /// <summary>A number behind a letter, at most <paramref name="most"/>; null when not given.</summary>
    public static int? Code(ReadOnlySpan<char> text, char letter, int most)
    {
        var at = text.LastIndexOf(letter);
        return at >= 0 && Integer(text, at + 1, out _) is >= 0 and var value && value <= most ? (int)value : null;
    }
}
