using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Centroids;

/// <summary>Reads the rows of a position file as written; the unit is settled afterwards.</summary>
internal sealed class CentroidRows(string path, Table table, CentroidColumns columns, DiagnosticLog log)
{
    private readonly HeadingReader<CentroidField> headings = new(CentroidColumns.Vocabulary);

    public (ImmutableArray<PlacedRow> Rows, SideState Sides) Read()
    {
        var body = table.Rows.Skip(columns.HeaderIndex + 1).ToArray();
        var comma = CoordinateText.UsesDecimalComma(body.SelectMany(row => new[] { columns.Text(row, CentroidField.X), columns.Text(row, CentroidField.Y) }));
        var turnedComma = CoordinateText.UsesDecimalComma(body.Select(row => columns.Text(row, CentroidField.Rotation)));
        var sideOf = SideWords.Table.Column(body.Select(row => columns.Text(row, CentroidField.Side)));
        var (given, state) = GivenSide();
        var rows = ImmutableArray.CreateBuilder<PlacedRow>();
        int passed = 0, sided = 0;
        foreach (var row in body)
        {
            if (CoordinateText.Parse(columns.Text(row, CentroidField.X), comma) is not { } x || CoordinateText.Parse(columns.Text(row, CentroidField.Y), comma) is not { } y)
            {
                if (SectionSide(row) is { } section) (given, state) = (section, SideState.InTitle);
                else if (columns.Text(row, CentroidField.Designator).Length > 0 && row.Cells.Count(cell => cell.Length > 0) > 2 && !IsHeading(row))
                {
                    log.Warning("centroid.no-place", row.Line, $"{columns.Text(row, CentroidField.Designator)} has no coordinates that could be read");
                }
                else passed++;
                continue;
            }
            var name = columns.Text(row, CentroidField.Designator);
            if (Designator.Parse(name.Replace(' ', '_')) is not { } designator)
            {
                log.Warning("centroid.designator-not-understood", row.Line, name.Length == 0 ? "a place without a designator was left out" : $"\"{Shortened(name)}\" is no designator; its place was left out");
                continue;
            }
            var angle = CoordinateText.Angle(columns.Text(row, CentroidField.Rotation), turnedComma);
            if (angle is null && columns.Text(row, CentroidField.Rotation).Length > 0) log.Warning("centroid.rotation-not-understood", row.Line, $"\"{Shortened(columns.Text(row, CentroidField.Rotation))}\" is no angle; 0° is taken");
            var side = SideOf(row, sideOf, angle?.Mirrored ?? false);
            if (side is not null) sided++;
            var value = columns.Text(row, CentroidField.Value);
            rows.Add(new PlacedRow(designator, x.Value, x.Unit, y.Value, y.Unit, angle?.Angle ?? 0, side ?? given ?? Side.Top, value == "~" ? "" : value, columns.Text(row, CentroidField.Footprint), IsNotPlaced(row, value), path, row.Line));
        }
        if (passed > 0) log.Info("centroid.rows-skipped", 0, $"{passed} rows without a place (titles, totals) were passed over");
        if (sided > 0) state = SideState.InColumn;
        if (sided > 0 && sided < rows.Count) log.Warning("centroid.side-not-understood", 0, $"{rows.Count - sided} of {rows.Count} parts name no side that is known; {((given ?? Side.Top) == Side.Top ? "top" : "bottom")} is taken");
        return (rows.ToImmutable(), state);
    }

    private Side? SideOf(TableRow row, Func<string, Side?> sideOf, bool mirroredAngle)
    {
        if (columns.Has(CentroidField.Side) && sideOf(columns.Text(row, CentroidField.Side)) is { } side) return side;
        if (columns.Has(CentroidField.Mirror))
        {
            var mark = columns.Text(row, CentroidField.Mirror);
            if (SideWords.Table.Parse(mark) is { } named && mark.Length > 1) return named;
            return mark is "m" or "M" || NotPlaced.Words.IsYes(mark) || mark.StartsWith("mirror", StringComparison.OrdinalIgnoreCase) ? Side.Bottom : Side.Top;
        }
        return mirroredAngle ? Side.Bottom : null;
    }

    private bool IsNotPlaced(TableRow row, string value)
    {
        if (columns.Has(CentroidField.NotPlaced) && NotPlaced.Words.MarkedNotPlaced(columns.Text(row, CentroidField.NotPlaced))) return true;
        return (columns.Has(CentroidField.Placed) && NotPlaced.Words.MarkedNotPopulated(columns.Text(row, CentroidField.Placed)) == true) || NotPlaced.Words.Says(value);
    }

    /// <summary>The side of a whole file: a title line ("## Side : bottom") before the file's name.</summary>
    private (Side? Side, SideState State) GivenSide()
    {
        for (var i = 0; i < columns.HeaderIndex; i++)
        {
            var line = string.Join(' ', table.Rows[i].Cells);
            var colon = line.IndexOfAny([':', '=']);
            if (colon < 0 || line.Length > 120) continue;
            var key = line[..colon];
            if ((key.Contains("side", StringComparison.OrdinalIgnoreCase) || key.Contains("layer", StringComparison.OrdinalIgnoreCase) || key.Contains("seite", StringComparison.OrdinalIgnoreCase))
                && SideWords.Table.Parse(line[(colon + 1)..].Trim()) is { } titled) return (titled, SideState.InTitle);
        }
        return SideWords.Table.OfPath(path) is { } named ? (named, SideState.ByFileName) : (null, SideState.Assumed);
    }

    /// <summary>"TOP SIDE:" alone in a row.</summary>
    private static Side? SectionSide(TableRow row)
    {
        if (row.Cells.Count(cell => cell.Length > 0) != 1) return null;
        var title = row.Cells.First(cell => cell.Length > 0).Trim('#', '*', '-', '=', ':', ' ', '[', ']');
        return title.Length > 2 ? SideWords.Table.Parse(title) : null;
    }

    private bool IsHeading(TableRow row) => HeaderRow<CentroidField>.Of(row.Cells, 0, headings) is not null;

    private static string Shortened(string text) => text.Length > 40 ? text[..37] + "…" : text;
}
