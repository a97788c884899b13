using System.Collections.Immutable;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Centroids;

/// <summary>
/// Reads a position file out of a table: which columns are designator, X, Y, angle and side, in which unit, with which decimal mark, and says what was assumed.
/// </summary>
public static class CentroidReader
{
    /// <summary>Null when the table is no position file. Never throws.</summary>
    /// <param name="path">Becomes the placements' source; its name may tell the side.</param>
    /// <param name="table">One sheet.</param>
    public static CentroidReading? Read(string path, Table table)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.IsEmpty || CentroidColumns.Find(table) is not { } columns || columns.Has(CentroidField.Tool)) return null;
        if (columns.Has(CentroidField.Pin) || (columns.Has(CentroidField.Net) && !columns.Has(CentroidField.Rotation))) return null;
        var log = new DiagnosticLog(path);
        var (rows, sides) = new CentroidRows(path, table, columns, log).Read();
        if (rows.IsEmpty && (columns.HeaderIndex < 0 || columns.HeaderScore < 2.8)) return null;
        // Pins and test points repeat the designator of their part.
        var distinct = rows.Select(row => row.Designator).Distinct().Count();
        if (rows.Length > 4 && distinct < rows.Length * 0.6) return null;
        var confidence = Confidence(columns, rows, table);
        if (confidence < 0.4) return null;
        var (unit, state, evidence) = UnitFinder.Find(table, columns, rows);
        Say(columns, rows, (unit, state, evidence), sides, log, table);
        return new CentroidReading([.. rows.Where(row => row.At(unit).IsInRange).Select(row => row.Place(unit))], unit, state, evidence, sides, columns.Columns,
            columns.HeaderIndex < 0 ? 0 : table.Rows[columns.HeaderIndex].Line, confidence, [.. log.ToList()])
        { Rows = rows, Sheet = table.Name };
    }

    /// <summary>Every sheet that is a position file, in the workbook's order, hidden sheets last.</summary>
    public static ImmutableArray<CentroidReading> ReadAll(string path, Workbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        return [.. workbook.Sheets.OrderBy(sheet => sheet.Hidden).Select(sheet => Read(path, sheet)).OfType<CentroidReading>()];
    }

    private static void Say(CentroidColumns columns, ImmutableArray<PlacedRow> rows, (CoordinateUnit Unit, UnitState State, string Evidence) unit, SideState sides, DiagnosticLog log, Table table)
    {
        if (rows.IsEmpty)
        {
            log.Info("centroid.empty", table.Rows[columns.HeaderIndex].Line, "the position file has a heading but no parts");
            return;
        }
        if (columns.HeaderIndex < 0) log.Info("centroid.no-header", table.Rows[0].Line, "the position file has no heading row; its columns were told by their content");
        if (unit.State == UnitState.Assumed) log.Warning("centroid.unit-assumed", 0, $"{unit.Evidence}; the unit is taken as {CoordinateUnits.Name(unit.Unit)}");
        if (sides == SideState.Assumed) log.Warning("centroid.side-assumed", 0, "nothing says on which side the parts are; top is taken");
        if (!columns.Has(CentroidField.Rotation)) log.Warning("centroid.no-rotation", 0, "the position file has no angles; 0° is taken");
        foreach (var row in rows.Where(row => !row.At(unit.Unit).IsInRange))
        {
            log.Error("centroid.out-of-range", row.Line, $"{row.Designator} lies more than 1.07 m from the origin and was left out");
        }
        foreach (var group in rows.GroupBy(row => row.Designator).Where(group => group.Count() > 1))
        {
            log.Warning("centroid.duplicate-designator", group.Last().Line, $"{group.Key} is placed {group.Count()} times, first on line {group.First().Line}");
        }
    }

    private static double Confidence(CentroidColumns columns, ImmutableArray<PlacedRow> rows, Table table)
    {
        var heading = columns.HeaderIndex < 0 ? 0 : Math.Min(1, columns.HeaderScore / 4);
        var share = rows.IsEmpty ? 0.6 : Math.Max(columns.DesignatorShare, 0.3);
        var parts = table.Rows.Length - 1 - Math.Max(0, columns.HeaderIndex);
        var read = parts <= 0 ? 0.6 : Math.Min(1, rows.Length / (double)parts);
        var turned = columns.Has(CentroidField.Rotation) ? 1 : 0;
        var sided = columns.Has(CentroidField.Side) || columns.Has(CentroidField.Mirror) ? 1 : 0.4;
        return Math.Round((0.25 * heading) + (0.3 * share) + (0.2 * read) + (0.15 * turned) + (0.1 * sided), 3);
    }
}
