using System.Collections.Immutable;
using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Names what a seller's minimum or reel leaves over where it is more than the order needs: what it costs, whether it can go back, and what the needed pieces
/// would cost by the price of their class. It is bought all the same, for a quote must be one that can be delivered; a strip of tape or another part is the
/// buyer's choice, and whose the rest is the customer's.
/// </summary>
internal static class DearLeftovers
{
    /// <param name="parts">As they are bought.</param>
    /// <param name="request">For its thresholds and its plant's prices of classes.</param>
    /// <param name="log">Takes a warning where the leftovers of a part are a large share of all that is bought (the risk <c>excess</c>), else a note.</param>
    public static void Tell(ImmutableArray<(PartNeed Need, PartPurchase Purchase)> parts, SourcingRequest request, BomLog log)
    {
        var all = parts.Sum(part => part.Purchase.Orders.Sum(order => order.Cost.Likely));
        foreach (var (need, purchase) in parts.Where(part => part.Purchase.Excess > 0 && part.Purchase.Excess >= part.Need.ToOrder))
        {
            var order = purchase.Orders.MaxBy(one => one.Quantity)!;
            var text = FormattableString.Invariant($"{need.Name}: {order.Offer.Supplier} sells {purchase.Orders.Sum(one => one.Quantity)} pieces for {purchase.Orders.Sum(one => one.Cost.Likely):0.00} {request.Currency}, and {need.ToOrder} are needed: {purchase.Excess} are left over for {purchase.ExcessCost.Likely:0.00}{Returned(purchase)}. ")
                + $"{Estimated(need, request)}Agree with the customer whose they are, ask for cut tape, or have another part approved";
            if (all > 0 && purchase.ExcessCost.Likely * 100m > all * request.Tables.Thresholds.Limit("excess")) log.Warning("sourcing.minimum-too-large", need.First.Line, text);
            else log.Info("sourcing.minimum-too-large", need.First.Line, text);
        }
    }

    private static string Returned(PartPurchase purchase) => purchase.ExcessNonCancellable switch { true => ", and cannot be returned", false => "", null => ", and whether they can be returned is not said" };

    private static string Estimated(PartNeed need, SourcingRequest request)
    {
        if (need.First.OffersOnly || ClassPrice.Of(request.Plant, need.First.Kind.Class) is not { } estimate) return "";
        Spread cost = estimate.At(need.ToOrder).Each * need.ToOrder;
        return FormattableString.Invariant($"By the plant's price of a {need.First.Kind.Class} the needed pieces alone would be about {cost.Likely:0.00} (up to {cost.High:0.00}). ");
    }
}
