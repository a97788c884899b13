using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Names what an order holds only because of its supplier's minimum order value, and warns where that costs more than the rules allow
/// (<see cref="LandingRules.MinimumOrderAddedPercent"/>), with what everything costs without the supplier.
/// </summary>
/// <param name="problem">As it was solved.</param>
/// <param name="answer">To it.</param>
/// <param name="rules">Of the plant.</param>
/// <param name="landing">The plan's currency.</param>
/// <param name="log">Takes the warnings.</param>
internal sealed class DearMinimums(PurchaseProblem problem, PurchaseAnswer answer, LandingRules rules, LandingTerms landing, BomLog log)
{
    /// <summary>
    /// What is added is what lies above the cheapest purchase of each part alone, fed as is cheapest for it: with what the line needs to take it, the pieces lost
    /// in feeding and the freight of the same order on both sides.
    /// </summary>
    /// <returns>Null where nothing is.</returns>
    public AddedForMinimum? Added(SupplierOrder order, IEnumerable<ChosenPurchase> chosen)
    {
        if (order.MinimumOrderValue is not { } least || least <= 0) return null;
        var (pieces, value, cost, goods, first) = (0L, 0m, 0m, 0m, (PartNeed?)null);
        foreach (var part in chosen)
        {
            foreach (var one in part.Ways.Where(one => one.Way.Supplier == order.Key))
            {
                var (need, candidate) = (part.Need, one.Way.Candidate);
                var needed = Math.Max(1, need.ToOrder - part.Missing - part.Ways.Where(other => other != one).Sum(other => other.Useful));
                var enough = candidate.Cheapest(need, needed, order.FreightFree);
                var paid = (one.Quantity * candidate.At(one.Together).In(order.FreightFree).Likely) + one.Once(need);
                goods += paid;
                // What several parts buy together is more than enough for one.
                if (one.Joined > 0 || one.Quantity <= enough.Quantity) continue;
                first ??= need;
                pieces += one.Quantity - enough.Quantity;
                value += one.Value - (enough.Quantity * candidate.At(enough.Quantity).Value);
                cost += paid - enough.Cost;
            }
        }
        // What reaches the minimum without them was bought for another reason: a break, a strip that is long enough.
        if (first is null || order.Value - value >= least) return null;
        if (cost <= (goods - cost) * rules.MinimumOrderAddedPercent / 100m) return new(pieces, cost, null);
        var other = Without(order.Key);
        log.Warning("sourcing.minimum-order-dear", first.First.Line, FormattableString.Invariant(
            $"the order at {order.Supplier} is filled up with {pieces} pieces that nobody needs for {cost:0.00} {landing.Currency}, to reach its minimum of {least:0.00}; what is needed of it costs {goods - cost:0.00}. ")
            + (other is { } extra ? FormattableString.Invariant($"Without {order.Supplier} everything costs {extra:0.00} more. ") : "Nobody else has all that is bought there. ")
            + "Ask for a smaller order, or have another part approved");
        return new(pieces, cost, other);
    }

    /// <summary>What everything costs more without a supplier; null where more pieces are missing then.</summary>
    private decimal? Without(string supplier)
    {
        var closed = problem.Suppliers.Index().First(one => one.Item.Name == supplier).Index;
        var others = PurchaseOptimiser.Solve(problem with { Lines = [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => offer.Supplier == closed ? offer with { Stock = 0 } : offer)] })] });
        return others.Feasible && others.Shortfalls.SequenceEqual(answer.Shortfalls) ? MicroUnits.Amount(others.Cost - answer.Cost) : null;
    }
}
