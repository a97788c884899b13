using Turnkey.Kernel;

namespace Turnkey.Sourcing.Offers;

/// <summary>Pieces that are there already and nobody has claimed.</summary>
/// <param name="Owner">Whose they are.</param>
/// <param name="Customer">The customer they belong or are reserved to; empty when anybody's order may use them.</param>
/// <param name="Manufacturer">Null when not said.</param>
/// <param name="Mpn">Manufacturer part number.</param>
/// <param name="Quantity">Pieces, at least 1.</param>
/// <param name="UnitValue">What a piece stands in the books at; null when not said. Customers' pieces cost nothing.</param>
/// <param name="Source">File.</param>
/// <param name="Row">Row in it, from 1.</param>
public sealed record FreeStock(StockOwner Owner, string Customer, string? Manufacturer, PartNumber Mpn, long Quantity, Money? UnitValue, string Source, int Row);

public enum StockOwner
{
    /// <summary>The manufacturer's own.</summary>
    Ours,
    /// <summary>Supplied by the customer, or left over from its orders and paid for.</summary>
    Customers,
}
