using System.Collections.Immutable;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Bom;

/// <summary>Which column of a table holds what: by the headings, checked against the content; by the content alone where there are no headings.</summary>
internal sealed record BomColumns(ImmutableArray<BomColumn> Columns, int HeaderIndex, double HeaderScore, double DesignatorShare)
{
    /// <summary>Rows below the heading that are looked at.</summary>
    internal const int SampleRows = 200;

    /// <summary>Weight of a heading that says what its column holds in so many words.</summary>
    private const double Explicit = 0.9;

    private static readonly Lazy<HeaderVocabulary<BomField>> LoadedVocabulary = new(() => HeaderVocabulary<BomField>.Load("bom-headers.csv"));

    /// <summary>Fields of which a table has one, or one per ordinal.</summary>
    private static readonly BomField[] Single =
    [
        BomField.Designators, BomField.Quantity, BomField.Manufacturer, BomField.Mpn, BomField.ManufacturerAndMpn, BomField.ValueOrMpn, BomField.Value, BomField.Footprint,
        BomField.Description, BomField.Device, BomField.Supplier, BomField.SupplierCode, BomField.UnitPrice, BomField.LineNumber, BomField.Level, BomField.Parent,
    ];

    /// <summary>Fields of which a parts list has at least one beside the designators.</summary>
    private static readonly BomField[] Telling =
    [
        BomField.Quantity, BomField.Mpn, BomField.ManufacturerAndMpn, BomField.ValueOrMpn, BomField.Value, BomField.Footprint, BomField.Description, BomField.Device, BomField.SupplierCode,
        BomField.NamedSupplierCode, BomField.InternalNumber,
    ];

    public static HeaderVocabulary<BomField> Vocabulary => LoadedVocabulary.Value;

    public bool Has(BomField field)
    {
        foreach (var column in Columns)
        {
            if (column.Field == field) return true;
        }
        return false;
    }

    /// <summary>-1 when there is no such column. Asked for every field of every row, so that it takes no memory.</summary>
    public int IndexOf(BomField field, int ordinal = 1)
    {
        foreach (var column in Columns)
        {
            if (column.Field == field && column.Ordinal == ordinal) return column.Index;
        }
        return -1;
    }

    /// <summary>Text of the field's column in a row; empty when there is no such column.</summary>
    public string Text(TableRow row, BomField field, int ordinal = 1) => row[IndexOf(field, ordinal)];

    /// <summary>The best reading of the table's columns; null when it has none that could be a parts list's.</summary>
    public static BomColumns? Find(Table table)
    {
        var found = new List<BomColumns>();
        var isReport = false;
        foreach (var header in HeaderRow<BomField>.Candidates(table, new HeadingReader<BomField>(Vocabulary)).Take(4))
        {
            var columns = OfHeader(table, header);
            isReport |= columns.IsReport;
            if (columns.IsPlausible) found.Add(columns);
        }
        // Rows of parts above a row of words: it is one of them whose words happen to be headings elsewhere ("Header", "Type C").
        var standing = found.FindAll(columns => !columns.HasPartsAbove(table));
        if (found.Count == 0 && isReport) return null;
        if (standing.Count == 0 && BomContent.Find(table) is { } told) return told;
        if (found.Count == 0) return null;
        if (standing.Count > 0) found = standing;
        var best = found.MaxBy(columns => columns.Merit)!;
        // The heading may come again, above a purer section: then the first is the one. (The row right above is the upper half of a heading in two rows.)
        return found.OrderBy(columns => columns.HeaderIndex)
            .FirstOrDefault(columns => columns.HeaderIndex < best.HeaderIndex - 1 && columns.HeaderScore >= 0.6 * best.HeaderScore && columns.DesignatorShare >= 0.2) ?? best;
    }

    private bool IsReport => Has(BomField.Pin) || Has(BomField.Tool) || Has(BomField.Rule);

    private bool IsPlausible =>
        !IsReport
        && ((Has(BomField.Designators) && Columns.Any(column => Telling.Contains(column.Field)))
            || (Has(BomField.Quantity) && (Has(BomField.Mpn) || Has(BomField.ManufacturerAndMpn) || Has(BomField.ValueOrMpn) || Has(BomField.Value) || Has(BomField.Description))));

    /// <summary>Rows above the heading hold designators where those below it do: the table begins before it.</summary>
    private bool HasPartsAbove(Table table)
    {
        var column = IndexOf(BomField.Designators);
        if (column < 0 || HeaderIndex < 1) return false;
        var parts = table.Rows.Take(HeaderIndex).Count(row => row.Cells.Count(cell => cell.Length > 0) >= 3 && DesignatorShape.AreClassed(row[column]));
        return parts >= 2 || parts == HeaderIndex;
    }

    private double Merit => HeaderScore + (DesignatorShare * 3);

    /// <summary>Columns under a heading row: every meaning of every heading competes, weighed by how well the column's content fits it.</summary>
    public static BomColumns OfHeader(Table table, HeaderRow<BomField> header)
    {
        var sample = table.Rows.Skip(header.Index + 1).Take(SampleRows).ToArray();
        var options = new List<(int Column, HeaderMeaning<BomField> Meaning, double Weight)>();
        var shares = new Dictionary<int, double>();
        // "Order code" beside a supplier is the supplier's, unless makers are named and nothing else could be their number.
        var supplierNamed = Names(BomField.Supplier) && (!Names(BomField.Manufacturer) || header.Meanings.Any(meanings => meanings.Any(meaning => meaning.Field == BomField.Mpn && meaning.Weight > 0.9)));
        var makersNumberNamed = NamesMakersNumber(header, sample);
        for (var c = 0; c < header.Meanings.Length; c++)
        {
            var cells = sample.Select(row => row[c]).Where(cell => cell.Length > 0).ToArray();
            foreach (var meaning in header.Meanings[c])
            {
                if (meaning.Weight < Explicit && meaning.Field == (makersNumberNamed ? BomField.Mpn : BomField.InternalNumber) && header.Meanings[c].Any(other => other.Field == (makersNumberNamed ? BomField.InternalNumber : BomField.Mpn))) continue;
                var weight = meaning.Weight * Fit(meaning, cells, supplierNamed, out var share);
                if (meaning.Field == BomField.Designators) shares[c] = share;
                // Part of a heading does not make a report: "Pad X" stands in position files.
                if (meaning.Field is BomField.Pin or BomField.Tool or BomField.Rule or BomField.Level or BomField.Parent && meaning.Weight < 0.9) continue;
                if (weight > 0.15) options.Add((c, meaning, weight));
            }
        }
        var taken = new Dictionary<int, BomColumn>();
        foreach (var (column, meaning, _) in options.OrderByDescending(option => option.Weight).ThenBy(option => option.Column))
        {
            if (taken.ContainsKey(column)) continue;
            var ordinal = meaning.Ordinal;
            if (Single.Contains(meaning.Field) || meaning.Field == BomField.NamedSupplierCode)
            {
                var occupied = taken.Values.Any(other => other.Field == meaning.Field && other.Ordinal == ordinal && other.Detail == meaning.Detail);
                // A second column of part numbers or makers is the alternate's; a second one of anything else may mean something else.
                if (occupied && meaning.Field is BomField.Mpn or BomField.Manufacturer && meaning.Weight > 0.8)
                {
                    ordinal = taken.Values.Where(other => other.Field == meaning.Field).Max(other => other.Ordinal) + 1;
                }
                else if (occupied)
                {
                    continue;
                }
            }
            taken[column] = new BomColumn(column, header.Headings[column], meaning.Field, ordinal, meaning.Detail);
        }
        FirstOrdinals(taken);

        bool Names(BomField field) => header.Meanings.Any(meanings => meanings.Any(meaning => meaning.Field == field && meaning.Weight > 0.8));

        var found = taken.Values.OrderBy(column => column.Index).ToImmutableArray();
        var designators = found.FirstOrDefault(column => column.Field == BomField.Designators);
        if (designators is null && DesignatorsByContent(table, header, sample, found) is { } told)
        {
            found = [.. found.Where(column => column.Index != told.Index).Append(told).OrderBy(column => column.Index)];
            designators = told;
        }
        var designatorShare = designators is null ? 0 : shares.TryGetValue(designators.Index, out var known) ? known : DesignatorShape.Share(sample.Select(row => row[designators.Index]));
        return new BomColumns(found, header.Index, header.Score, designatorShare);
    }

    /// <summary>
    /// A column that is the maker's number by its heading and holds any: then "Part Number" and its like, which have both meanings in the vocabulary, are the
    /// customer's own number. Alone they are the maker's.
    /// </summary>
    private static bool NamesMakersNumber(HeaderRow<BomField> header, TableRow[] sample)
    {
        for (var c = 0; c < header.Meanings.Length; c++)
        {
            if (header.Meanings[c].Any(meaning => meaning.Field is BomField.Mpn or BomField.ManufacturerAndMpn && meaning.Weight >= Explicit) && sample.Any(row => row[c].Any(char.IsLetterOrDigit))) return true;
        }
        return false;
    }

    /// <summary>How well the cells of a column fit a meaning, 0 to about 1.</summary>
    private static double Fit(HeaderMeaning<BomField> meaning, string[] cells, bool supplierNamed, out double share)
    {
        share = 0;
        if (cells.Length == 0) return 0.5;
        switch (meaning.Field)
        {
            case BomField.Designators:
                share = DesignatorShape.Share(cells);
                // Under a heading that can mean nothing else, names such as RFOUT+ are designators too.
                if (meaning.Weight < 0.9 && share > 0.8) return Math.Min(0.95, meaning.Weight + 0.35) / meaning.Weight;
                return Math.Max((meaning.Weight > 0.9 ? 0.5 : 0.1) + (0.5 * share), share);
            case BomField.Quantity or BomField.TotalQuantity:
                return 0.3 + (0.7 * cells.Count(cell => BomNumbers.Quantity(cell) is not null) / cells.Length);
            case BomField.Level:
                return cells.Count(cell => BomLevels.Depth(cell) is not null) > 0.8 * cells.Length ? 1 : 0;
            case BomField.LineNumber:
                return 0.3 + (0.7 * cells.Count(cell => cell.Length < 8 && char.IsAsciiDigit(cell[0])) / cells.Length);
            case BomField.Mpn when meaning.Weight < 0.9 && !cells.All(IsMountType):
                var alike = cells.Count(PartNumberShape.LooksLikePartNumber) / (double)cells.Length;
                return 0.55 + (0.45 * alike) + (alike > 0.8 && meaning.Weight < 0.6 ? 0.5 : 0);
            case BomField.SupplierCode:
                return supplierNamed ? 1.3 : 1;
            case BomField.UnitPrice or BomField.ExtendedPrice:
                return 0.4 + (0.6 * cells.Count(cell => BomNumbers.Price(cell) is not null) / cells.Length);
            // "Type" and its like may hold SMD and THT.
            case BomField.Description or BomField.Value or BomField.Mpn when meaning.Weight < 0.9:
                return cells.Count(IsMountType) > cells.Length * 0.7 ? 0 : 1;
            default:
                return 1;
        }
    }

    internal static bool IsMountType(string cell) => cell.ToUpperInvariant() is "SMD" or "SMT" or "THT" or "TH" or "THD" or "PTH" or "THROUGH HOLE" or "THRU-HOLE" or "THROUGH-HOLE" or "DIP" or "MECHANICAL";

    /// <summary>Ordinals from 1 without gaps per field, because a table may begin to count at 2 or name only an alternate.</summary>
    private static void FirstOrdinals(Dictionary<int, BomColumn> taken)
    {
        foreach (var group in taken.Values.GroupBy(column => (column.Field, column.Detail)).ToArray())
        {
            // Supplier 2 belongs to Supplier Part 2 even when there is no first.
            if (group.Key.Field is BomField.Supplier or BomField.SupplierCode) continue;
            var ordinal = 1;
            foreach (var column in group.OrderBy(column => column.Ordinal).ThenBy(column => column.Index)) taken[column.Index] = column with { Ordinal = ordinal++ };
        }
    }

    /// <summary>A column of designators under a heading that nobody knows.</summary>
    private static BomColumn? DesignatorsByContent(Table table, HeaderRow<BomField> header, TableRow[] sample, ImmutableArray<BomColumn> found)
    {
        var width = table.Rows.Skip(header.Index).Take(SampleRows).Max(row => row.Cells.Length);
        var structured = found.Any(column => column.Field == BomField.Parent);
        var best = (Column: -1, Share: 0.6);
        for (var c = 0; c < width; c++)
        {
            if (found.Any(column => column.Index == c && column.Field is BomField.Mpn or BomField.Quantity or BomField.Footprint)) continue;
            // P-1 and PCBA-200 are numbers of parts where a column names their parents.
            if (structured && found.Any(column => column.Index == c && column.Field is BomField.Parent or BomField.InternalNumber)) continue;
            var share = DesignatorShape.Share(sample.Select(row => row[c]));
            if (share > best.Share) best = (c, share);
        }
        return best.Column < 0 || !DesignatorShape.IsOfSeveralClasses(sample.Select(row => row[best.Column])) ? null : new BomColumn(best.Column, best.Column < header.Headings.Length ? header.Headings[best.Column] : "", BomField.Designators, 1, "");
    }
}
