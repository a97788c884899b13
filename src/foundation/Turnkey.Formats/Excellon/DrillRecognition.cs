using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Excellon;

/// <summary>Tells a drill program from the other files of a package by the shape of its lines.</summary>
internal static class DrillRecognition
{
    private const int SampleBytes = 16 * 1024;
    private const string Words = "GMTXYRIJACFSHNBD";

    private const int LongestExcerpt = 40;

    public static bool IsDrill(ReadOnlySpan<byte> content) => Misfit(content) is null;

    /// <summary>Why the content is no drill program, and the first line that shows it (0 where it is the whole); null when it is one.</summary>
    public static (int Line, string Reason)? Misfit(ReadOnlySpan<byte> content)
    {
        var cut = content.Length > SampleBytes;
        var sample = content[..Math.Min(content.Length, SampleBytes)];
        var rest = SourceText.Decode(sample).Replace("\0", "", StringComparison.Ordinal).AsSpan();
        if (rest.IsEmpty) return (0, "it holds nothing but zero bytes");
        if (!TextDecoder.IsWide(sample) && ZeroBytes.AreBinary(sample)) return (0, "its content is binary, no text");
        int coordinates = 0, tools = 0, moves = 0, foreign = 0, known = 0, number = 0;
        (int Line, string Reason)? strange = null, milling = null;
        bool header = false, attributes = false;
        while (SourceText.NextLine(ref rest, out var raw))
        {
            number++;
            if (cut && rest.IsEmpty) break; // the sample's last line may be torn
            var line = raw.Trim();
            attributes |= IsDrillAttribute(line);
            if (line.IsEmpty || line[0] == ';' || line is "%") continue;
            if (IsGerber(line)) return (number, $"'{Excerpt(line)}' is a line of Gerber");
            if (IsHeaderStart(line))
            {
                header = true;
                continue;
            }
            switch (Classify(line))
            {
                case LineKind.Coordinate: coordinates++; break;
                case LineKind.Tool: tools++; break;
                case LineKind.Code: known++; break;
                case LineKind.Move: moves++; break;
                case LineKind.MillingCode: milling ??= (number, $"'{Excerpt(line)}' is written in milling programs, and no M48 or X2 attribute says that this is a drill program"); break;
                case LineKind.Foreign when !(header && IsHeaderWord(line)):
                    foreign++;
                    strange ??= (number, $"'{Excerpt(line)}' is no line of a drill program");
                    break;
                default: break;
            }
        }
        var understood = coordinates + tools + moves + known;
        // What says outright that it is a drill program outweighs a depth or a unit of milling programs; those lines are reported when it is read.
        if (header || (attributes && coordinates + moves + tools > 0)) return foreign <= understood + 5 ? null : strange;
        if (milling is not null) return milling;
        // Without a header there must be something only a drill file has: a tool selected, and places to go with it.
        if (coordinates + moves > 0 && tools > 0 && foreign * 10 <= understood) return null;
        return strange ?? (0, tools == 0 ? "it has no M48 and chooses no tool" : "it has no M48 and names no place to drill");
    }

    private static string Excerpt(ReadOnlySpan<char> line)
    {
        Span<char> shown = stackalloc char[Math.Min(line.Length, LongestExcerpt)];
        for (var i = 0; i < shown.Length; i++) shown[i] = char.IsControl(line[i]) ? '?' : line[i];
        return line.Length > LongestExcerpt ? $"{shown}…" : shown.ToString();
    }

    /// <summary><c>; #@! TF.FileFunction,Plated,1,2,PTH</c>, as XNC writes it; the words stand in no other format's file function.</summary>
    private static bool IsDrillAttribute(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] != ';' || line.IndexOf("TF.FileFunction,", StringComparison.Ordinal) is not (>= 0 and var at)) return false;
        var function = line[(at + "TF.FileFunction,".Length)..];
        return function.StartsWith("Plated", StringComparison.Ordinal) || function.StartsWith("NonPlated", StringComparison.Ordinal) || function.StartsWith("MixedPlating", StringComparison.Ordinal);
    }

    /// <summary><c>M48</c> and nothing more but a comment.</summary>
    private static bool IsHeaderStart(ReadOnlySpan<char> line) =>
        line.StartsWith("M48", StringComparison.OrdinalIgnoreCase) && (line.Length == 3 || line[3..].TrimStart() is [';', ..]);

    private enum LineKind
    {
        Foreign,
        Coordinate,
        Tool,
        Code,
        Move,
        MillingCode,
    }

    private static bool IsGerber(ReadOnlySpan<char> line) =>
        (line.Length > 3 && line[0] == '%' && char.IsAsciiLetterUpper(line[1]) && char.IsAsciiLetterUpper(line[2])) ||
        (line[^1] == '*' && (line[0] is 'G' or 'X' or 'Y' or 'D' or 'M'));

    private static bool IsHeaderWord(ReadOnlySpan<char> line) => line.Length > 1 && char.IsAsciiLetter(line[0]) && char.IsAsciiLetter(line[1]);

    /// <summary>A drill line is words of one letter and a number, from its first to its last character.</summary>
    private static LineKind Classify(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf(';');
        if (comment > 0) line = line[..comment].TrimEnd();
        var at = 0;
        bool coordinate = false, tool = false, size = false, move = false, milling = false;
        while (at < line.Length)
        {
            var letter = char.ToUpperInvariant(line[at]);
            // Sizes and places with a decimal comma are numbers too.
            if (letter is ' ' or '/' || (letter == ',' && at > 0 && char.IsAsciiDigit(line[at - 1]) && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1])))
            {
                at++;
                while (letter == ',' && at < line.Length && char.IsAsciiDigit(line[at])) at++;
                continue;
            }
            if (letter != 'Z' && !Words.Contains(letter, StringComparison.Ordinal)) return LineKind.Foreign;
            at++;
            var number = DrillNumber.Read(line, ref at);
            if (!number.IsPresent) return LineKind.Foreign;
            milling |= letter == 'Z' || (letter == 'G' && number.Magnitude is (20 or 21 or 28));
            coordinate |= letter is 'X' or 'Y';
            tool |= letter == 'T';
            size |= letter == 'C';
            move |= letter == 'G';
        }
        // T1C0.3Z-1.2 defines a tool with its depth, which every drilling machine takes.
        if (milling && !(tool && size)) return LineKind.MillingCode;
        return tool ? LineKind.Tool : coordinate && move ? LineKind.Move : coordinate ? LineKind.Coordinate : LineKind.Code;
    }
}
