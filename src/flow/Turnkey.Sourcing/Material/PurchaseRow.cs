using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>A row of a list to order by: what is bought of one offer, for all parts that it is for.</summary>
/// <param name="Offer">Whose, under which code.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Price">Per piece as it stands in the offer, at the break that is reached.</param>
/// <param name="Lines">Indices of the lines in <see cref="MaterialPlan.Lines"/> that it is for.</param>
/// <param name="Name">Of the parts.</param>
public sealed record PurchaseRow(Offer Offer, long Quantity, Money Price, ImmutableArray<int> Lines, string Name)
{
    /// <summary>One per offer, in the order of the purchases; what is on stock and what is waited for of one offer is one row only where it is one purchase.</summary>
    public static ImmutableArray<PurchaseRow> Of(MaterialPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Purchases.SelectMany((purchase, i) => purchase.Orders.Select((order, k) => (Purchase: purchase, Order: order, Key: order.Joined > 0 ? (-1, -1) : (i, k))))
                .GroupBy(one => (one.Order.Offer, one.Order.LeadTimeDays, one.Key))
                .Select(row => new PurchaseRow(row.Key.Offer, row.Sum(one => one.Order.Quantity), row.First().Order.Price, [.. row.SelectMany(one => one.Purchase.Lines)], string.Join(" / ", row.Select(one => one.Purchase.Name).Distinct(StringComparer.Ordinal)))),
        ];
    }
}
