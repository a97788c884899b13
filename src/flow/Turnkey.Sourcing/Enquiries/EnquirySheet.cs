using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Enquiries;

/// <summary>A sheet of an enquiry among what suppliers sent, with what was asked in it.</summary>
/// <param name="Enquiry">As it went out, where the workbook still has our record of it; else as far as the sheet itself says it.</param>
/// <param name="Table">The sheet that the supplier fills in.</param>
/// <param name="IsRecorded">What the supplier changed of the question can be told.</param>
public sealed record EnquirySheet(Enquiry Enquiry, OfferTable Table, bool IsRecorded)
{
    /// <summary>Lines beyond this are not read.</summary>
    private const int MostLines = 20_000;

    private const int HeaderSearch = 40;
    private const int MostQuantities = 100;

    /// <summary>Told by the headings of what we ask; null when none of the tables has them.</summary>
    /// <param name="workbook">The tables of one file, in their order.</param>
    public static EnquirySheet? Find(IReadOnlyList<OfferTable> workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        if (workbook.FirstOrDefault(table => Header(table) is not null) is not { } sheet) return null;
        var notes = Notes(workbook);
        var recorded = workbook.Select(Recorded).FirstOrDefault(lines => !lines.IsDefaultOrEmpty);
        var (row, columns) = Header(sheet)!.Value;
        ImmutableArray<long> quantities = [.. (notes.GetValueOrDefault(EnquiryColumns.QuantitiesNote)?.Split(';').Select(NumberColumn.Whole) ?? PriceColumns(sheet.Rows[row])).OfType<long>().Where(quantity => quantity > 0).Distinct().Order().Take(MostQuantities)];
        var enquiry = new Enquiry(
            Short(notes.GetValueOrDefault(EnquiryColumns.NumberNote, "")), Short(notes.GetValueOrDefault(EnquiryColumns.ToNote) ?? Column(sheet, row, columns, EnquiryColumns.Supplier).FirstOrDefault(name => name.Length > 0) ?? ""),
            Day(notes.GetValueOrDefault(EnquiryColumns.MadeNote)) ?? default, Day(notes.GetValueOrDefault(EnquiryColumns.ReplyByNote)), Currency.Parse(notes.GetValueOrDefault(EnquiryColumns.CurrencyNote) ?? ""),
            quantities.IsEmpty ? [1] : quantities, recorded.IsDefaultOrEmpty ? Asked(sheet, row, columns) : recorded);
        return enquiry.Lines.IsEmpty ? null : new(enquiry, sheet, !recorded.IsDefaultOrEmpty);
    }

    /// <summary>The row with the headings of what we ask, from 0, and the columns by their keys; null when there is none.</summary>
    internal static (int Row, Dictionary<string, int> Columns)? Header(OfferTable table) => Header(table, EnquiryColumns.Line, EnquiryColumns.AskedMpn);

    private static (int Row, Dictionary<string, int> Columns)? Header(OfferTable table, params ReadOnlySpan<string> needed)
    {
        for (var i = 0; i < Math.Min(HeaderSearch, table.Rows.Count); i++)
        {
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var c = 0; c < table.Rows[i].Count; c++) columns.TryAdd(OfferColumns.Key(table.Rows[i][c] ?? ""), c);
            var all = true;
            foreach (var heading in needed) all &= columns.ContainsKey(OfferColumns.Key(heading));
            if (all) return (i, columns);
        }
        return null;
    }

    /// <summary>The lines of our record: a row for each part asked for, and below it one for each part approved in its place.</summary>
    private static ImmutableArray<EnquiryLine> Recorded(OfferTable table)
    {
        if (Header(table, EnquiryColumns.Line, EnquiryColumns.RecordedPart, EnquiryColumns.Mpn) is not { } header) return default;
        var lines = new List<EnquiryLine>();
        var known = new Dictionary<int, int>();
        foreach (var row in table.Rows.Skip(header.Row + 1))
        {
            string Cell(string column) => EnquirySheet.Cell(row, header.Columns, column);
            if (Line(Cell(EnquiryColumns.Line)) is not { } number || !TryNumber(Cell(EnquiryColumns.Mpn), out var mpn)) continue;
            var maker = Cell(EnquiryColumns.Manufacturer) is { Length: > 0 } named ? Short(named) : null;
            if (known.TryGetValue(number, out var at))
            {
                if (mpn is { } alternate) lines[at] = lines[at] with { Alternates = lines[at].Alternates.Add(new(maker, alternate)) };
            }
            else if (lines.Count < MostLines)
            {
                known[number] = lines.Count;
                lines.Add(new(number, Short(Cell(EnquiryColumns.Reference)), Short(Cell(EnquiryColumns.Description)), maker, mpn, [], Pieces(Cell(EnquiryColumns.PerYear)), Pieces(Cell(EnquiryColumns.PerRelease)))
                {
                    Quantities = Ascending(Cell(EnquiryColumns.RecordedQuantities).Split(';').Select(Pieces)),
                });
            }
        }
        return [.. lines];
    }

    /// <summary>What the sheet itself says was asked, first row of a line first: the supplier may have written over it.</summary>
    private static ImmutableArray<EnquiryLine> Asked(OfferTable table, int header, Dictionary<string, int> columns)
    {
        var lines = new List<EnquiryLine>();
        foreach (var row in table.Rows.Skip(header + 1).Take(MostLines))
        {
            string Cell(string column) => EnquirySheet.Cell(row, columns, column);
            if (Line(Cell(EnquiryColumns.Line)) is not { } number || !TryNumber(Cell(EnquiryColumns.AskedMpn), out var mpn)) continue;
            lines.Add(new(number, Short(Cell(EnquiryColumns.Reference)), Short(Cell(EnquiryColumns.Description)), Cell(EnquiryColumns.AskedManufacturer) is { Length: > 0 } maker ? Short(maker) : null, mpn,
                [.. Cell(EnquiryColumns.Alternates).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(100).Select(Alternate).OfType<EnquiryPart>()],
                Pieces(Cell(EnquiryColumns.PerYear)), Pieces(Cell(EnquiryColumns.PerRelease)))
            {
                Quantities = Ascending(Enumerable.Range(1, MostQuantities).Select(i => Pieces(Cell(EnquiryColumns.Quantity(i))))),
            });
        }
        return [.. lines.DistinctBy(line => line.Number)];
    }

    /// <summary>A part number, or none where the cell says that any part will do; false where it is neither.</summary>
    private static bool TryNumber(string cell, out PartNumber? mpn)
    {
        var isOpen = cell.Equals(EnquiryColumns.ByDescription, StringComparison.OrdinalIgnoreCase);
        mpn = isOpen ? null : PartNumber.Parse(Short(cell));
        return isOpen || mpn is not null;
    }

    private static ImmutableArray<long> Ascending(IEnumerable<long> quantities) => [.. quantities.Where(quantity => quantity > 0).Distinct().Order().Take(MostQuantities)];

    /// <summary><c>Maker NUMBER</c>: the maker's name may have spaces, the number ends the text.</summary>
    private static EnquiryPart? Alternate(string text)
    {
        var at = text.LastIndexOf(' ');
        return PartNumber.Parse(Short(text[(at + 1)..])) is { } mpn ? new(at > 0 ? Short(text[..at].Trim()) : null, mpn) : null;
    }

    private static Dictionary<string, string> Notes(IReadOnlyList<OfferTable> workbook)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in workbook.SelectMany(table => table.Rows.Take(HeaderSearch)))
        {
            if (row.Count >= 2 && row[0] is { } what && EnquiryColumns.Notes.Contains(what.Trim(), StringComparer.Ordinal) && row[1] is { } how) notes.TryAdd(what.Trim(), how.Trim());
        }
        return notes;
    }

    private static IEnumerable<long?> PriceColumns(IReadOnlyList<string> headings)
    {
        var before = EnquiryColumns.PriceAt(0)[..^1];
        return headings.Where(heading => heading is not null && heading.StartsWith(before, StringComparison.OrdinalIgnoreCase)).Select(heading => NumberColumn.Whole(heading[before.Length..]));
    }

    private static IEnumerable<string> Column(OfferTable table, int header, Dictionary<string, int> columns, string heading) => table.Rows.Skip(header + 1).Select(row => Cell(row, columns, heading));

    private static string Cell(IReadOnlyList<string> row, Dictionary<string, int> columns, string heading) => columns.TryGetValue(OfferColumns.Key(heading), out var at) && at < row.Count ? (row[at] ?? "").Trim() : "";

    private static int? Line(string cell) => NumberColumn.Whole(cell) is { } number and > 0 and <= int.MaxValue ? (int)number : null;

    private static long Pieces(string cell) => NumberColumn.Whole(cell) is { } pieces and > 0 ? pieces : 0;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Short(string text) => text.Length > 120 ? text[..120] : text;
}
