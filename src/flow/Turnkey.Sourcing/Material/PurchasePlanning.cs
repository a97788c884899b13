using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Buys all parts together at the least landed cost: the ways to use each offer (<see cref="PurchaseWay"/>) become a problem (<see cref="ProblemWriting"/>) for
/// the optimiser, which knows of whole orders (fees, minimum order values) what a part alone cannot, and its answer purchases with their reasons
/// (<see cref="PurchaseWriting"/>).
/// </summary>
internal static class PurchasePlanning
{
    /// <param name="needs">Parts with something to order; each has candidates.</param>
    /// <returns>One purchase per part, in the same order; the orders and the proof.</returns>
    public static PlannedPurchases Plan(IReadOnlyList<PartNeed> needs, SourcingRequest request, PartIdentities parts, LandingTerms landing, BomLog log)
    {
        var writing = new ProblemWriting(request, landing, log);
        var ordered = needs.Where(need => need.ToOrder > 0).Select(need => (Need: need, Ways: PurchaseWay.Of(need, request))).ToArray();
        var problem = writing.Write(ordered);
        if (ordered.Length == 0) return Written(null, []);
        if (problem.Fault() is { } fault)
        {
            log.Error("sourcing.not-reckoned", ordered[0].Need.First.Line, $"the purchase is beyond what is reckoned with: {fault}. Check quantities and prices, or reckon in a currency of larger units");
            return Written(null, ordered.Select(part => new ChosenPurchase(part.Need, [], part.Need.ToOrder, null)));
        }
        var (remaining, answer, leftOut) = ReachableMinimums.Solve(problem);
        foreach (var closed in leftOut.Select(i => problem.Suppliers[i]))
        {
            var (need, ways) = ordered.First(part => part.Ways.Any(way => way.Supplier == closed.Name));
            log.Warning("sourcing.minimum-order", need.First.Line, FormattableString.Invariant(
                $"no way to buy meets the minimum orders of all suppliers that are needed; {ways.First(way => way.Supplier == closed.Name).Offer.Supplier} ({MicroUnits.Amount(closed.MinimumOrderValue):0.00} {landing.Currency} at least) is left out. Ask it for less, or have other parts approved"));
        }
        var bought = answer.Purchases.ToLookup(one => one.Line);
        var missing = answer.Shortfalls.ToDictionary(one => one.Line, one => one.Missing > 0 ? one.Missing : ordered[one.Line].Need.ToOrder);
        var others = OtherWays.Of(remaining, answer, [.. ordered.Select(part => part.Ways)]);
        return Written(answer, ordered.Select((part, i) => new ChosenPurchase(part.Need, [.. bought[i].Select(one => new ChosenWay(part.Ways[one.Offer], one.Quantity))], missing.GetValueOrDefault(i), others.GetValueOrDefault(i))));

        PlannedPurchases Written(PurchaseAnswer? found, IEnumerable<ChosenPurchase> chosen)
        {
            var byNeed = chosen.ToDictionary(one => one.Need);
            ImmutableArray<ChosenPurchase> all = [.. needs.Select(need => byNeed.GetValueOrDefault(need) ?? new ChosenPurchase(need, [], 0, null))];
            var orders = SupplierOrders.Of(all.SelectMany(one => one.Ways), landing);
            var purchase = new PurchaseWriting(request, parts, landing, log, orders);
            ImmutableArray<(PartNeed, PartPurchase)> written = [.. all.Select(purchase.Write)];
            return new(written, orders, found is null || all.All(one => one.Ways.IsEmpty) ? null : Proof(found, byNeed.Keys.Sum(need => writing.Credit(need) * need.ToOrder), written, orders));
        }
    }

    private static PlanProof Proof(PurchaseAnswer answer, decimal credited, ImmutableArray<(PartNeed Need, PartPurchase Purchase)> parts, ImmutableArray<SupplierOrder> orders)
    {
        var money = parts.Sum(part => part.Purchase.Orders.Sum(order => order.Cost.Likely)) + orders.Sum(order => order.Fees.Likely);
        var (objective, bound) = (MicroUnits.Amount(answer.Cost) + credited, MicroUnits.Amount(answer.LowerBound) + credited);
        return new(objective, bound, objective - money);
    }
}

/// <param name="Parts">Needs as they are after feeding is chosen, with their purchases.</param>
/// <param name="Orders">By supplier.</param>
/// <param name="Proof">Null when nothing is bought.</param>
internal sealed record PlannedPurchases(ImmutableArray<(PartNeed Need, PartPurchase Purchase)> Parts, ImmutableArray<SupplierOrder> Orders, PlanProof? Proof);

/// <param name="Ways">What was chosen; empty where nothing is bought.</param>
/// <param name="Missing">Pieces that cannot be had.</param>
/// <param name="Other">The next best.</param>
internal sealed record ChosenPurchase(PartNeed Need, ImmutableArray<ChosenWay> Ways, long Missing, OtherWay? Other);

/// <param name="Way">How.</param>
/// <param name="Useful">Pieces that cover the need.</param>
internal sealed record ChosenWay(PurchaseWay Way, long Useful)
{
    /// <summary>Pieces bought.</summary>
    public long Quantity => Useful + Way.Peeled;

    public decimal Value => Quantity * Way.Candidate.At(Quantity).Value;
}
