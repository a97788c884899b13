using System.Collections.Immutable;
using Turnkey.Designs.Parts;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Bom;

/// <summary>
/// Reads a parts list out of a table: finds the heading row below any title block, in many languages; tells the columns by their headings and content;
/// reads lines, sections, continuation rows and footers; says what does not agree.
/// </summary>
public static class BomReader
{
    /// <summary>Null when the table is no parts list. Never throws.</summary>
    /// <param name="path">Becomes <see cref="BomLine.Source"/> and the diagnostics' file.</param>
    /// <param name="table">One sheet.</param>
    public static BomReading? Read(string path, Table table)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.IsEmpty || BomColumns.Find(table) is not { } columns) return null;
        var log = new DiagnosticLog(path);
        var lines = new BomRows(path, table, columns, log).Read();
        if (lines.IsEmpty && columns.HeaderIndex < 0) return null;
        BomChecks.Check(lines, log);
        if (columns.HeaderIndex < 0) log.Warning("bom.no-header", table.Rows[0].Line, "the parts list has no heading row; its columns were told by their content");
        if (!columns.Has(BomField.Designators)) log.Warning("bom.no-designators", 0, "the parts list has no column of designators; parts cannot be matched with places");
        if (lines.IsEmpty) log.Warning("bom.empty", table.Rows[columns.HeaderIndex].Line, "the parts list has a heading but no lines");
        return new BomReading(lines, columns.Columns, columns.HeaderIndex < 0 ? 0 : table.Rows[columns.HeaderIndex].Line, Confidence(columns, lines), [.. log.ToList()]) { Sheet = table.Name };
    }

    /// <summary>Every sheet that is a parts list, surest first; hidden sheets after the visible ones.</summary>
    public static ImmutableArray<BomReading> ReadAll(string path, Workbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        return
        [
            .. workbook.Sheets.Select((sheet, index) => (sheet.Hidden, Index: index, Reading: Read(path, sheet))).Where(one => one.Reading is not null)
                .OrderBy(one => one.Hidden).ThenByDescending(one => one.Reading!.Confidence).ThenBy(one => one.Index).Select(one => one.Reading!),
        ];
    }

    private static double Confidence(BomColumns columns, ImmutableArray<BomLine> lines)
    {
        BomField[] telling = [BomField.Mpn, BomField.ManufacturerAndMpn, BomField.ValueOrMpn, BomField.Value, BomField.Footprint, BomField.Description, BomField.Manufacturer, BomField.NamedSupplierCode];
        var described = Math.Min(3, columns.Columns.Select(column => column.Field).Distinct().Count(telling.Contains)) / 3.0;
        var heading = Math.Min(1, columns.HeaderScore / 3.5);
        var quantity = columns.Has(BomField.Quantity) ? 1 : 0.4;
        var designators = columns.Has(BomField.Designators) ? 0.3 + (0.7 * columns.DesignatorShare) : 0;
        var agreeing = lines.IsEmpty ? 0 : lines.Count(line => line.Designators.Length == line.Quantity) / (double)lines.Length;
        return Math.Round((0.25 * heading) + (0.35 * designators) + (0.1 * quantity) + (0.2 * described) + (0.1 * agreeing), 3);
    }
}
