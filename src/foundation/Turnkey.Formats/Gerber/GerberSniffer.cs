namespace Turnkey.Formats.Gerber;

/// <summary>Tells Gerber from everything else by its commands, never by its name.</summary>
internal static class GerberSniffer
{
    private const int Looked = 65_536;
    private const int LongestCommand = 4000;

    public static bool LooksLikeGerber(ReadOnlySpan<byte> content)
    {
        if (GerberEncoding.IsWide(content)) content = GerberEncoding.Narrowed(content[..Math.Min(content.Length, 2 * Looked)]);
        var rest = content[..Math.Min(content.Length, Looked)];
        // A binary file.
        if (rest.IndexOf((byte)0) >= 0) return false;

        int parameters = 0, definitions = 0, operations = 0, words = 0, comments = 0, others = 0;
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOfAny((byte)'*', (byte)'%');
            // What is not ended is no command; the last one may have been cut off by our looking at the start only.
            if (length < 0) break;
            var command = ParameterText.Trim(rest[..length]);
            if (command.StartsWith("\uFEFF"u8)) command = ParameterText.Trim(command["\uFEFF"u8.Length..]);
            var closed = rest[length] == '*';
            rest = rest[(length + 1)..];
            if (command.IsEmpty) continue;
            if (command.Length > LongestCommand || !closed) others++;
            else if (IsMacro(command))
            {
                // Its statements look like nothing else; they run to the percent sign that ends the macro.
                parameters++;
                var end = rest.IndexOf((byte)'%');
                if (end < 0) break;
                rest = rest[(end + 1)..];
            }
            else if (IsDefinition(command)) definitions++;
            else if (IsParameter(command)) parameters++;
            else if (IsComment(command)) comments++;
            else if (WordsOf(command) is var kind && kind == Words.Operation) operations++;
            else if (kind == Words.Other) words++;
            else others++;
        }
        var understood = definitions + parameters + operations + words + comments;
        if (understood <= others / 2) return false;
        // A format or unit statement is written in no other format; without one there must be enough of the rest (RS-274D).
        return definitions > 0 || operations + parameters >= 2 || (comments > 0 && words > 0 && others == 0);
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
