using System.Collections.Immutable;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Centroids;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>What a table is for.</summary>
public enum TableKind
{
    /// <summary>No parts list and no position file: a report, a netlist, a text.</summary>
    Neither,
    Bom,
    Centroid,
}

/// <summary>What a table was taken for, and why.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Score">0 to 1: how surely.</param>
/// <param name="Evidence">The columns that decided, for people.</param>
/// <param name="Bom">The table read as a parts list; also for position files that carry quantities or part numbers besides; else null.</param>
/// <param name="Centroid">The table read as a position file; else null.</param>
public sealed record TableClassification(TableKind Kind, double Score, string Evidence, BomReading? Bom, CentroidReading? Centroid);

/// <summary>What the sheets of a file were taken for.</summary>
/// <param name="Tables">Visible sheets first.</param>
/// <param name="Diagnostics">Of the file: <c>table.*</c> and <c>bom.not-understood</c>. Those of the readings stay with the readings.</param>
public sealed record WorkbookClassification(ImmutableArray<TableClassification> Tables, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Tells parts lists and position files from everything else that stands in columns. The front door: reading is part of telling, so the readings come along.</summary>
public static class TableClassifier
{
    private const double LeastScore = 0.5;

    /// <summary>Never throws.</summary>
    /// <param name="path">Its name counts a little where the content leaves a doubt.</param>
    /// <param name="table">One sheet.</param>
    public static TableClassification Classify(string path, Table table)
    {
        var centroid = CentroidReader.Read(path, table);
        if (centroid is not null && Score(centroid, path) is var placed and >= LeastScore && !(centroid.HeaderLine == 0 && BomReader.Read(path, table) is { HeaderLine: > 0, Confidence: > 0.7 }))
        {
            var both = BomReader.Read(path, table) is { } list && CarriesPartsList(list) ? list : null;
            return new TableClassification(TableKind.Centroid, placed, Told(centroid), both, centroid);
        }
        var bom = BomReader.Read(path, table);
        if (bom is not null && Score(bom, path) is var listed and >= LeastScore) return new TableClassification(TableKind.Bom, listed, Told(bom), bom, null);
        var best = Math.Max(centroid?.Confidence ?? 0, bom?.Confidence ?? 0);
        return new TableClassification(TableKind.Neither, Math.Round(1 - best, 3), bom is null ? "no columns of a parts list or a position file" : $"too little of a parts list: {Told(bom)}", null, null);
    }

    /// <summary>
    /// All sheets of a file, the visible ones first, with the file's diagnostics: those of reading it, and <c>bom.not-understood</c> when its name promises
    /// a parts list or a position file and none was found. Never throws.
    /// </summary>
    public static WorkbookClassification Classify(Workbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ImmutableArray<TableClassification> tables = [.. workbook.Sheets.OrderBy(sheet => sheet.Hidden).Select(sheet => Classify(workbook.Path, sheet))];
        // What was already said to be empty, too large or damaged needs no second word.
        if (tables.Any(table => table.Kind != TableKind.Neither) || workbook.Diagnostics.Any(diagnostic => diagnostic.Severity != Severity.Info) || FileNames.Promise(workbook.Path) is not { } promised)
        {
            return new WorkbookClassification(tables, workbook.Diagnostics);
        }
        var why = tables.IsEmpty ? "it holds no table" : tables[0].Evidence;
        return new WorkbookClassification(tables, workbook.Diagnostics.Add(Diagnostic.Warning("bom.not-understood", workbook.Path, 0, $"the name says {promised}, but the file could not be read as one: {why}")));
    }

    private static double Score(CentroidReading reading, string path)
    {
        // Few headless rows with two numbers prove nothing without a name that says so.
        if (reading.HeaderLine == 0 && reading.Placements.Length < 3 && !FileNames.Has(path, FileNames.Centroid)) return 0;
        return Math.Min(1, reading.Confidence + (FileNames.Has(path, FileNames.Centroid) ? 0.1 : 0));
    }

    private static double Score(BomReading reading, string path)
    {
        if (FileNames.Has(path, FileNames.Other) && !FileNames.Has(path, FileNames.Bom)) return reading.Confidence - 0.3;
        var score = reading.Confidence + (FileNames.Has(path, FileNames.Bom) ? 0.12 : 0);
        // Without a heading, any two columns of which one looks like designators would do: more must agree.
        if (reading.HeaderLine == 0 && !reading.Columns.Any(column => column.Field == BomField.Quantity) && !FileNames.Has(path, FileNames.Bom)) return 0;
        return Math.Min(1, score);
    }

    /// <summary>A position file with part numbers or quantities is a parts list as well.</summary>
    private static bool CarriesPartsList(BomReading reading) =>
        reading.Columns.Any(column => column.Field is BomField.Mpn or BomField.ManufacturerAndMpn or BomField.Quantity or BomField.NamedSupplierCode or BomField.Manufacturer);

    private static string Told(BomReading reading) =>
        string.Join(", ", reading.Columns.Where(column => column.Field != BomField.Ignored).Select(column => column.Heading.Length > 0 ? $"{column.Field} \"{column.Heading}\"" : $"{column.Field} by content"));

    private static string Told(CentroidReading reading) =>
        string.Join(", ", reading.Columns.Where(column => column.Field != CentroidField.Ignored).Select(column => column.Heading.Length > 0 ? $"{column.Field} \"{column.Heading}\"" : $"{column.Field} by content"));
}
