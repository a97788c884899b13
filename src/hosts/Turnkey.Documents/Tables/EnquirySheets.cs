using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Sourcing.Enquiries;

namespace Turnkey.Documents.Tables;

/// <summary>The sheet that goes out to a supplier and comes back filled in (read by <see cref="EnquiryReply"/>, or as any price list).</summary>
public static class EnquirySheets
{
    /// <summary>The workbook of an enquiry; its name says the number and the supplier.</summary>
    public static TableFile Write(Enquiry enquiry)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        return new TableFile($"enquiry-{TableFile.NamePart(enquiry.Number)}-{TableFile.NamePart(enquiry.Supplier)}.xlsx", WorkbookWriter.Write(Of(enquiry), Notes(enquiry), Record(enquiry)));
    }

    private static Sheet Of(Enquiry enquiry)
    {
        var columns = EnquiryColumns.Of(enquiry);
        return new Sheet("Enquiry", [.. columns.Select(Column)], [.. enquiry.Lines.Select(line => columns.Select(column => Cell(enquiry, line, column)).ToImmutableArray())]);
    }

    private static SheetColumn Column(string header) => new(header, header is EnquiryColumns.Description or EnquiryColumns.Alternates or EnquiryColumns.Remarks ? 36 : header is EnquiryColumns.Mpn or EnquiryColumns.AskedMpn
        or EnquiryColumns.AskedManufacturer or EnquiryColumns.Manufacturer or EnquiryColumns.SupplierCode ? 22 : Math.Max(10, header.Length + 2), !EnquiryColumns.Asked.Contains(header, StringComparer.Ordinal) && EnquiryColumns.QuantityNumber(header) == 0);

    private static SheetCell Cell(Enquiry enquiry, EnquiryLine line, string column) => column switch
    {
        EnquiryColumns.Line => SheetCell.Of(line.Number),
        EnquiryColumns.Reference => SheetCell.Of(line.Reference),
        EnquiryColumns.Description => SheetCell.Of(line.Description),
        EnquiryColumns.AskedManufacturer or EnquiryColumns.Manufacturer => SheetCell.Of(line.Manufacturer),
        EnquiryColumns.AskedMpn => SheetCell.Of(line.Mpn?.Text ?? EnquiryColumns.ByDescription),
        EnquiryColumns.Mpn => SheetCell.Of(line.Mpn?.Text),
        EnquiryColumns.Alternates => SheetCell.Of(string.Join("; ", line.Alternates)),
        EnquiryColumns.PerYear => line.PerYear > 0 ? SheetCell.Of(line.PerYear) : SheetCell.Empty,
        EnquiryColumns.PerRelease => line.PerRelease > 0 ? SheetCell.Of(line.PerRelease) : SheetCell.Empty,
        EnquiryColumns.TargetPrice => SheetCell.Of(line.TargetPrice?.ToString()),
        EnquiryColumns.Supplier => SheetCell.Of(enquiry.Supplier),
        EnquiryColumns.Currency => SheetCell.Of(enquiry.Currency?.Code),
        _ when EnquiryColumns.QuantityNumber(column) is var number and > 0 && number <= enquiry.QuantitiesOf(line).Length => SheetCell.Of(enquiry.QuantitiesOf(line)[number - 1]),
        _ => SheetCell.Empty,
    };

    private static Sheet Notes(Enquiry enquiry)
    {
        (string What, string How)[] notes =
        [
            (EnquiryColumns.NumberNote, enquiry.Number),
            (EnquiryColumns.ToNote, enquiry.Supplier),
            (EnquiryColumns.MadeNote, Day(enquiry.Made)),
            (EnquiryColumns.CurrencyNote, enquiry.Currency?.Code ?? "yours"),
            (EnquiryColumns.QuantitiesNote, "the quantities that each line names; leave the prices empty where it names none"),
            (EnquiryColumns.ReplyByNote, enquiry.ReplyBy is { } day ? Day(day) : "as soon as you can"),
            ("Shaded columns", "are for you to fill in; please leave the others, and the headings, as they are"),
            ("Another part", "write its manufacturer and number into the columns Manufacturer and MPN; approved alternates are listed in the line"),
            ("Asked 'by description'", "any part will do that meets the description: write its manufacturer and number into the columns Manufacturer and MPN"),
            ("No bid", "leave the prices empty"),
            ("Prices", "per piece, net, from that quantity on"),
            ("Dates", "as 2026-01-31"),
            ("NCNR", "yes where the parts cannot be cancelled or returned, else no"),
            ("Several offers for a line", "copy the row"),
            ("Sheet 'Asked'", "is our record of what was asked; please leave it as it is"),
        ];
        return new Sheet("Notes", [new SheetColumn("What", 26), new SheetColumn("How", 90)], [.. notes.Select(note => (ImmutableArray<SheetCell>)[SheetCell.Of(note.What), SheetCell.Of(note.How)])]);
    }

    /// <summary>What was asked once more, so that a sheet that comes back shows what was changed in it. A row for each part, and for each approved in its place.</summary>
    private static Sheet Record(Enquiry enquiry) => new("Asked",
        [.. new[] { EnquiryColumns.Line, EnquiryColumns.RecordedPart, EnquiryColumns.Manufacturer, EnquiryColumns.Mpn, EnquiryColumns.Reference, EnquiryColumns.Description, EnquiryColumns.PerYear, EnquiryColumns.PerRelease, EnquiryColumns.RecordedQuantities }.Select(header => new SheetColumn(header, 22))],
        [.. enquiry.Lines.SelectMany(line => line.Alternates.Select(part => Recorded(enquiry, line, "alternate", part.Manufacturer, part.Mpn.Text)).Prepend(Recorded(enquiry, line, "asked", line.Manufacturer, line.Mpn?.Text ?? EnquiryColumns.ByDescription)))]);

    private static ImmutableArray<SheetCell> Recorded(Enquiry enquiry, EnquiryLine line, string part, string? manufacturer, string mpn) =>
        [SheetCell.Of(line.Number), SheetCell.Of(part), SheetCell.Of(manufacturer), SheetCell.Of(mpn), SheetCell.Of(line.Reference), SheetCell.Of(line.Description), SheetCell.Of(line.PerYear), SheetCell.Of(line.PerRelease),
            SheetCell.Of(string.Join("; ", enquiry.QuantitiesOf(line).Select(quantity => quantity.ToString(CultureInfo.InvariantCulture))))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
