using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers;

/// <summary>What a supplier asks for a part. What is not said is null or <c>Unknown</c>, never zero and never a guess.</summary>
/// <param name="Supplier">Who sells; the file's name where the table does not say.</param>
/// <param name="Manufacturer">Null when not said.</param>
/// <param name="Mpn">Manufacturer part number; null when only the supplier's code is given.</param>
/// <param name="SupplierCode">The supplier's own code; null when not said.</param>
/// <param name="Breaks">Ascending by quantity, at least one; all in one currency.</param>
/// <param name="Minimum">Least order in pieces, at least 1; null when not said, which is not one (see <see cref="LeastOrder"/>).</param>
/// <param name="Multiple">Order multiple in pieces, at least 1; null when not said.</param>
/// <param name="Stock">Pieces on hand; null when not said, which is not zero.</param>
/// <param name="LeadTimeDays">Calendar days when not on stock; null when not said.</param>
/// <param name="Date">When it was made and until when it holds; null makes it a price list.</param>
/// <param name="Source">File, or the interface and question it answered.</param>
/// <param name="Row">Row in the file, from 1; 0 for an interface's answer.</param>
public sealed record Offer(
    string Supplier,
    string? Manufacturer,
    PartNumber? Mpn,
    PartNumber? SupplierCode,
    ImmutableArray<PriceBreak> Breaks,
    long? Minimum,
    long? Multiple,
    long? Stock,
    int? LeadTimeDays,
    OfferDate? Date,
    string Source,
    int Row)
{
    /// <summary>In the supplier's words; empty when not said.</summary>
    public string Description { get; init; } = "";

    public Packaging Packaging { get; init; }

    /// <summary>Paid once per purchase for winding cut tape on a reel (Digi-Reel, MouseReel); null when there is none.</summary>
    public Money? ReelingFee { get; init; }

    /// <summary>Country of origin, ISO 3166-1 alpha-2; null when not known, which is a risk and a range of duty.</summary>
    public string? Origin { get; init; }

    /// <summary>Tariff classification as digits and points, most often the HTS code of the United States; null when not said.</summary>
    public string? TariffCode { get; init; }

    /// <summary>Not cancellable, not returnable; null when not said.</summary>
    public bool? NonCancellable { get; init; }

    public Lifecycle Lifecycle { get; init; }

    /// <summary>Last day on which the manufacturer takes orders; null when not said.</summary>
    public DateOnly? LastBuy { get; init; }

    public SupplyChannel Channel { get; init; }

    /// <summary>Number of the quotation this price was given in; empty when it was not.</summary>
    public string QuoteNumber { get; init; } = "";

    /// <summary>The customer whose contract this price belongs to; empty when it is open to all.</summary>
    public string Customer { get; init; } = "";

    /// <summary>A supplier and a date make an offer; without a date it is a price list.</summary>
    public PriceBasis Basis => Date is null ? PriceBasis.PriceList : PriceBasis.Offer;

    public Currency Currency => Breaks[0].UnitPrice.Currency;

    /// <summary>
    /// Pieces below which nothing is sold: the minimum, and never below the first price break, which is all there is where no minimum is said.
    /// </summary>
    public long LeastOrder => Math.Max(Minimum ?? 1, Breaks[0].Quantity);
}

/// <param name="Quantity">From this quantity on, for all units of the purchase.</param>
/// <param name="UnitPrice">Per piece.</param>
public sealed record PriceBreak(long Quantity, Money UnitPrice);

/// <summary>The days of an offer; at least one of them is said.</summary>
/// <param name="Made">The day it was made or answered; null when not said.</param>
/// <param name="Until">The last day it holds; null when not said.</param>
public sealed record OfferDate(DateOnly? Made, DateOnly? Until)
{
    public override string ToString() => Until is { } until ? $"valid until {until:yyyy-MM-dd}" : $"of {Made:yyyy-MM-dd}";
}
