namespace Turnkey.Formats.Excellon;

/// <summary>Tells a drill program from the other files of a package by the shape of its lines.</summary>
internal static class DrillRecognition
{
    private const int SampleBytes = 16 * 1024;
    private const string Words = "GMTXYRIJACFSHNBD";

    public static bool IsDrill(ReadOnlySpan<byte> content)
    {
        var cut = content.Length > SampleBytes;
        var rest = SourceText.Decode(content[..Math.Min(content.Length, SampleBytes)]).AsSpan();
        if (rest.Contains('\0')) return false;
        int coordinates = 0, tools = 0, moves = 0, foreign = 0, known = 0;
        var header = false;
        while (SourceText.NextLine(ref rest, out var raw))
        {
            if (cut && rest.IsEmpty) break; // the sample's last line may be torn
            var line = raw.Trim();
            if (line.IsEmpty || line[0] == ';' || line is "%") continue;
            if (IsGerber(line)) return false;
            if (line.StartsWith("M48", StringComparison.OrdinalIgnoreCase))
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
                case LineKind.MillingCode: return false;
                default: foreign += header && IsHeaderWord(line) ? 0 : 1; break;
            }
        }
        var understood = coordinates + tools + moves + known;
        if (header) return foreign <= understood + 5;
        // Without a header there must be something only a drill file has: a tool selected, and places to go with it.
        return coordinates + moves > 0 && tools > 0 && foreign * 10 <= understood;
    }

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
        bool coordinate = false, tool = false, move = false;
        while (at < line.Length)
        {
            var letter = char.ToUpperInvariant(line[at]);
            if (letter is ' ' or '/')
            {
                at++;
                continue;
            }
            if (letter == 'Z') return LineKind.MillingCode;
            if (!Words.Contains(letter, StringComparison.Ordinal)) return LineKind.Foreign;
            at++;
            var number = DrillNumber.Read(line, ref at);
            if (!number.IsPresent) return LineKind.Foreign;
            if (letter == 'G' && number.Magnitude is (20 or 21 or 28)) return LineKind.MillingCode;
            coordinate |= letter is 'X' or 'Y';
            tool |= letter == 'T';
            move |= letter == 'G';
        }
        return tool ? LineKind.Tool : coordinate && move ? LineKind.Move : coordinate ? LineKind.Coordinate : LineKind.Code;
    }
}
