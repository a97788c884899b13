using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers;

/// <summary>One row of a bare-board price matrix: what a board of at most this size costs from this quantity on.</summary>
/// <param name="Supplier">Who sells; the file's name where the table does not say.</param>
/// <param name="Layers">Copper layers it holds for.</param>
/// <param name="Quantity">From this many boards on.</param>
/// <param name="LargestArea">Square millimetres per board up to which it holds; null: any (needs <paramref name="PerArea"/>).</param>
/// <param name="Finish">Surface finish it holds for; empty: any.</param>
/// <param name="UnitPrice">Per board, or per square metre of board when <paramref name="PerArea"/>.</param>
/// <param name="PerArea">The price is per square metre.</param>
/// <param name="SetUp">Once per order; zero when the table has none.</param>
/// <param name="LeadTimeDays">Working days; null when not said.</param>
public sealed record BoardPrice(
    string Supplier,
    int Layers,
    long Quantity,
    decimal? LargestArea,
    string Finish,
    Money UnitPrice,
    bool PerArea,
    Money SetUp,
    int? LeadTimeDays,
    OfferDate? Date,
    string Source,
    int Row)
{
    public PriceBasis Basis => Date is null ? PriceBasis.PriceList : PriceBasis.Offer;
}
