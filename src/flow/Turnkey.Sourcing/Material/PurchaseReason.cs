using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>Why a part is bought where it is, in a sentence.</summary>
internal static class PurchaseReason
{
    public static string Of(ChosenPurchase chosen, ImmutableArray<OrderedPart> orders, ImmutableArray<SupplierOrder> all, LandingTerms landing)
    {
        var need = chosen.Need;
        if (orders.IsEmpty) return need.ToOrder == 0 && !need.Draws.IsEmpty ? $"all of it is on stock: {string.Join(", ", need.Draws.Select(Draw))}" : "";
        var from = need.Draws.IsEmpty ? "" : $"; {string.Join(", ", need.Draws.Select(Draw))}";
        var generic = string.Join(" and ", need.Parts.Where(part => part.First.Part.Generic is not null).Select(part => part.First.Name).Distinct(StringComparer.Ordinal));
        return Several(need) + (generic.Length == 0 ? "" : $"proposed for {generic}, to be confirmed; ") + Maker(need) + Endings(need, orders) + Why() + Joined() + Added() + from;

        string Joined() => string.Concat(chosen.Ways.Where(one => one.Joined > 0).Select(one =>
            FormattableString.Invariant($"; {one.Together} of {one.Way.Offer.Supplier} are one purchase with {string.Join(" and ", one.With.Distinct(StringComparer.Ordinal))}, which it does for as well")));

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
            if (chosen.Ways.FirstOrDefault(one => one.Way.Candidate.IsReserve) is { } last && need.Candidates.Any(one => !one.IsReserve))
                return $"{last.Way.Offer.Supplier} is the last resort: the others do not have enough in time";
            var alone = need.Candidates.Select(one => (Candidate: one, one.Offer, one.Supplier, Way: one.Cheapest(need))).MinBy(one => one.Way.Cost);
            var paid = orders.Sum(order => order.Cost.Likely);
            if (orders.Length > 1) return Split(alone.Candidate, alone.Way.Cost, paid);
            if (paid <= alone.Way.Cost) return FormattableString.Invariant($"lowest landed cost of {need.Candidates.Length} offers by {suppliers} supplier{(suppliers == 1 ? "" : "s")}");
            var dearer = $"{Amount(paid - alone.Way.Cost)} {landing.Currency} dearer than {alone.Offer.Supplier} by itself";
            if (alone.Offer.Stock is { } stock && stock < alone.Way.Quantity) return FormattableString.Invariant($"{dearer}, which has {stock} on stock");
            var taken = chosen.Ways[0];
            var own = all.First(order => order.Key == taken.Way.Supplier);
            if (own.MinimumOrderValue is { } least && own.Value >= least && own.Value - taken.Value < least)
                return $"{dearer}, and counts towards the minimum order of {Amount(least)} {landing.Currency} at {own.Supplier}";
            if (all.Any(order => order.Key == alone.Supplier)) return $"{dearer}: time, risk or handling weigh more";
            var other = LandedCost.Order(alone.Supplier, landing);
            return $"{dearer}, where nothing else is bought: an order there costs {Amount(other.Fixed.Likely)} {landing.Currency} in fees{(other.Minimum is { Amount: > 0 } minimum ? $" and needs a value of {Amount(minimum.Amount)}" : "")}";
        }

        // Of several purchases: what they cost against one, without the fees of orders.
        string Split(Candidate alone, decimal one, decimal paid)
        {
            var more = paid > one ? $"{Amount(paid - one)} {landing.Currency} more than from {alone.Offer.Supplier} alone" : $"{Amount(one - paid)} {landing.Currency} less than from {alone.Offer.Supplier} alone";
            if (need.Dual) return $"from two suppliers, as asked, for {more}";
            if (orders.FirstOrDefault(order => order.LeadTimeDays == 0 && order.Offer.Stock == order.Quantity + order.Joined) is { } ended)
                return FormattableString.Invariant($"{ended.Offer.Supplier} has {ended.Quantity + ended.Joined} on stock, the rest comes from {string.Join(" and ", orders.Where(order => order != ended).Select(order => order.Offer.Supplier).Distinct(StringComparer.Ordinal))}");
            return paid <= one ? $"{orders.Length} purchases together cost {more}"
                : alone.Offer.Stock is { } stock && stock < need.ToOrder ? FormattableString.Invariant($"{orders.Length} purchases for {more}, which has {stock} on stock")
                : $"{orders.Length} purchases for {more}: minimum orders, time, risk or handling weigh more";
        }
    }

    /// <summary>How many pieces of the purchase each part needs, where it is for several.</summary>
    private static string Several(PartNeed need) => need.Parts.Length == 1 ? ""
        : $"one purchase for {string.Join(" and ", need.Parts.Select(part => FormattableString.Invariant($"{part.First.Name} ({part.Demand})")))}, which the same offers do for; ";

    private static string Maker(PartNeed need) => need.First.Part.Makers is [var proposed, ..] makers
        ? FormattableString.Invariant($"{proposed.Maker.Canonical} is proposed of {makers.Length} makers that sell this number, to be confirmed; ") : "";

    /// <summary>A number that differs from the line's in its ending alone is a choice.</summary>
    private static string Endings(PartNeed need, ImmutableArray<OrderedPart> orders) => string.Concat(orders.Select(order => PurchaseWriting.OtherEnding(need.First, order.Offer) is { } ending
        ? $"{order.Offer.Mpn} is taken for {ending.Asked}{(ending.Meaning.Length > 0 ? $" ({ending.Meaning})" : "")}, to be confirmed; " : "").Distinct(StringComparer.Ordinal));

    private static string Draw(StockDraw draw) => FormattableString.Invariant($"{draw.Pieces} from {(draw.Stock.Owner == Offers.StockOwner.Customers ? "the customer's" : "our")} stock");

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
