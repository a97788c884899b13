using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>What a table file holds: one sheet for text, any number for a spreadsheet.</summary>
/// <param name="Path">Inside the package.</param>
/// <param name="Format">How it is written, told from the content: <c>csv</c>, <c>text</c>, <c>xlsx</c>, <c>xls</c>, <c>ods</c>, <c>html</c>, <c>xml</c>, <c>unknown</c>.</param>
/// <param name="Sheets">In the file's order; empty when nothing could be read.</param>
/// <param name="Diagnostics">Codes <c>table.*</c>.</param>
public sealed record Workbook(string Path, string Format, ImmutableArray<Table> Sheets, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>One sheet as text cells. Rows without any text are left out; a row knows its line.</summary>
/// <param name="Name">Of the sheet; empty for text files.</param>
/// <param name="Rows">In the file's order.</param>
public sealed record Table(string Name, ImmutableArray<TableRow> Rows)
{
    /// <summary>Cells that were merged; their text stands in the first cell only, so that no quantity counts twice.</summary>
    public ImmutableArray<MergedCells> Merged { get; init; } = [];

    /// <summary>The sheet is hidden in its workbook: what people seldom mean to send.</summary>
    public bool Hidden { get; init; }
}

/// <summary>A row of text cells, trimmed; numbers are written invariantly, formulas by their cached value.</summary>
/// <param name="Line">From 1: the line where the row starts in a text file, the row number of a sheet.</param>
/// <param name="Cells">Without trailing empty cells.</param>
public sealed record TableRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>Columns that the file holds as numbers, from 0, ascending; empty in files of text. Dates are not among them.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>The cell's text; empty beyond the end.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}

/// <summary>A merged range.</summary>
/// <param name="Line">Row number of its first cell, from 1.</param>
/// <param name="Column">Of its first cell, from 0.</param>
/// <param name="Lines">How many rows it spans, at least 1.</param>
/// <param name="Columns">How many columns it spans, at least 1.</param>
public sealed record MergedCells(int Line, int Column, int Lines, int Columns);
