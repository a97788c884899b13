using System.Globalization;
using Turnkey.Formats.Centroids;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Bom;

/// <summary>
/// The columns of a parts list without a heading, told by their content alone, the surest first: designators, a quantity that counts them, marks for parts
/// that are not placed, suppliers' codes, packages, part numbers, makers, descriptions, values. A column that fits nothing is left out.
/// </summary>
internal static class BomContent
{
    /// <summary>Null when no column is one of designators, or nothing stands beside it.</summary>
    public static BomColumns? Find(Table table)
    {
        var sample = table.Rows.Take(BomColumns.SampleRows).ToArray();
        if (sample.Length < 2) return null;
        var width = sample.Max(row => row.Cells.Length);
        if (width < 2) return null;
        var shares = Enumerable.Range(0, width).Select(c => DesignatorShape.Share(sample.Select(row => row[c]))).ToArray();
        var designators = Array.IndexOf(shares, shares.Max());
        // A title and a footer may stand around the rows; more than that is no parts list.
        if (shares[designators] < 0.65 || !DesignatorShape.IsOfSeveralClasses(sample.Select(row => row[designators]))) return null;
        var columns = Enumerable.Range(0, width).Where(c => c != designators).Select(c => new Content(c, [.. sample.Select(row => row[c])])).ToList();
        var found = new List<BomColumn> { new(designators, "", BomField.Designators, 1, "") };

        if (QuantityColumn(sample, designators, columns) is { } quantity) Take(quantity, BomField.Quantity);
        // The few parts that are not placed may stand at the end of a long list.
        foreach (var marks in columns.FindAll(column => IsNotPlaced(table, column.Index))) Take(marks, BomField.NotPlaced);
        columns.RemoveAll(column => column.IsNothing);
        Take(Best(column => column.Share(cell => SupplierNames.OfCode(cell) == "LCSC"), 0.8), BomField.NamedSupplierCode, "LCSC");
        Take(Best(column => column.Share(PartNumberShape.IsPackage), 0.5), BomField.Footprint);
        var numbers = Best(column => column.Share(PartNumberShape.LooksLikePartNumber), 0.6);
        Take(numbers, BomField.Mpn);
        if (numbers is not null) Take(columns.Find(column => IsMakers(column, numbers, sample, designators)), BomField.Manufacturer);
        Take(Best(column => column.Words, 2.5), BomField.Description);
        Take(Best(column => column.Share(PartNumberShape.IsValue), 0.2) ?? columns.FirstOrDefault(), BomField.Value);

        return found.Count < 2 ? null : new BomColumns([.. found.OrderBy(column => column.Index)], -1, 0, shares[designators]);

        void Take(Content? column, BomField field, string detail = "")
        {
            if (column is null) return;
            found.Add(new BomColumn(column.Index, "", field, 1, detail));
            columns.Remove(column);
        }

        // Of equals the first wins: what matters stands on the left.
        Content? Best(Func<Content, double> fit, double least) =>
            columns.Select(column => (Column: column, Fit: fit(column))).Where(one => one.Fit >= least).OrderByDescending(one => one.Fit).ThenBy(one => one.Column.Index).FirstOrDefault().Column;
    }

    /// <summary>The column whose numbers are those of the designators.</summary>
    private static Content? QuantityColumn(TableRow[] sample, int designators, List<Content> columns)
    {
        var counts = sample.Select(row => row[designators].Length == 0 ? 0 : DesignatorShape.Runs(row[designators]).Runs.Sum(run => run.Count)).ToArray();
        return columns.Find(column =>
        {
            int agree = 0, filled = 0;
            for (var i = 0; i < sample.Length; i++)
            {
                if (counts[i] == 0 || BomNumbers.Quantity(column.All[i]) is not { } quantity) continue;
                filled++;
                if (quantity == counts[i]) agree++;
            }
            return filled >= sample.Length * 0.6 && agree >= filled * 0.8;
        });
    }

    /// <summary>Nothing but words for "not placed". A bare x or yes may mean either and says nothing without a heading.</summary>
    private static bool IsNotPlaced(Table table, int column)
    {
        var said = 0;
        foreach (var row in table.Rows)
        {
            if (row[column].Length == 0) continue;
            if (NotPlaced.Words.Says(row[column])) said++;
            else return false;
        }
        return said > 0;
    }

    /// <summary>
    /// Names of makers: words without digits beside the part numbers, some of them repeated. Words that are the same for all parts of a class and
    /// different for each ("Resistor", "Capacitor") are the classes' names.
    /// </summary>
    private static bool IsMakers(Content column, Content numbers, TableRow[] sample, int designators)
    {
        if (column.Share(IsName) < 0.9 || column.Words > 3.5) return false;
        var beside = Enumerable.Range(0, sample.Length).Where(i => numbers.All[i].Length > 0).ToArray();
        if (beside.Count(i => column.All[i].Length > 0) < 0.6 * beside.Length) return false;
        if (column.Filled.Length > 3 && column.Filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 0.9 * column.Filled.Length) return false;
        var classes = Enumerable.Range(0, sample.Length).Where(i => column.All[i].Length > 0)
            .Select(i => (Class: DesignatorShape.Runs(sample[i][designators]).Runs.FirstOrDefault().First.Prefix, Name: column.All[i])).Where(one => one.Class is not null)
            .GroupBy(one => one.Class, one => one.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any());
        return classes.Any(group => group.Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any());
    }

    private static bool IsName(string cell) => cell.Length is > 1 and < 48 && char.IsLetterOrDigit(cell[0]) && (!cell.Any(char.IsAsciiDigit) || cell.StartsWith("3M", StringComparison.Ordinal));

    /// <summary>The cells of one column.</summary>
    private sealed class Content(int index, string[] all)
    {
        public int Index { get; } = index;

        public string[] All { get; } = all;

        public string[] Filled { get; } = [.. all.Where(cell => cell.Length > 0)];

        /// <summary>Mostly empty, a running number, ways of mounting, sides: nothing that describes a part.</summary>
        public bool IsNothing => Filled.Length < All.Length / 2 || Filled.Length == 0 || IsRunning || Share(BomColumns.IsMountType) > 0.7 || Share(cell => SideWords.Table.Parse(cell) is not null) > 0.9;

        private bool IsRunning => Filled.All(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _)) && Filled.Distinct(StringComparer.Ordinal).Count() == Filled.Length;

        public double Words => Filled.Length == 0 ? 0 : Filled.Average(cell => (double)cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

        public double Share(Func<string, bool> fits) => Filled.Length == 0 ? 0 : Filled.Count(fits) / (double)Filled.Length;
    }
}
