using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Turnkey.Documents.Tables;

/// <summary>A part to order.</summary>
/// <param name="SupplierCode">Empty when not known: then the supplier finds it by the manufacturer's number.</param>
/// <param name="Reference">Ours, for the label on the bag.</param>
/// <param name="UnitPrice">Expected; only lists without a supplier's own form say it.</param>
public sealed record PurchaseListLine(string Supplier, string SupplierCode, string Manufacturer, string Mpn, long Quantity, string Reference, decimal? UnitPrice, string Currency);

/// <summary>Lists to order by, for each supplier in the columns that its cart takes (<c>purchase-lists.csv</c>), as CSV and as XLSX.</summary>
public static class PurchaseLists
{
    private const string AnySupplier = "*";

    private static readonly Lazy<ImmutableArray<Row>> Table = new(ReadTable);

    /// <summary>Two files for each supplier, by the suppliers' names; lines keep their order.</summary>
    public static ImmutableArray<TableFile> Write(IReadOnlyList<PurchaseListLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var files = ImmutableArray.CreateBuilder<TableFile>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bought in lines.GroupBy(line => line.Supplier, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var columns = ColumnsOf(bought.First().Supplier);
            var rows = bought.Select(line => columns.Select(column => Cell(line, column.Field)).ToImmutableArray()).ToImmutableArray();
            // Names that come out alike are told apart by a number: one file is one supplier's.
            var name = TableFile.NamePart(bought.Key);
            for (var number = 2; !names.Add(name); number++) name = FormattableString.Invariant($"{TableFile.NamePart(bought.Key)}-{number}");
            files.Add(new TableFile($"purchase-{name}.csv", Csv(columns, rows)));
            files.Add(new TableFile($"purchase-{name}.xlsx", WorkbookWriter.Write(new Sheet(bought.First().Supplier, [.. columns.Select(column => new SheetColumn(column.Heading, Math.Max(12, column.Heading.Length + 2)))], rows))));
        }
        return files.ToImmutable();
    }

    private static ImmutableArray<Row> ColumnsOf(string supplier)
    {
        var key = Key(supplier);
        var own = Table.Value.Where(row => row.Keys.Contains(key, StringComparer.Ordinal)).ToImmutableArray();
        return own.IsEmpty ? [.. Table.Value.Where(row => row.Supplier == AnySupplier)] : own;
    }

    private static SheetCell Cell(PurchaseListLine line, string field) => field switch
    {
        "code" => SheetCell.Of(line.SupplierCode),
        "mpn" => SheetCell.Of(line.Mpn),
        "code-or-mpn" => SheetCell.Of(line.SupplierCode.Length > 0 ? line.SupplierCode : line.Mpn),
        "manufacturer" => SheetCell.Of(line.Manufacturer),
        "quantity" => SheetCell.Of(line.Quantity),
        "reference" => SheetCell.Of(line.Reference),
        "price" => SheetCell.Of(line.UnitPrice),
        "currency" => SheetCell.Of(line.Currency),
        _ => throw new InvalidOperationException($"purchase-lists.csv: no field {field}"),
    };

    private static byte[] Csv(ImmutableArray<Row> columns, ImmutableArray<ImmutableArray<SheetCell>> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(column => Quoted(column.Heading))).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(cell => cell.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : Quoted(Guarded(cell.Text ?? "")))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A spreadsheet that opens the list makes a formula of a cell that begins with one of these signs; the apostrophe makes it a text.</summary>
    private static string Guarded(string cell) => cell.Length > 0 && cell[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + cell : cell;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n;") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Key(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    private static ImmutableArray<Row> ReadTable()
    {
        using var stream = typeof(PurchaseLists).Assembly.GetManifestResourceStream("purchase-lists.csv") ?? throw new InvalidOperationException("no table purchase-lists.csv");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(','))
                .Select(cells => new Row(cells[0], [Key(cells[0]), .. cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Key)], cells[2], cells[3])),
        ];
    }

    private sealed record Row(string Supplier, ImmutableArray<string> Keys, string Heading, string Field);
}
