namespace Turnkey.Formats.Gerber;

/// <summary>A number as digits, before anybody knows the format it is to be read in.</summary>
/// <param name="Mantissa">The digits as one integer, the first sixteen of them at most.</param>
/// <param name="Digits">How many digits were written, leading zeros included; 0 when there was no number.</param>
/// <param name="Fraction">How many of those in the mantissa follow a decimal point; -1 when there is no point.</param>
/// <param name="Negative">It had a minus sign.</param>
internal readonly record struct GerberNumber(long Mantissa, int Digits, int Fraction, bool Negative);

/// <summary>
/// Walks over the bytes of a file, counting lines. Line breaks may stand anywhere, even within a number, and mean nothing; they are LF, CR LF or CR.
/// </summary>
internal ref struct GerberScanner(ReadOnlySpan<byte> bytes)
{
    private const long MostCode = 1_000_000_000_000_000_000;
    private const long Saturation = 1_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;
    private int asterisk = -1;

    /// <summary>From 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Between two percent signs, as far as the file keeps them in pairs.</summary>
    public bool InParameter { get; private set; }

    /// <summary>Line of the percent sign that opened the parameter.</summary>
    public int ParameterLine { get; private set; } = 1;

    /// <summary>An extended command was read since that percent sign: only its closing one is still to come.</summary>
    public bool ParameterUsed { get; private set; }

    /// <summary>Line of an opening percent sign that another one followed before it was closed; 0 when there was none since it was last asked for.</summary>
    public int UnclosedLine { get; private set; }

    /// <summary>Goes to the next byte that can start a command and returns it, not consumed, as an upper-case letter; -1 at the end.</summary>
    public int PeekCommand()
    {
        while (true)
        {
            var next = Peek();
            if (next == '%') Toggle();
            else if (next != '*') return next;
            position++;
        }
    }

    /// <summary>Of an extended command between percent signs.</summary>
    public void UseParameter() => ParameterUsed = InParameter;

    public int TakeUnclosedLine()
    {
        var line = UnclosedLine;
        UnclosedLine = 0;
        return line;
    }

    private void Toggle()
    {
        // A percent sign right before an extended command opens; one that closes stands behind an asterisk, and the next one opens anew.
        if (InParameter && ParameterUsed && IsExtendedAt(position + 1))
        {
            UnclosedLine = ParameterLine;
        }
        else
        {
            InParameter = !InParameter;
        }
        ParameterUsed = false;
        if (InParameter) ParameterLine = Line;
    }

    private readonly bool IsExtendedAt(int at) => at + 1 < bytes.Length && ExtendedCommands.Knows(Upper(bytes[at]), Upper(bytes[at + 1]));

    /// <summary>The next byte that is no white space, not consumed, as an upper-case letter; -1 at the end.</summary>
    public int Peek()
    {
        while (position < bytes.Length)
        {
            var next = bytes[position];
            if (next > ' ') return Upper(next);
            if (next is (byte)'\n' or (byte)'\r' && IsBreak(position)) Line++;
            position++;
        }
        return -1;
    }

    /// <summary>The byte after the next one, white space left out.</summary>
    public readonly int PeekSecond()
    {
        for (var at = position + 1; at < bytes.Length; at++)
        {
            if (bytes[at] > ' ') return Upper(bytes[at]);
        }
        return -1;
    }

    /// <summary>Consumes what <see cref="Peek"/> returned.</summary>
    public void Skip() => position++;

    /// <summary>Consumes the asterisk at the position, if there is one.</summary>
    public void SkipAsterisk()
    {
        if (Peek() == '*') position++;
    }

    public void LeaveParameter() => InParameter = ParameterUsed = false;

    /// <summary>Whether the block at the position is coordinates without an operation code (<c>X100Y200*</c>).</summary>
    public readonly bool AtCoordinatesWithoutOperation()
    {
        var found = false;
        for (var at = position; at < bytes.Length; at++)
        {
            switch (Upper(bytes[at]))
            {
                case 'X' or 'Y': found = true; break;
                case '*' when !found: break;
                case '*': return found;
                case 'D' or 'G' or 'M' or '%': return false;
                default: break;
            }
        }
        return false;
    }

    /// <summary>Behind a G: whether a comment starts here, and consumes its code. Its text may start with a digit, so the code ends after <c>04</c>.</summary>
    public bool TryTakeCommentCode()
    {
        var rest = bytes[position..];
        var length = rest.StartsWith("04"u8) ? 2 : rest.StartsWith("4"u8) && (rest.Length == 1 || rest[1] is < (byte)'0' or > (byte)'9') ? 1 : 0;
        position += length;
        return length > 0;
    }

    /// <summary>An integer without sign, at most 10^18; -1 when there is none.</summary>
    public long ReadCode()
    {
        var value = -1L;
        while (Peek() is >= '0' and <= '9' and var digit)
        {
            value = WithDigit(value, digit);
            position++;
        }
        return value;
    }

    /// <summary>One digit more behind the number, which stays at 10^18 once it is that large; -1 is no number yet.</summary>
    internal static long WithDigit(long value, int digit) =>
        value >= MostCode / 10 ? MostCode : (Math.Max(value, 0) * 10) + digit - '0';

    public GerberNumber ReadNumber()
    {
        var negative = false;
        var first = Peek();
        if (first is '-' or '+')
        {
            negative = first == '-';
            position++;
        }
        long mantissa = 0;
        int digits = 0, fraction = -1;
        while (true)
        {
            // The digits themselves, without the detour over Peek, because most of any file is digits.
            while (position < bytes.Length && (uint)(bytes[position] - '0') <= 9)
            {
                if (mantissa < Saturation)
                {
                    mantissa = (mantissa * 10) + bytes[position] - '0';
                    if (fraction >= 0) fraction++;
                }
                digits++;
                position++;
            }
            var next = Peek();
            if (next == '.' && fraction < 0)
            {
                fraction = 0;
                position++;
            }
            else if (next is < '0' or > '9')
            {
                return new GerberNumber(mantissa, digits, fraction, negative);
            }
        }
    }

    /// <summary>Consumes up to the next asterisk (or percent sign, or the end) and returns what is before it, line breaks taken out.</summary>
    /// <param name="ended">Whether it was an asterisk; it is consumed, a percent sign is not.</param>
    public ReadOnlySpan<byte> ReadCommand(out bool ended)
    {
        var rest = bytes[position..];
        var length = rest.IndexOfAny((byte)'*', (byte)'%');
        ended = length >= 0 && rest[length] == '*';
        if (length < 0) length = rest.Length;
        return Take(length, ended ? 1 : 0);
    }

    /// <summary>
    /// Consumes the statements of a macro up to the percent sign that ends it, or to what cannot be one of them: a percent sign that opens, a word command, an
    /// extended command, the end of the file. Line breaks are taken out.
    /// </summary>
    /// <param name="closed">Whether it was the percent sign that ends it; it is not consumed.</param>
    public ReadOnlySpan<byte> ReadMacroBody(out bool closed)
    {
        var rest = bytes[position..];
        var at = 0;
        while (true)
        {
            while (at < rest.Length && rest[at] <= ' ') at++;
            if (at < rest.Length && IsCommandAt(position + at)) break;
            var length = rest[at..].IndexOfAny((byte)'*', (byte)'%');
            at = length < 0 ? rest.Length : at + length;
            if (at >= rest.Length || rest[at] == '%') break;
            at++;
        }
        closed = at < rest.Length && rest[at] == '%' && !IsExtendedAt(position + at + 1);
        return Take(at, 0);
    }

    /// <summary>No statement of a macro begins with a letter; one that is a command of the format is the next command.</summary>
    private readonly bool IsCommandAt(int at) =>
        IsExtendedAt(at) || (Upper(bytes[at]) is 'G' or 'D' or 'M' or 'X' or 'Y' && at + 1 < bytes.Length && bytes[at + 1] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+');

    /// <summary>
    /// Consumes a comment with its asterisk. One that lacks it ends before a line that is a parameter, another comment or a block of words.
    /// </summary>
    public ReadOnlySpan<byte> ReadComment(out bool ended)
    {
        // Looked up once per asterisk, not once per comment: a file of comments that lack theirs must not cost the square of its size.
        if (asterisk < position)
        {
            var found = bytes[position..].IndexOf((byte)'*');
            asterisk = found < 0 ? int.MaxValue : position + found;
        }
        var rest = bytes[position..];
        ended = asterisk < bytes.Length;
        var length = ended ? asterisk - position : rest.Length;
        var comment = rest[..length];
        for (var at = comment.IndexOfAny((byte)'\n', (byte)'\r'); at >= 0 && at + 1 < comment.Length;)
        {
            var line = comment[(at + 1)..];
            if (line[0] == '%' || line.StartsWith("G04"u8) || (ended && IsBlock(line)))
            {
                ended = false;
                return Take(at, 0);
            }
            var next = line.IndexOfAny((byte)'\n', (byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return Take(comment.Length, ended ? 1 : 0);
    }

    /// <summary>Leaves what cannot be understood: up to the next asterisk or percent sign, outside of parameters at most to the end of the line.</summary>
    public ReadOnlySpan<byte> SkipUnknown()
    {
        var rest = bytes[position..];
        var length = InParameter ? rest.IndexOfAny((byte)'*', (byte)'%') : rest.IndexOfAny("*%\r\n"u8);
        if (length < 0) length = rest.Length;
        return Take(Math.Max(length, 1), 0);
    }

    /// <summary>What is left of the command on this line, not consumed.</summary>
    public readonly ReadOnlySpan<byte> Ahead()
    {
        var rest = bytes[position..];
        var length = rest.IndexOfAny("*%\r\n"u8);
        return length < 0 ? rest : rest[..length];
    }

    /// <summary>Whether anything but white space and percent signs follows.</summary>
    public bool HasMore() => PeekCommand() >= 0;

    /// <summary>Words with their numbers and nothing else, as no comment's last line would read: <c>G01X100Y200D02</c>.</summary>
    private static bool IsBlock(ReadOnlySpan<byte> line)
    {
        var digits = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is >= (byte)'0' and <= (byte)'9') digits++;
            else if (!IsWordCharacter(line[i])) return false;
        }
        return digits > 0 && line[0] is (byte)'G' or (byte)'X' or (byte)'Y' or (byte)'D' or (byte)'M';
    }

    private static bool IsWordCharacter(byte c) =>
        c is (byte)'G' or (byte)'X' or (byte)'Y' or (byte)'I' or (byte)'J' or (byte)'D' or (byte)'M' or (byte)'-' or (byte)'+' or (byte)'.';

    private ReadOnlySpan<byte> Take(int length, int andSkip)
    {
        var start = position;
        var taken = bytes.Slice(start, length);
        position += length + andSkip;
        if (taken.IndexOfAny((byte)'\n', (byte)'\r') < 0) return taken;

        var joined = new byte[taken.Length];
        var count = 0;
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i] is (byte)'\n' or (byte)'\r')
            {
                if (IsBreak(start + i)) Line++;
            }
            else
            {
                joined[count++] = taken[i];
            }
        }
        return joined.AsSpan(0, count);
    }

    /// <summary>Whether a line ends at this LF or CR; of CR LF only the second counts.</summary>
    private readonly bool IsBreak(int at) => bytes[at] == '\n' || at + 1 >= bytes.Length || bytes[at + 1] != '\n';

    private static int Upper(byte letter) => letter is >= (byte)'a' and <= (byte)'z' ? letter - 32 : letter;
}
