using System.Globalization;
using System.Net;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>The tables of an HTML page, as BOM plug-ins write them and as some tools name .xls: rows and cells, spans as merged cells, no styles, no scripts.</summary>
internal static class HtmlTables
{
    public static IReadOnlyList<Table> Read(string text, CellBudget budget, DiagnosticLog log)
    {
        var sheets = new List<Table>();
        SheetBuilder? sheet = null;
        StringBuilder? cell = null;
        int column = 0, row = 0, columns = 1, rows = 1;
        foreach (var (tag, attributes, content) in Pieces(text))
        {
            if (sheets.Count >= TableLimits.Sheets || budget.IsSpent) break;
            if (tag.Length == 0)
            {
                cell?.Append(WebUtility.HtmlDecode(content));
                continue;
            }
            if (tag is "td" or "th" or "tr" or "/td" or "/th" or "/tr" or "table" or "/table" && cell is not null)
            {
                sheet?.Set(column, Squeezed(cell.ToString()));
                if (columns > 1 || rows > 1) sheet?.Merge(new MergedCells(row, column, rows, columns));
                column += columns;
                cell = null;
            }
            if (tag is "tr" or "/tr" or "/table")
            {
                sheet?.EndRow(row);
                column = 0;
                if (tag == "tr") row++;
            }
            if (tag == "table")
            {
                if (sheet is not null) sheets.Add(sheet.Build());
                sheet = new SheetBuilder("", budget, log);
                row = 0;
            }
            else if (tag is "td" or "th")
            {
                cell = new StringBuilder();
                columns = Span(attributes, "colspan");
                rows = Span(attributes, "rowspan");
            }
            else if (tag is "br" or "br/" or "p" or "/p" or "li" && cell is not null)
            {
                cell.Append('\n');
            }
        }
        if (sheet is not null && cell is not null) sheet.Set(column, Squeezed(cell.ToString()));
        sheet?.EndRow(row);
        if (sheet is not null) sheets.Add(sheet.Build());
        return [.. sheets.Where(table => !table.Rows.IsEmpty)];
    }

    /// <summary>Tags in lower case with their attributes, and the text between; comments, scripts and styles left out.</summary>
    private static IEnumerable<(string Tag, string Attributes, string Text)> Pieces(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            if (open < 0) open = text.Length;
            if (open > at) yield return ("", "", text[at..open]);
            if (open >= text.Length) yield break;
            if (string.CompareOrdinal(text, open, "<!--", 0, 4) == 0)
            {
                var end = text.IndexOf("-->", open, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + 3;
                continue;
            }
            var close = text.IndexOf('>', open);
            if (close < 0) yield break;
            var inside = text[(open + 1)..close];
            var name = inside.IndexOfAny([' ', '\t', '\r', '\n']) is var blank and >= 0 ? inside[..blank] : inside;
            var tag = name.ToLowerInvariant();
            at = close + 1;
            if (tag is "script" or "style")
            {
                var end = text.IndexOf("</" + tag, at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? text.Length : end;
                continue;
            }
            yield return (tag, inside[name.Length..], "");
        }
    }

    private static int Span(string attributes, string name)
    {
        var at = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        var digits = attributes.AsSpan(at + name.Length).TrimStart([' ', '=', '"', '\'']);
        var length = 0;
        while (length < digits.Length && length < 5 && char.IsAsciiDigit(digits[length])) length++;
        return int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 1000) : 1;
    }

    private static string Squeezed(string text) =>
        string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
}
