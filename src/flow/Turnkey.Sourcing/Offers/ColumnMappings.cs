using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Offers;

/// <summary>What a column of a supplier's list means, told once and remembered.</summary>
/// <param name="File">Name of the files it holds for; <c>*</c> stands for any characters.</param>
/// <param name="Header">As it stands in the list; <c>=EUR</c> is no column but a value that holds for the whole list (currency, supplier).</param>
/// <param name="Meaning">
/// <c>mpn</c>, <c>supplier-code</c>, <c>price</c> and the like; <c>price-at 100</c> for the price from 100 pieces on; <c>quantity 1</c> and <c>price 1</c> for columns
/// in pairs; <c>ignore</c> for none. <c>price/1000</c> is for so many pieces, <c>price/reel</c> for a reel; without that, as the header says.
/// </param>
public sealed record ColumnMapping(string File, string Header, string Meaning);

/// <summary>What was understood of a table.</summary>
/// <param name="Row">Of the header, from 1.</param>
/// <param name="Columns">Every column with a header, in order; the meaning is empty where it was not understood.</param>
public sealed record UnderstoodTable(string Path, string Sheet, int Row, ImmutableArray<ColumnMapping> Columns);

/// <summary>
/// Remembered meanings of columns: a table <c>columns.csv</c> beside the lists with the columns <c>file</c>, <c>header</c>, <c>meaning</c>. They go before the
/// vocabulary; what the vocabulary understood can be written out in the same form, corrected and kept.
/// </summary>
public sealed class ColumnMappings
{
    /// <summary>Name of the file beside the lists.</summary>
    public const string FileName = "columns.csv";

    private const int MostRows = 10_000;

    private readonly ImmutableArray<ColumnMapping> rows;

    private ColumnMappings(ImmutableArray<ColumnMapping> rows) => this.rows = rows;

    public static ColumnMappings None { get; } = new([]);

    /// <summary>Reads the table; rows that mean nothing are diagnostics <c>offers.columns</c>.</summary>
    public static (ColumnMappings Mappings, ImmutableArray<Diagnostic> Diagnostics) Read(OfferTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var log = new DiagnosticLog(table.Path);
        var read = ImmutableArray.CreateBuilder<ColumnMapping>();
        var header = table.Rows.Count > 0 ? table.Rows[0].Select(OfferColumns.Key).ToList() : [];
        var (file, name, meaning) = (header.IndexOf("FILE"), header.IndexOf("HEADER"), header.IndexOf("MEANING"));
        if (file < 0 || name < 0 || meaning < 0)
        {
            log.Error("offers.columns", table.FirstRow, "the table of columns must have the columns file, header and meaning; it is not used");
            return (None, [.. log.ToList()]);
        }
        for (var i = 1; i < table.Rows.Count && read.Count < MostRows; i++)
        {
            string Cell(int column) => column < table.Rows[i].Count ? (table.Rows[i][column] ?? "").Trim() : "";
            if (Cell(name).Length == 0 || Cell(meaning).Length == 0) continue;
            var mapping = new ColumnMapping(Cell(file).Length == 0 ? "*" : Cell(file), Unguarded(Cell(name)), Cell(meaning));
            if (ColumnMeaning.Parse(mapping.Meaning) is not { } parsed || (mapping.Header[0] == '=' && parsed.Column is not (OfferColumn.Currency or OfferColumn.Supplier)))
                log.Warning("offers.columns", table.FirstRow + i, $"'{Short(mapping.Meaning)}' is no meaning of '{Short(mapping.Header)}'; known are {ColumnMeaning.Known}");
            else read.Add(mapping);
        }
        return (new ColumnMappings(read.ToImmutable()), [.. log.ToList()]);
    }

    /// <summary>The table for what was understood, to be corrected by hand: the columns that were not have no meaning.</summary>
    public static string Write(IEnumerable<UnderstoodTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var text = new StringBuilder("file,header,meaning\n");
        foreach (var column in tables.SelectMany(table => table.Columns).Distinct())
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(column.File)},{Quoted(Guarded(column.Header))},{Quoted(column.Meaning)}\n");
        return text.ToString();
    }

    /// <summary>The meanings for a file, by header.</summary>
    internal ImmutableArray<ColumnMapping> For(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return [.. rows.Where(row => Matches(row.File, name) || Matches(row.File, path))];
    }

    /// <summary>Whether a name is of a pattern with <c>*</c>, letter case aside.</summary>
    internal static bool Matches(string pattern, string name)
    {
        var (i, j, star, from) = (0, 0, -1, 0);
        while (j < name.Length)
        {
            if (i < pattern.Length && pattern[i] == '*') (star, from, i) = (i, j, i + 1);
            else if (i < pattern.Length && char.ToUpperInvariant(pattern[i]) == char.ToUpperInvariant(name[j])) (i, j) = (i + 1, j + 1);
            else if (star >= 0) (from, i, j) = (from + 1, star + 1, from + 1);
            else return false;
        }
        return pattern.AsSpan(i).Trim('*').IsEmpty;
    }

    /// <summary>A header that begins with a sign of a formula is no formula when a spreadsheet opens the table.</summary>
    private static string Guarded(string header) => header.Length > 0 && header[0] is ('+' or '-' or '@') ? "'" + header : header;

    private static string Unguarded(string header) => header.Length > 1 && header[0] == '\'' && header[1] is ('+' or '-' or '@') ? header[1..] : header;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;
}
