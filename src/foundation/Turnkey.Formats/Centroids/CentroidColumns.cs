using System.Collections.Immutable;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Centroids;

/// <summary>Which column of a table holds what: by the headings, checked against the content; by the content alone where there are no headings.</summary>
internal sealed record CentroidColumns(ImmutableArray<CentroidColumn> Columns, int HeaderIndex, double HeaderScore, double DesignatorShare, double NumberShare)
{
    private const int SampleRows = 200;

    /// <summary>Which point of the part is taken when a file gives several: the body's centre is what a machine needs.</summary>
    private static readonly string[] Points = ["mid", "pos", "", "ref", "pad"];

    private static readonly Lazy<HeaderVocabulary<CentroidField>> LoadedVocabulary = new(() => HeaderVocabulary<CentroidField>.Load("centroid-headers.csv"));

    public static HeaderVocabulary<CentroidField> Vocabulary => LoadedVocabulary.Value;

    public bool Has(CentroidField field) => Column(field) is not null;

    public int IndexOf(CentroidField field) => Column(field)?.Index ?? -1;

    public CentroidColumn? Column(CentroidField field)
    {
        // Asked for every cell of every row: no closure.
        foreach (var column in Columns)
        {
            if (column.Field == field) return column;
        }
        return null;
    }

    public string Text(TableRow row, CentroidField field) => row[IndexOf(field)];

    /// <summary>Null when the table has no columns of designators and coordinates.</summary>
    public static CentroidColumns? Find(Table table)
    {
        CentroidColumns? best = null;
        var isReport = false;
        foreach (var header in HeaderRow<CentroidField>.Candidates(table, new HeadingReader<CentroidField>(Vocabulary)).Take(4))
        {
            isReport |= header.Meanings.Any(meanings => meanings is [{ Weight: > 0.9, Field: CentroidField.Pin or CentroidField.Tool }, ..]);
            if (OfHeader(table, header) is { } columns && (best is null || columns.HeaderScore > best.HeaderScore)) best = columns;
        }
        return best ?? (isReport ? null : OfContent(table));
    }

    private static CentroidColumns? OfHeader(Table table, HeaderRow<CentroidField> header)
    {
        var sample = table.Rows.Skip(header.Index + 1).Take(SampleRows).ToArray();
        var taken = new Dictionary<int, CentroidColumn>();
        if (PointColumns(header) is not { } point) return null;
        taken[point.X.Index] = point.X;
        taken[point.Y.Index] = point.Y;
        var options = new List<(int Column, HeaderMeaning<CentroidField> Meaning, double Weight)>();
        var designatorShare = 0.0;
        for (var c = 0; c < header.Meanings.Length; c++)
        {
            var column = c;
            foreach (var meaning in header.Meanings[c].Where(meaning => meaning.Field is not (CentroidField.X or CentroidField.Y)))
            {
                var weight = meaning.Weight;
                var cells = sample.Select(row => row[column]).Where(cell => cell.Length > 0).ToArray();
                if (meaning.Field == CentroidField.Designator) weight *= 0.5 + (0.5 * (cells.Length == 0 ? 0.5 : DesignatorShape.Share(cells, single: true)));
                // "Mount" says either how or whether.
                if (meaning.Field == CentroidField.Placed && cells.Any(cell => !NotPlaced.Words.IsYes(cell) && !NotPlaced.Words.IsNo(cell) && !NotPlaced.Words.Says(cell))) weight *= 0.4;
                options.Add((c, meaning, weight));
            }
        }
        foreach (var (column, meaning, _) in options.OrderByDescending(option => option.Weight).ThenBy(option => option.Column))
        {
            if (taken.ContainsKey(column) || (meaning.Field != CentroidField.Ignored && taken.Values.Any(other => other.Field == meaning.Field))) continue;
            taken[column] = new CentroidColumn(column, header.Headings[column], meaning.Field, "");
        }
        var found = taken.Values.OrderBy(column => column.Index).ToImmutableArray();
        if (found.FirstOrDefault(column => column.Field == CentroidField.Designator) is { } designators)
        {
            designatorShare = DesignatorShape.Share(sample.Select(row => row[designators.Index]), single: true);
        }
        else
        {
            var (index, share) = BestDesignators(sample, [.. found.Select(column => column.Index)]);
            if (index < 0) return null;
            designatorShare = share;
            found = [.. found.Append(new CentroidColumn(index, index < header.Headings.Length ? header.Headings[index] : "", CentroidField.Designator, "")).OrderBy(column => column.Index)];
        }
        var rows = sample.Where(row => row.Cells.Count(cell => cell.Length > 0) > 2).ToArray();
        var numbers = rows.Length == 0 ? 1 : rows.Count(row => CoordinateText.IsNumber(row[point.X.Index]) && CoordinateText.IsNumber(row[point.Y.Index])) / (double)rows.Length;
        return numbers < 0.3 ? null : new CentroidColumns(found, header.Index, header.Score, designatorShare, numbers);
    }

    /// <summary>The best pair of X and Y that mean the same point.</summary>
    private static (CentroidColumn X, CentroidColumn Y)? PointColumns(HeaderRow<CentroidField> header)
    {
        foreach (var point in Points)
        {
            if (Best(CentroidField.X, point) is { } x && Best(CentroidField.Y, point) is { } y && x != y)
            {
                return (new CentroidColumn(x, header.Headings[x], CentroidField.X, point), new CentroidColumn(y, header.Headings[y], CentroidField.Y, point));
            }
        }
        return null;

        int? Best(CentroidField field, string point)
        {
            (int Column, double Weight) best = (-1, 0.6);
            for (var c = 0; c < header.Meanings.Length; c++)
            {
                if (header.Meanings[c] is [var first, ..] && first.Field == field && first.Detail == point && first.Weight > best.Weight) best = (c, first.Weight);
            }
            return best.Column < 0 ? null : best.Column;
        }
    }

    private static (int Index, double Share) BestDesignators(TableRow[] sample, int[] taken)
    {
        var width = sample.Length == 0 ? 0 : sample.Max(row => row.Cells.Length);
        (int Index, double Share) best = (-1, 0.6);
        for (var c = 0; c < width; c++)
        {
            if (taken.Contains(c)) continue;
            var share = DesignatorShape.Share(sample.Select(row => row[c]), single: true);
            if (share > best.Share) best = (c, share);
        }
        return best;
    }

    /// <summary>
    /// No heading (Eagle's mountsmd, Allegro's place_txt): a column of designators, two of coordinates, maybe one of angles (multiples of 15 within a turn),
    /// one of sides, packages and values.
    /// </summary>
    private static CentroidColumns? OfContent(Table table)
    {
        var all = table.Rows.Take(SampleRows).ToArray();
        if (all.Length == 0) return null;
        var usual = all.GroupBy(row => row.Cells.Length).OrderByDescending(group => group.Count() * Math.Min(group.Key, 4)).First().Key;
        // Titles stand above; the rows themselves may end in empty cells.
        var sample = all.Where(row => row.Cells.Length >= Math.Max(3, usual - 2)).ToArray();
        var (designators, share) = BestDesignators(sample, []);
        if (designators < 0) return null;
        var width = sample.Max(row => row.Cells.Length);
        var rows = sample.Where(row => DesignatorShape.Share([row[designators]]) > 0.3).ToArray();
        if (rows.Length < all.Length * 0.4 || (rows.Length > 3 && !DesignatorShape.IsOfSeveralClasses(rows.Select(row => row[designators])))) return null;
        var numeric = Enumerable.Range(0, width).Where(c => c != designators && rows.Count(row => CoordinateText.IsNumber(row[c])) > rows.Length * 0.95).ToList();
        var angles = numeric.FindAll(c => rows.All(row => CoordinateText.Angle(row[c], row[c].Contains(',', StringComparison.Ordinal)) is ({ } angle, _) && angle % 15 == 0));
        var turned = Enumerable.Range(0, width).Where(c => c != designators && !numeric.Contains(c) && rows.All(row => CoordinateText.Angle(row[c], false) is not null)).ToList();
        var coordinates = numeric.FindAll(c => !angles.Contains(c));
        if (coordinates.Count < 2)
        {
            // A small board on a coarse grid: then order decides, X, Y, angle.
            coordinates = [.. numeric.Take(2)];
            angles = [.. numeric.Skip(2)];
        }
        if (coordinates.Count < 2) return null;
        // No two parts lie on one place; quantities and prices repeat.
        var places = rows.Select(row => (row[coordinates[0]], row[coordinates[1]])).Distinct().Count();
        if (places < rows.Length * 0.9) return null;
        var columns = new List<CentroidColumn>
        {
            new(designators, "", CentroidField.Designator, ""), new(coordinates[0], "", CentroidField.X, ""), new(coordinates[1], "", CentroidField.Y, ""),
        };
        if (turned.Count > 0) columns.Add(new CentroidColumn(turned[0], "", CentroidField.Rotation, ""));
        else if (angles.Count > 0) columns.Add(new CentroidColumn(angles[0], "", CentroidField.Rotation, ""));
        else if (coordinates.Count > 2) columns.Add(new CentroidColumn(coordinates[2], "", CentroidField.Rotation, ""));
        AddTexts(columns, rows, width);
        return new CentroidColumns([.. columns.OrderBy(column => column.Index)], -1, 0, share, 1);
    }

    private static void AddTexts(List<CentroidColumn> columns, TableRow[] rows, int width)
    {
        for (var c = 0; c < width; c++)
        {
            if (columns.Exists(column => column.Index == c)) continue;
            var cells = rows.Select(row => row[c]).Where(cell => cell.Length > 0).ToArray();
            if (cells.Length == 0) continue;
            // Allegro: an m where the part is mirrored, nothing where it is not.
            var mirror = cells.All(cell => cell is "m" or "M") && cells.Length < rows.Length;
            if (mirror) Add(c, CentroidField.Mirror);
            else if (cells.All(cell => SideWords.Table.Parse(cell) is not null)) Add(c, CentroidField.Side);
            else if (cells.Count(PartNumberShape.IsPackage) > cells.Length * 0.4) Add(c, CentroidField.Footprint);
            else Add(c, CentroidField.Value);
        }

        void Add(int index, CentroidField field)
        {
            if (!columns.Exists(column => column.Field == field)) columns.Add(new CentroidColumn(index, "", field, ""));
            else if (field == CentroidField.Value && !columns.Exists(column => column.Field == CentroidField.Footprint)) columns.Add(new CentroidColumn(index, "", CentroidField.Footprint, ""));
        }
    }
}
