using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>Purchases seen from the suppliers: one order each, with its fees.</summary>
internal static class SupplierOrders
{
    public static ImmutableArray<SupplierOrder> Of(IEnumerable<ChosenWay> chosen, LandingTerms landing) =>
    [
        .. chosen.GroupBy(one => one.Way.Supplier, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var order = LandedCost.Order(group.Key, landing);
            // A supplier without a row of terms keeps the name that its offers give it.
            var name = order.Terms.Supplier == order.Supplier ? order.Supplier : group.Select(one => one.Way.Offer.Supplier).Order(StringComparer.Ordinal).First();
            var value = group.Sum(one => one.Value);
            return new SupplierOrder(name, group.Count(one => one.IsLead), value, order.FixedOf(value), order.Minimum?.Amount, order.Terms.Source)
            {
                FreightFree = order.IsFreightFree(value),
                Key = group.Key,
                Assumed = order.Terms.Assumed,
                NotReckoned = order.NotReckoned,
            };
        }),
    ];
}
