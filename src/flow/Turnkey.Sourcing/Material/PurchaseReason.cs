using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>Why a part is bought where it is, in a sentence.</summary>
internal static class PurchaseReason
{
    public static string Of(PartNeed need, ImmutableArray<OrderedPart> orders, ImmutableArray<SupplierOrder> all, LandingTerms landing)
    {
        if (orders.IsEmpty) return need.ToOrder == 0 && !need.Draws.IsEmpty ? $"all of it is on stock: {string.Join(", ", need.Draws.Select(Draw))}" : "";
        var from = need.Draws.IsEmpty ? "" : $"; {string.Join(", ", need.Draws.Select(Draw))}";
        return (need.First.Part.Generic is null ? "" : $"proposed for {need.First.Name}, to be confirmed; ") + Maker(need) + Why() + Added() + from;

        string Added()
        {
            var filled = all.Where(order => order.Added is not null && orders.Any(own => need.Candidates.Any(one => one.Offer == own.Offer && one.Supplier == order.Key))).ToArray();
            return string.Concat(filled.Select(order => FormattableString.Invariant(
                $"; the order at {order.Supplier} has {order.Added!.Pieces} pieces for {Amount(order.Added.Cost)} {landing.Currency} that nobody needs, to reach its minimum of {Amount(order.MinimumOrderValue!.Value)}")
                + (order.Added.WithoutSupplier is { } extra ? $"; without {order.Supplier} everything costs {Amount(extra)} more" : "")));
        }

        string Why()
        {
            var suppliers = need.Candidates.Select(one => one.Supplier).Distinct(StringComparer.Ordinal).Count();
            if (need.Candidates.Length == 1) return "the only offer";
            var alone = need.Candidates.Select(one => (one.Offer, one.Supplier, Way: one.Cheapest(need))).MinBy(one => one.Way.Cost);
            var paid = orders.Sum(order => order.Cost.Likely);
            if (orders.Length > 1)
            {
                var ended = orders.FirstOrDefault(order => order.LeadTimeDays == 0 && order.Offer.Stock == order.Quantity);
                return ended is not null
                    ? FormattableString.Invariant($"{ended.Offer.Supplier} has {ended.Quantity} on stock, the rest comes from {string.Join(" and ", orders.Where(order => order != ended).Select(order => order.Offer.Supplier))}")
                    : $"{orders.Length} purchases together cost less than one";
            }
            if (paid <= alone.Way.Cost) return FormattableString.Invariant($"lowest landed cost of {need.Candidates.Length} offers by {suppliers} supplier{(suppliers == 1 ? "" : "s")}");
            var dearer = $"{Amount(paid - alone.Way.Cost)} {landing.Currency} dearer than {alone.Offer.Supplier} by itself";
            if (alone.Offer.Stock is { } stock && stock < alone.Way.Quantity) return FormattableString.Invariant($"{dearer}, which has {stock} on stock");
            var chosen = need.Candidates.First(one => one.Offer == orders[0].Offer);
            var own = all.First(order => order.Key == chosen.Supplier);
            if (own.MinimumOrderValue is { } least && own.Value >= least && own.Value - (orders[0].Quantity * chosen.At(orders[0].Quantity).Value) < least)
                return $"{dearer}, and counts towards the minimum order of {Amount(least)} {landing.Currency} at {own.Supplier}";
            if (all.Any(order => order.Key == alone.Supplier)) return $"{dearer}: time, risk or handling weigh more";
            var other = LandedCost.Order(alone.Supplier, landing);
            return $"{dearer}, where nothing else is bought: an order there costs {Amount(other.Fixed.Likely)} {landing.Currency} in fees{(other.Minimum is { Amount: > 0 } minimum ? $" and needs a value of {Amount(minimum.Amount)}" : "")}";
        }
    }

    private static string Maker(PartNeed need) => need.First.Part.Makers is [var proposed, ..] makers
        ? FormattableString.Invariant($"{proposed.Maker.Canonical} is proposed of {makers.Length} makers that sell this number, to be confirmed; ") : "";

    private static string Draw(StockDraw draw) => FormattableString.Invariant($"{draw.Pieces} from {(draw.Stock.Owner == Offers.StockOwner.Customers ? "the customer's" : "our")} stock");

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
