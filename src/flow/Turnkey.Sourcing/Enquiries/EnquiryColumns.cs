using System.Collections.Immutable;
using System.Globalization;

namespace Turnkey.Sourcing.Enquiries;

/// <summary>
/// The columns of a request-for-quote sheet. The headings of what the supplier fills in are words that price lists use, so that a filled sheet reads as a price
/// list also where the enquiry is not at hand; those of what is asked are not.
/// </summary>
public static class EnquiryColumns
{
    public const string Line = "Line";
    public const string Reference = "Our reference";
    public const string Description = "Description";
    public const string AskedManufacturer = "Asked manufacturer";
    public const string AskedMpn = "Asked MPN";
    public const string Alternates = "Approved alternates";
    public const string PerYear = "Annual quantity";
    public const string PerRelease = "Release quantity";
    public const string TargetPrice = "Target price";
    public const string Supplier = "Supplier";
    public const string Manufacturer = "Manufacturer";
    public const string Mpn = "MPN";
    public const string SupplierCode = "Supplier part number";
    public const string Currency = "Currency";
    public const string Minimum = "MOQ";
    public const string Multiple = "Order multiple";
    public const string LeadTime = "Lead time weeks";
    public const string Stock = "Stock";
    public const string NonCancellable = "NCNR";
    public const string QuoteDate = "Quote date";
    public const string ValidUntil = "Valid until";
    public const string QuoteNumber = "Quote number";
    public const string Packaging = "Packaging";
    public const string Origin = "Country of origin";
    public const string Remarks = "Remarks";

    /// <summary>In our record of what was asked, which travels in the same workbook: whether a part was asked for or is approved in its place.</summary>
    public const string RecordedPart = "Part";

    /// <summary>Notes of the workbook that say which enquiry it is.</summary>
    public const string NumberNote = "Enquiry";
    public const string ToNote = "To";
    public const string MadeNote = "Made on";
    public const string ReplyByNote = "Please reply by";
    public const string CurrencyNote = "Currency wanted";
    public const string QuantitiesNote = "Prices wanted at";

    /// <summary>What stands in the first column of such notes.</summary>
    public static ImmutableArray<string> Notes { get; } = [NumberNote, ToNote, MadeNote, ReplyByNote, CurrencyNote, QuantitiesNote];

    /// <summary>What is asked; it is to stay as it is.</summary>
    public static ImmutableArray<string> Asked { get; } = [Line, Reference, Description, AskedManufacturer, AskedMpn, Alternates, PerYear, PerRelease, TargetPrice];

    /// <summary>In the place of a number, where any part will do that meets the description.</summary>
    public const string ByDescription = "by description";

    /// <summary>In our record: the quantities that a line names.</summary>
    public const string RecordedQuantities = "Quantities";

    private const string QuantityStem = "Qty ";
    private const string PriceStem = "Price ";

    /// <summary><c>Qty 1</c>: the line's own first quantity.</summary>
    /// <param name="number">From 1.</param>
    public static string Quantity(int number) => QuantityStem + number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>Price 1</c>: per piece, from the quantity beside it on.</summary>
    /// <param name="number">From 1.</param>
    public static string Price(int number) => PriceStem + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which of a line's quantities a column is for, from 1; 0 when it is none of them.</summary>
    public static int QuantityNumber(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return heading.StartsWith(QuantityStem, StringComparison.Ordinal) && int.TryParse(heading.AsSpan(QuantityStem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary><c>Price @ 1000</c>, in sheets with the same quantities for every line.</summary>
    public static string PriceAt(long quantity) => "Price @ " + quantity.ToString(CultureInfo.InvariantCulture);

    /// <summary>All columns of an enquiry in their order.</summary>
    public static ImmutableArray<string> Of(Enquiry enquiry)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        return
        [
            .. Asked, Supplier, Manufacturer, Mpn, SupplierCode, Currency, .. Enumerable.Range(1, enquiry.Lines.Select(line => enquiry.QuantitiesOf(line).Length).DefaultIfEmpty(1).Max()).SelectMany(number => new[] { Quantity(number), Price(number) }),
            Minimum, Multiple, LeadTime, Stock, NonCancellable, QuoteDate, ValidUntil, QuoteNumber, Packaging, Origin, Remarks,
        ];
    }
}
