using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Data;

/// <summary>A table of rates, terms or rules: one that ships with the program, or the user's own in the same shape. Both are read by the same code.</summary>
/// <param name="File">Where it was read from.</param>
/// <param name="Rows">Without headings, remarks and empty rows.</param>
internal sealed record SettingTable(string File, IReadOnlyList<SettingRow> Rows)
{
    /// <summary>More rows than this are not read.</summary>
    public const int MostRows = 20_000;

    private const int HeaderSearch = 200;

    /// <exception cref="InvalidOperationException">The program was built without this table.</exception>
    public static SettingTable Shipped(string name)
    {
        var table = DataTable.Embedded(name);
        var log = new DiagnosticLog(name);
        return new(name, [.. table.Rows.Select((row, i) => new SettingRow(i + 1, heading => table.Cell(row, heading), new NumberColumn(DecimalMark.Point, DecimalMark.Unknown), log))]);
    }

    /// <summary>The user's table; null, and said, where no row holds all of <paramref name="required"/> as headings.</summary>
    /// <param name="table">As the host read it.</param>
    /// <param name="log">Takes what is not understood.</param>
    /// <param name="required">Headings without which the table means nothing; any other may be left out.</param>
    /// <param name="numeric">Headings of numbers: whether a comma is the decimal mark is decided from all their cells.</param>
    public static SettingTable? Of(OfferTable table, DiagnosticLog log, ReadOnlySpan<string> required, ReadOnlySpan<string> numeric)
    {
        for (var i = 0; i < Math.Min(HeaderSearch, table.Rows.Count); i++)
        {
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var k = 0; k < Math.Min(table.Rows[i].Count, 100); k++)
            {
                if (table.Rows[i][k] is { Length: > 0 and <= 60 } heading) columns.TryAdd(OfferColumns.Key(heading), k);
            }
            if (!HasAll(columns, required)) continue;
            var numbers = Numbers(table.Rows, i, columns, numeric);
            var rows = new List<SettingRow>();
            for (var r = i + 1; r < table.Rows.Count; r++)
            {
                var cells = table.Rows[r];
                if (cells.All(string.IsNullOrWhiteSpace) || (cells[0] ?? "").TrimStart().StartsWith('#')) continue;
                if (rows.Count == MostRows) { log.Error("sourcing.table-too-long", table.FirstRow + r, $"more than {Text(MostRows)} rows; the rest is not read"); break; }
                rows.Add(new SettingRow(table.FirstRow + r, heading => Cell(cells, columns, heading), numbers, log)
                {
                    IsNumber = heading => columns.TryGetValue(OfferColumns.Key(heading), out var k) && CellRow.IsNumber(cells, k),
                });
            }
            return new(table.Path, rows);
        }
        log.Error("sourcing.table-headings", table.FirstRow, $"no row with the headings {string.Join(", ", required.ToArray())} was found; the table is not used and the shipped one holds");
        return null;
    }

    private static bool HasAll(Dictionary<string, int> columns, ReadOnlySpan<string> required)
    {
        foreach (var heading in required)
        {
            if (!columns.ContainsKey(OfferColumns.Key(heading))) return false;
        }
        return true;
    }

    private static NumberColumn Numbers(IReadOnlyList<IReadOnlyList<string>> rows, int header, Dictionary<string, int> columns, ReadOnlySpan<string> numeric)
    {
        var at = new List<int>();
        foreach (var heading in numeric)
        {
            if (columns.TryGetValue(OfferColumns.Key(heading), out var column)) at.Add(column);
        }
        return NumberColumn.Of(rows.Skip(header + 1).Take(5000).SelectMany(row => at.Where(k => k < row.Count && !CellRow.IsNumber(row, k)).Select(k => row[k] ?? "")));
    }

    private static string Cell(IReadOnlyList<string> cells, Dictionary<string, int> columns, string heading) =>
        columns.TryGetValue(OfferColumns.Key(heading), out var k) && k < cells.Count ? (cells[k] ?? "").Trim() : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row of a <see cref="SettingTable"/>. What a cell holds and is not understood is logged with its line.</summary>
internal sealed record SettingRow(int Line, Func<string, string> Cells, NumberColumn Numbers, DiagnosticLog Log)
{
    private const int LongestText = 200;

    /// <summary>Whether the workbook holds a cell as a number.</summary>
    public Func<string, bool> IsNumber { get; init; } = _ => false;

    /// <summary>The text of a cell, at most 200 characters of it; empty when there is none.</summary>
    public string this[string heading] => Cells(heading) is var text && text.Length > LongestText ? text[..LongestText] : text;

    /// <summary>A number from 0 to <paramref name="most"/>; null when the cell is empty or, then said, holds something else.</summary>
    public decimal? Number(string heading, decimal most)
    {
        if (this[heading] is not { Length: > 0 } text) return null;
        if (char.IsAsciiDigit(text[0]) || text[0] is '.' or ',')
        {
            if ((IsNumber(heading) ? NumberColumn.Known(text) : Numbers.Read(text)) is { } value && value <= most) return value;
            if (Numbers.Number(text) is { State: NumberState.Ambiguous } number)
            {
                Log.Warning("sourcing.table-number", Line, string.Create(CultureInfo.InvariantCulture, $"'{Short(text)}' under {heading} can be {number.Value:0.####} and {number.WithDecimals:0.####}, and no other number of the table tells which; write it without grouping; the row is used without it or left out"));
                return null;
            }
        }
        Log.Warning("sourcing.table-number", Line, $"'{Short(text)}' under {heading} is no number from 0 to {most.ToString(CultureInfo.InvariantCulture)}; the row is used without it or left out");
        return null;
    }

    public DateOnly? Day(string heading)
    {
        if (this[heading] is not { Length: > 0 } text) return null;
        if (DateCell.Read(text) is { } day) return day;
        Log.Warning("sourcing.table-date", Line, $"'{Short(text)}' under {heading} is no date that can be read for certain; write it as 2026-01-31");
        return null;
    }

    /// <summary>Null when it is not said.</summary>
    public bool? YesNo(string heading) => OfferWords.YesNo(this[heading]);

    public Currency? Currency(string heading)
    {
        if (this[heading] is not { Length: > 0 } text) return null;
        if (Kernel.Currency.Parse(text) is { } currency) return currency;
        Log.Warning("sourcing.table-currency", Line, $"'{Short(text)}' is no ISO 4217 currency that is known; the row is left out");
        return null;
    }

    /// <summary>What stands behind a row; a user's row without a source is its own.</summary>
    public string Source => this["source"] is { Length: > 0 } source ? source : $"{Log.File}:{Line.ToString(CultureInfo.InvariantCulture)}, no source named";

    /// <summary>Said, or implied by a source that begins with the word.</summary>
    public bool Assumed => YesNo("assumed") ?? Source.StartsWith("assumption", StringComparison.OrdinalIgnoreCase);

    public void Reject(string message) => Log.Warning("sourcing.table-row", Line, message + "; the row is left out");

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;
}
