using System.Globalization;
using System.Text;

namespace Turnkey.Drawing.Vector;

/// <summary>
/// Writes the <c>d</c> of an SVG path as short as it gets: relative commands, letters left out where they repeat, no space where a sign separates.
/// </summary>
internal sealed class PathData(StringBuilder output)
{
    private GridPoint at;
    private GridPoint start;
    private char last;

    public bool IsEmpty => last == '\0';

    public void MoveTo(GridPoint to)
    {
        if (last == '\0') { Command('M'); Number(to.X); Number(to.Y); }
        else { Command('m'); Pair(to - at); }
        at = start = to;
    }

    public void LineTo(GridPoint to)
    {
        var by = to - at;
        if (by == default) return;
        // A pair after m is a line, so after a move the letter is not needed; after M it would be absolute.
        if (by.Y == 0) { Command('h'); Number(by.X); }
        else if (by.X == 0) { Command('v'); Number(by.Y); }
        else
        {
            if (last is not ('m' or 'l')) Command('l');
            Pair(by);
        }
        at = to;
    }

    /// <summary>An arc of at most half a turn; <paramref name="counterClockwise"/> in the picture's own axes, y up.</summary>
    public void ArcTo(GridPoint to, long radius, bool counterClockwise)
    {
        Command('a');
        Number(radius);
        Number(radius);
        output.Append(counterClockwise ? " 0 0 1" : " 0 0 0");
        Pair(to - at);
        at = to;
    }

    /// <summary>A subpath without length: with round caps, a disc of the stroke's width.</summary>
    public void Dot(GridPoint to)
    {
        MoveTo(to);
        Command('h');
        output.Append('0');
    }

    public void Close()
    {
        output.Append('z');
        last = 'z';
        at = start;
    }

    private void Command(char letter)
    {
        // A repeated letter may be left out, but a repeated m would read as a line.
        if (letter != last || letter is 'm' or 'M') output.Append(letter);
        last = letter;
    }

    private void Pair(GridPoint by)
    {
        Number(by.X);
        Number(by.Y);
    }

    private void Number(long value)
    {
        if (value >= 0 && output.Length > 0 && char.IsAsciiDigit(output[^1])) output.Append(' ');
        output.Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
