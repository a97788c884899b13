using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Formats.IpcD356;

/// <summary>
/// Collects the coordinates of a conductor or outline over its continuation lines. A blank draws on from the point before, an asterisk begins anew;
/// an axis that is not repeated stays as it was.
/// </summary>
internal sealed class NetlistPaths(long unit)
{
    private readonly ImmutableArray<ImmutableArray<Point>>.Builder paths = ImmutableArray.CreateBuilder<ImmutableArray<Point>>();
    private readonly ImmutableArray<Point>.Builder path = ImmutableArray.CreateBuilder<Point>();
    private bool started;
    private Point? inDoubt;
    private long x;
    private long y;

    /// <summary>The size in front of the coordinates; null when there is none.</summary>
    public NetlistSize? Aperture { get; private set; }

    /// <param name="text">Coordinates with blanks and asterisks between them.</param>
    /// <returns>False when something in it is no coordinate; what stands before it was taken.</returns>
    public bool Read(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            if (text[at] == '*')
            {
                EndPath();
                at++;
                continue;
            }
            if (!TryReadPlace(text, ref at)) return false;
            path.Add(new Point(x * unit, y * unit));
            started = true;
        }
        return true;
    }

    /// <summary>The size that stands first: one axis for a round aperture, both for a rectangular one.</summary>
    /// <param name="text">What begins with it.</param>
    /// <param name="required">False where tools leave it away (outlines): it is then told from a place by its digits.</param>
    /// <returns>What follows it.</returns>
    public ReadOnlySpan<char> ReadAperture(ReadOnlySpan<char> text, bool required)
    {
        text = text.TrimStart(' ');
        var end = text.IndexOfAny(' ', '*');
        var first = end < 0 ? text : text[..end];
        if (!first.StartsWith("X", StringComparison.Ordinal) || NetlistText.Sizes(first, unit) is not { } size) return text;
        // A drawing size has at most four digits and no sign, and the first place behind it names both axes.
        var next = end < 0 ? [] : text[end..].TrimStart(' ');
        var following = next.IndexOfAny(' ', '*') is >= 0 and var stop ? next[..stop] : next;
        var certain = required || !first.Contains('Y');
        if (!certain && (size.Width.Nanometres == 0 || first.IndexOfAny('+', '-') >= 0 || Digits(first) > 8 || !following.Contains('X') || !following.Contains('Y'))) return text;
        Aperture = size;
        if (!certain) inDoubt = new Point(size.Width.Nanometres, size.Height?.Nanometres ?? 0);
        return next;
    }

    public ImmutableArray<ImmutableArray<Point>> Finish()
    {
        EndPath();
        // What looked like a size is where the outline ends: it began there.
        if (inDoubt is { } first && paths.Count > 0 && paths[0][^1] == first)
        {
            paths[0] = paths[0].Insert(0, first);
            Aperture = null;
        }
        return paths.ToImmutable();
    }

    private void EndPath()
    {
        if (path.Count > 0) paths.Add(path.ToImmutable());
        path.Clear();
    }

    private bool TryReadPlace(ReadOnlySpan<char> text, ref int at)
    {
        var (hasX, hasY) = (false, false);
        while (at < text.Length && (text[at] == 'X' ? !hasX && !hasY : text[at] == 'Y' && !hasY))
        {
            var isX = text[at] == 'X';
            // No blanks inside: they separate places here.
            if (at + 1 >= text.Length || text[at + 1] == ' ' || NetlistText.Integer(text, at + 1, out var end) is not { } value) return false;
            if (isX) (x, hasX) = (value, true);
            else (y, hasY) = (value, true);
            at = end;
        }
        return (hasX && hasY) || (started && (hasX || hasY));
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character)) digits++;
        }
        return digits;
    }
}
