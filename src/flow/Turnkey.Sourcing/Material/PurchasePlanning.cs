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
        if (ordered.Length == 0) return Written(null, null, []);
        if (problem.Fault() is { } fault)
        {
            log.Error("sourcing.not-reckoned", ordered[0].Need.First.Line, $"the purchase is beyond what is reckoned with: {fault}. Check quantities and prices, or reckon in a currency of larger units");
            return Written(null, null, ordered.Select(part => new ChosenPurchase(part.Need, [], part.Need.ToOrder, null)));
        }
        ImmutableArray<ImmutableArray<PurchaseWay>> allWays = [.. ordered.Select(part => part.Ways)];
        var (remaining, answer, leftOut) = SharedStock.Solve(problem, allWays);
        foreach (var closed in leftOut.Select(i => problem.Suppliers[i]))
        {
            var (need, ways) = ordered.First(part => part.Ways.Any(way => way.Supplier == closed.Name));
            log.Warning("sourcing.minimum-order", need.First.Line, FormattableString.Invariant(
                $"no way to buy meets the minimum orders of all suppliers that are needed; {ways.First(way => way.Supplier == closed.Name).Offer.Supplier} ({MicroUnits.Amount(closed.MinimumOrderValue):0.00} {landing.Currency} at least) is left out. Ask it for less, or have other parts approved"));
        }
        var bought = answer.Purchases.ToLookup(one => one.Line);
        var missing = answer.Shortfalls.ToDictionary(one => one.Line, one => one.Missing > 0 ? one.Missing : ordered[one.Line].Need.ToOrder);
        var others = OtherWays.Of(remaining, answer, allWays);
        return Written(remaining, answer, ordered.Select((part, i) => new ChosenPurchase(part.Need, [.. bought[i].Select(one => new ChosenWay(part.Ways[one.Offer], one.Quantity))], missing.GetValueOrDefault(i), others.GetValueOrDefault(i))));

        PlannedPurchases Written(PurchaseProblem? solved, PurchaseAnswer? found, IEnumerable<ChosenPurchase> chosen)
        {
            var byNeed = chosen.ToDictionary(one => one.Need);
            ImmutableArray<ChosenPurchase> all = [.. needs.Select(need => byNeed.GetValueOrDefault(need) ?? new ChosenPurchase(need, [], 0, null))];
            var orders = SupplierOrders.Of(all.SelectMany(one => one.Ways), landing);
            if (solved is not null && found is not null)
            {
                var minimums = new DearMinimums(solved, found, request.Tables.Rules, landing, log);
                orders = [.. orders.Select(order => order with { Added = minimums.Added(order, all) })];
            }
            var purchase = new PurchaseWriting(request, parts, landing, log, orders);
            ImmutableArray<(PartNeed, PartPurchase)> written = [.. all.Select(purchase.Write)];
            if (solved is null || found is null || all.All(one => one.Ways.IsEmpty)) return new(written, orders, null);
            // A part of which nothing is bought has no pieces that were credited, one that is short only those that are.
            var credited = all.Where(one => !one.Ways.IsEmpty).Sum(one => writing.Credit(one.Need) * (one.Need.ToOrder - one.Missing));
            var scope = PurchaseProof.Scope(solved, request.Policy, ordered.SelectMany(part => part.Ways));
            return new(written, orders, PurchaseProof.Of(found, credited, scope, written.Select(part => part.Item2), orders));
        }
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
