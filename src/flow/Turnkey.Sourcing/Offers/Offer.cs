using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers;

/// <summary>What a supplier asks for a part.</summary>
/// <param name="Supplier">Who sells; the file's name where the table does not say.</param>
/// <param name="Manufacturer">Null when not said.</param>
/// <param name="Mpn">Manufacturer part number; null when only the supplier's code is given.</param>
/// <param name="SupplierCode">The supplier's own code; null when not said.</param>
/// <param name="Breaks">Ascending by quantity, at least one; all in one currency.</param>
/// <param name="Minimum">Least order, at least 1.</param>
/// <param name="Multiple">Order multiple, at least 1.</param>
/// <param name="Stock">Pieces on hand; null when not said, which is not zero.</param>
/// <param name="LeadTimeDays">Calendar days when not on stock; null when not said.</param>
/// <param name="Date">When it was made or until when it holds; null makes it a price list.</param>
/// <param name="Source">File.</param>
/// <param name="Row">Row in it, from 1.</param>
public sealed record Offer(
    string Supplier,
    string? Manufacturer,
    PartNumber? Mpn,
    PartNumber? SupplierCode,
    ImmutableArray<PriceBreak> Breaks,
    long Minimum,
    long Multiple,
    long? Stock,
    int? LeadTimeDays,
    OfferDate? Date,
    string Source,
    int Row)
{
    /// <summary>A supplier and a date make an offer; without a date it is a price list.</summary>
    public PriceBasis Basis => Date is null ? PriceBasis.PriceList : PriceBasis.Offer;

    public Currency Currency => Breaks[0].UnitPrice.Currency;
}

/// <param name="Quantity">From this quantity on, for all units of the purchase.</param>
/// <param name="UnitPrice">Per piece.</param>
public sealed record PriceBreak(long Quantity, Money UnitPrice);

/// <param name="Day">In the file's words, normalised to yyyy-MM-dd.</param>
/// <param name="IsEnd">True for "valid until", false for the day it was made.</param>
public sealed record OfferDate(DateOnly Day, bool IsEnd);
