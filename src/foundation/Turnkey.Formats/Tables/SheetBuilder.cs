using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>The cells that a whole workbook may still have.</summary>
internal sealed class CellBudget(int fileBytes, DiagnosticLog log)
{
    private readonly int granted = (int)Math.Min(TableLimits.Cells, TableLimits.FreeCells + ((long)TableLimits.CellsPerByte * fileBytes));
    private int spent;

    public bool IsSpent => spent >= granted;

    public bool Take(int cells, int line)
    {
        if (IsSpent) return false;
        spent = (int)Math.Min(granted, (long)spent + Math.Max(cells, 1));
        if (IsSpent) log.Warning("table.too-many-cells", line, string.Create(CultureInfo.InvariantCulture, $"the table has more than {granted:N0} cells; what follows is not read"));
        return !IsSpent;
    }
}

/// <summary>Collects the cells of one sheet row by row, within the limits.</summary>
internal sealed class SheetBuilder(string name, CellBudget budget, DiagnosticLog log)
{
    private readonly ImmutableArray<TableRow>.Builder rows = ImmutableArray.CreateBuilder<TableRow>();
    private readonly ImmutableArray<MergedCells>.Builder merged = ImmutableArray.CreateBuilder<MergedCells>();
    private readonly List<string> cells = [];
    private readonly SortedSet<int> numbers = [];
    private bool wide;

    public bool IsFull => budget.IsSpent;

    /// <summary>Puts a text into the row that is being collected; the last text at a place wins.</summary>
    public void Set(int column, string text) => Set(column, text, isNumber: false);

    /// <summary>Puts the content of a spreadsheet's cell into the row.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="text">Of the cell.</param>
    /// <param name="isNumber">The file holds it as a number, and the text is written invariantly.</param>
    public void Set(int column, string text, bool isNumber)
    {
        var clean = CellText.Clean(text);
        if (clean.Length == 0 || column < 0) return;
        if (column >= TableLimits.Columns)
        {
            if (!wide) log.Info("table.too-many-columns", 0, $"columns beyond {TableLimits.Columns} are not read");
            wide = true;
            return;
        }
        while (cells.Count <= column) cells.Add("");
        cells[column] = clean;
        if (isNumber) numbers.Add(column);
        else numbers.Remove(column);
    }

    /// <summary>Ends the row; a row without text leaves no trace.</summary>
    public void EndRow(int line, int repeat = 1)
    {
        if (cells.Count > 0)
        {
            var row = cells.ToImmutableArray();
            ImmutableArray<int> known = [.. numbers];
            for (var i = 0; i < repeat && budget.Take(row.Length, line + i); i++) rows.Add(new TableRow(line + i, row) { Numbers = known });
        }
        cells.Clear();
        numbers.Clear();
    }

    public void Merge(MergedCells range)
    {
        if (merged.Count < TableLimits.MergedRanges && range is { Lines: > 0, Columns: > 0 } && (range.Lines > 1 || range.Columns > 1)) merged.Add(range);
    }

    public Table Build(bool hidden = false)
    {
        var ordered = rows.ToImmutable();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Line >= ordered[i - 1].Line) continue;
            ordered = [.. ordered.OrderBy(row => row.Line)];
            break;
        }
        return new Table(name, ordered) { Merged = merged.ToImmutable(), Hidden = hidden };
    }
}

/// <summary>The text of a cell, rid of what is invisible.</summary>
internal static class CellText
{
    /// <summary>
    /// Trimmed; full-width forms (Chinese keyboards) become ASCII, no-break spaces become spaces, zero-width and control characters go, line breaks stay as <c>\n</c>.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.Length > TableLimits.CellCharacters) text = text[..TableLimits.CellCharacters];
        foreach (var c in text)
        {
            if (c is < ' ' or (>= '\u007f' and < '\u00a1') or '\u00ad' or (>= '\u2000' and < '\u2010') or (>= '\u2028' and < '\u2030') or '\u2060' or '\u3000' or '\ufeff'
                or (> '\uff00' and < '\uff5f')) return Rewrite(text);
        }
        return text.Trim();
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r') { if (i + 1 >= text.Length || text[i + 1] != '\n') clean.Append('\n'); }
            else if (c is '\n' or '\u2028' or '\u2029') clean.Append('\n');
            else if (c is > '\uff00' and < '\uff5f') clean.Append((char)(c - 0xfee0));
            else if (char.IsWhiteSpace(c)) clean.Append(' ');
            else if (char.IsControl(c) || c is '\u00ad' or '\ufeff' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format) continue;
            else clean.Append(c);
        }
        return clean.ToString().Trim();
    }
}
