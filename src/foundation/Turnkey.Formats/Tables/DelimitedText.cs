using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>
/// Text with a separator between cells (RFC 4180 and its many dialects): quotes that hold separators, line breaks and doubled quotes.
/// The separator is the one that cuts the rows most evenly.
/// </summary>
internal static class DelimitedText
{
    private const int SampleRecords = 300;

    /// <summary>The exclamation mark is Allegro's extracta separator, the caret some ERP systems'.</summary>
    private static readonly char[] Separators = ['\t', ';', ',', '|', '!', '^'];

    /// <summary>The separator the text is written with; null when none cuts it into a table.</summary>
    public static char? Separator(string text)
    {
        if (Declared(text) is { } declared) return declared;
        char? best = null;
        var bestScore = 0.0;
        foreach (var separator in Separators)
        {
            if (!text.Contains(separator, StringComparison.Ordinal)) continue;
            var score = Evenness(text, separator);
            if (score > bestScore) (best, bestScore) = (separator, score);
        }
        return bestScore >= 0.5 ? best : null;
    }

    /// <summary>Cuts the whole text into rows.</summary>
    public static Table Read(string text, char separator, CellBudget budget, DiagnosticLog log)
    {
        var sheet = new SheetBuilder("", budget, log);
        foreach (var record in Records(text, separator, QuotesHold(text, separator)))
        {
            if (sheet.IsFull) break;
            for (var i = 0; i < record.Cells.Count; i++) sheet.Set(i, record.Cells[i]);
            sheet.EndRow(record.Line);
        }
        return sheet.Build();
    }

    /// <summary>Excel's own first line, <c>sep=;</c>.</summary>
    private static char? Declared(string text) =>
        text.Length > 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[5] is '\r' or '\n' ? text[4] : null;

    /// <summary>
    /// 0 to about 2: the share of records that have the usual number of cells (title lines and section lines may differ), a little more for
    /// more columns, so that the comma of decimals or of designator lists does not win over the real separator.
    /// </summary>
    private static double Evenness(string text, char separator)
    {
        var counts = new List<int>();
        foreach (var record in Records(text, separator, QuotesHold(text, separator)))
        {
            if (record.Cells.Count == 1 && record.Cells[0].AsSpan().Trim().IsEmpty) continue;
            counts.Add(record.Cells.Count);
            if (counts.Count >= SampleRecords) break;
        }
        if (counts.Count == 0) return 0;
        // The usual count weighs by its columns: a title block of one-cell lines must not outvote a short table below it.
        var usual = counts.GroupBy(count => count).OrderByDescending(group => (long)group.Count() * (group.Key - 1)).ThenByDescending(group => group.Key).First();
        if (usual.Key < 2) return 0;
        var share = counts.Count(count => count == usual.Key || (count > 2 && count >= usual.Key - 3 && count < usual.Key)) / (double)counts.Count(count => count > 1);
        var covered = counts.Count(count => count > 1) / (double)counts.Count;
        if (usual.Key == 2 && (share < 0.8 || covered < 0.8)) return 0;
        return share * Math.Min(1, 0.25 + covered) * (0.7 + Math.Min(usual.Key, 12) * 0.08) * (separator == '\t' ? 1.3 : separator is '!' or '^' ? 0.7 : 1);
    }

    /// <summary>Quotes are inch marks rather than quotes when they are unbalanced: then honouring them would swallow the rest of the file.</summary>
    private static bool QuotesHold(string text, char separator)
    {
        if (!text.Contains('"', StringComparison.Ordinal)) return false;
        var open = 0;
        foreach (var record in Records(text, separator, quotes: true))
        {
            // A record that runs over more than 60 lines is an unclosed quote.
            if (record.Lines > 60) return false;
            if (++open > SampleRecords * 20) break;
        }
        return true;
    }

    private static IEnumerable<(int Line, int Lines, List<string> Cells)> Records(string text, char separator, bool quotes)
    {
        var line = 1;
        var at = text.Length > 5 && Declared(text) is not null ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        if (at > 0) line++;
        while (at < text.Length)
        {
            var first = line;
            var cells = new List<string>();
            var ended = false;
            while (!ended)
            {
                string cell;
                if (quotes && Opens(text, at)) cell = Quoted(text, ref at, ref line, separator);
                else
                {
                    var start = at;
                    while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r')) at++;
                    cell = text[start..at];
                }
                cells.Add(cell);
                if (cells.Count > TableLimits.Cells) break;
                if (at < text.Length && text[at] == separator) { at++; continue; }
                ended = true;
                if (at < text.Length && text[at] == '\r') { at++; if (at < text.Length && text[at] == '\n') at++; line++; }
                else if (at < text.Length && text[at] == '\n') { at++; line++; }
            }
            yield return (first, line - first, cells);
        }
    }

    /// <summary>A quote opens a cell also after blanks, which some tools put behind the separator.</summary>
    private static bool Opens(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && text[at] == '"';
    }

    private static string Quoted(string text, ref int at, ref int line, char separator)
    {
        at = text.IndexOf('"', at) + 1;
        var cell = new System.Text.StringBuilder();
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '"')
            {
                if (at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at += 2; continue; }
                at++;
                break;
            }
            if (c == '\n' || (c == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n'))) line++;
            cell.Append(c);
            at++;
        }
        // What stands between the closing quote and the separator belongs to the cell: 0.1" pitch written carelessly.
        var rest = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r')) at++;
        return cell.Append(text, rest, at - rest).ToString();
    }
}
