using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Gerber;

/// <summary>Tells Gerber from everything else by its commands, never by its name.</summary>
internal static class GerberSniffer
{
    private const int Looked = 65_536;
    private const int LongestCommand = 4000;

    private const int LongestExcerpt = 40;

    public static bool LooksLikeGerber(ReadOnlySpan<byte> content) => Misfit(content) is null;

    /// <summary>Why the content is no Gerber, and the first line that shows it (0 where it is the whole); null when it is.</summary>
    public static (int Line, string Reason)? Misfit(ReadOnlySpan<byte> content)
    {
        var wide = TextDecoder.IsWide(content);
        if (wide) content = GerberEncoding.Narrowed(content[..Math.Min(content.Length, 2 * Looked)]);
        var looked = content[..Math.Min(content.Length, Looked)];
        if (ZeroBytes.AreBinary(looked)) return (0, "its content is binary, no text");
        looked = ZeroBytes.Without(looked);
        if (looked.IsEmpty) return (0, "it holds nothing but zero bytes");
        var rest = looked;

        int parameters = 0, definitions = 0, operations = 0, words = 0, comments = 0, others = 0, strange = -1;
        while (!rest.IsEmpty)
        {
            var start = looked.Length - rest.Length;
            var length = rest.IndexOfAny((byte)'*', (byte)'%');
            // What is not ended is no command; the last one may have been cut off by our looking at the start only.
            if (length < 0) break;
            var command = ParameterText.Trim(rest[..length]);
            if (command.StartsWith("\uFEFF"u8)) command = ParameterText.Trim(command["\uFEFF"u8.Length..]);
            var closed = rest[length] == '*';
            rest = rest[(length + 1)..];
            if (command.IsEmpty) continue;
            if (command.Length <= LongestCommand && closed && IsMacro(command))
            {
                // Its statements look like nothing else; they run to the percent sign that ends the macro.
                parameters++;
                var end = rest.IndexOf((byte)'%');
                if (end < 0) break;
                rest = rest[(end + 1)..];
            }
            else if (command.Length > LongestCommand || !closed) Other(start);
            else if (IsDefinition(command)) definitions++;
            else if (IsParameter(command)) parameters++;
            else if (IsComment(command)) comments++;
            else if (WordsOf(command) is var kind && kind == Words.Operation) operations++;
            else if (kind == Words.Other) words++;
            else Other(start);
        }
        var understood = definitions + parameters + operations + words + comments;
        // A format or unit statement is written in no other format; without one there must be enough of the rest (RS-274D).
        if (understood > others / 2 && (definitions > 0 || operations + parameters >= 2 || (comments > 0 && words > 0 && others == 0))) return null;
        if (strange < 0 && understood == 0) strange = 0;
        return strange < 0 ? (0, "it has no format (%FS), no unit (%MO), no aperture (%AD) and no drawing") : Strange(looked, strange);

        void Other(int start)
        {
            others++;
            if (strange < 0) strange = start;
        }
    }

    /// <summary>The text that is no command, from its first visible character to the end of the line.</summary>
    private static (int Line, string Reason) Strange(ReadOnlySpan<byte> looked, int at)
    {
        while (at < looked.Length && looked[at] <= ' ') at++;
        var before = looked[..at];
        // Lines end with CR only where there is no LF at all.
        var line = 1 + (before.Contains((byte)'\n') ? before.Count((byte)'\n') : before.Count((byte)'\r'));
        var text = looked[at..];
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        if (end >= 0) text = text[..end];
        return text.IsEmpty ? (0, "it is empty") : (line, $"'{ParameterText.Printable(text[..Math.Min(text.Length, LongestExcerpt)])}' is no command of Gerber");
    }

    private enum Words
    {
        None,
        Operation,
        Other,
    }

    private static bool IsMacro(ReadOnlySpan<byte> command) => command.Length > 2 && (Upper(command[0]), Upper(command[1])) is ('A', 'M');

    /// <summary>FS with digits, MO with a unit, AD with a number.</summary>
    private static bool IsDefinition(ReadOnlySpan<byte> command)
    {
        if (command.Length < 4) return false;
        var (first, second) = (Upper(command[0]), Upper(command[1]));
        return (first, second) switch
        {
            ('F', 'S') => command.IndexOfAny("Xx"u8) is > 1 and < 8,
            ('M', 'O') => (Upper(command[2]), Upper(command[3])) is ('M', 'M') or ('I', 'N'),
            ('A', 'D') => Upper(command[2]) == 'D' && char.IsAsciiDigit((char)command[3]),
            _ => false,
        };
    }

    private static bool IsParameter(ReadOnlySpan<byte> command) => command.Length >= 2 && (Upper(command[0]), Upper(command[1])) switch
    {
        ('L', 'P') or ('L', 'M') => command.Length == 3,
        ('T', 'F') or ('T', 'A') or ('T', 'O') => command.Length > 3 && command[2] == '.',
        ('S', 'R') => command.Length == 2 || Upper(command[2]) == 'X',
        ('I', 'P') => command.Length == 5,
        _ => false,
    };

    private static bool IsComment(ReadOnlySpan<byte> command) => command.StartsWith("G04"u8) || command.StartsWith("g04"u8);

    /// <summary>A block is nothing but letters of the format, each with a number.</summary>
    private static Words WordsOf(ReadOnlySpan<byte> command)
    {
        bool coordinates = false, operation = false;
        var at = 0;
        while (at < command.Length)
        {
            var letter = Upper(command[at++]);
            if (letter is not ('G' or 'D' or 'M' or 'X' or 'Y' or 'I' or 'J' or 'N')) return Words.None;
            var digits = 0;
            while (at < command.Length && (command[at] is (byte)'+' or (byte)'-' or (byte)'.' or <= (byte)' ' || char.IsAsciiDigit((char)command[at])))
            {
                if (char.IsAsciiDigit((char)command[at])) digits++;
                at++;
            }
            if (digits == 0) return Words.None;
            if (letter is 'X' or 'Y') coordinates = true;
            if (letter == 'D') operation = true;
        }
        return coordinates && operation ? Words.Operation : Words.Other;
    }

    private static char Upper(byte letter) => char.ToUpperInvariant((char)letter);
}
