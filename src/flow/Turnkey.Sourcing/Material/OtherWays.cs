using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// What each part would cost the next best way. The same offer, waited for or fed otherwise, is no other way to buy, and neither is the same order code at the
/// same seller on other terms. Where nobody else has it on stock, what has to be waited for is the next best.
/// </summary>
internal static class OtherWays
{
    /// <param name="problem">As it was solved.</param>
    /// <param name="answer">Of the optimiser.</param>
    /// <param name="ways">Per line, in the order of its offers.</param>
    /// <param name="wider">Per line with all that can be waited for, and as a problem of that line alone; empty where that is not looked at.</param>
    /// <returns>By line; without those that have no other way.</returns>
    public static Dictionary<int, OtherWay> Of(PurchaseProblem problem, PurchaseAnswer answer, ImmutableArray<ImmutableArray<PurchaseWay>> ways, ImmutableArray<(ImmutableArray<PurchaseWay> Ways, PurchaseProblem Problem)> wider)
    {
        var found = Within(problem, answer, ways);
        var (more, all) = (problem, ways);
        for (var i = 0; i < wider.Length; i++)
        {
            if (!found.ContainsKey(i) && answer.Purchases.Any(one => one.Line == i)) (more, all) = Widened(more, all, i, wider[i]);
        }
        foreach (var (line, other) in ReferenceEquals(more, problem) ? [] : Within(more, answer, all)) found.TryAdd(line, other);
        return found;
    }

    private static Dictionary<int, OtherWay> Within(PurchaseProblem problem, PurchaseAnswer answer, ImmutableArray<ImmutableArray<PurchaseWay>> ways)
    {
        var bought = answer.Purchases.ToLookup(one => one.Line);
        int[][] kept = [.. problem.Lines.Select((line, i) => Kept(line, [.. bought[i].Select(one => one.Offer)], ways[i]))];
        var reduced = problem with { Lines = [.. problem.Lines.Select((line, i) => line with { Offers = [.. kept[i].Select(offer => line.Offers[offer])] })] };
        var same = answer with { Purchases = [.. answer.Purchases.Select(one => one with { Offer = Array.IndexOf(kept[one.Line], one.Offer) })] };
        return PurchaseOptimiser.NextBest(reduced, same).Where(one => !IsSame(one)).ToDictionary(one => one.Line, one => Written(one, other => ways[one.Line][kept[one.Line][other.Offer]]));

        // All of it waited for, instead of a part of it.
        bool IsSame(NextBest one)
        {
            Candidate[] others = [.. one.Purchases.Select(other => ways[one.Line][kept[one.Line][other.Offer]].Candidate)];
            Candidate[] own = [.. bought[one.Line].Select(own => ways[one.Line][own.Offer].Candidate)];
            return others.All(other => own.Any(other.IsSameAs)) && own.All(one => others.Any(one.IsSameAs));
        }
    }

    private static OtherWay Written(NextBest one, Func<LinePurchase, PurchaseWay> way)
    {
        var orders = one.Purchases.Select(other => (Way: way(other), other.Quantity)).ToArray();
        return new OtherWay(MicroUnits.Amount(one.ExtraCost), [.. orders.Select(other => (other.Way.Offer.Supplier, other.Quantity + other.Way.Peeled))])
        {
            LeadTimeDays = orders.Any(other => other.Way.LeadTimeDays is null) ? null : orders.Max(other => other.Way.LeadTimeDays),
        };
    }

    /// <summary>Offers that are bought in the ways that they are bought in, all others in all; of what is bought on no other terms.</summary>
    private static int[] Kept(DemandLine line, int[] chosen, ImmutableArray<PurchaseWay> ways) =>
        [.. Enumerable.Range(0, line.Offers.Length).Where(i => chosen.Contains(i) || !chosen.Any(one => ways[one].Candidate.IsSameAs(ways[i].Candidate)))];

    private static (PurchaseProblem Problem, ImmutableArray<ImmutableArray<PurchaseWay>> Ways) Widened(PurchaseProblem problem, ImmutableArray<ImmutableArray<PurchaseWay>> ways, int line, (ImmutableArray<PurchaseWay> Ways, PurchaseProblem Problem) wider)
    {
        var (suppliers, own) = (problem.Suppliers, problem.Lines[line]);
        var (offers, all) = (own.Offers, ways[line]);
        foreach (var (way, terms) in wider.Ways.Zip(wider.Problem.Lines[0].Offers))
        {
            if (all.Contains(way)) continue;
            var supplier = wider.Problem.Suppliers[terms.Supplier];
            var index = suppliers.IndexOf(suppliers.FirstOrDefault(one => one.Name == supplier.Name) ?? supplier);
            if (index < 0) (index, suppliers) = (suppliers.Length, suppliers.Add(supplier));
            (offers, all) = (offers.Add(terms with { Supplier = index }), all.Add(way));
        }
        return (problem with { Suppliers = suppliers, Lines = problem.Lines.SetItem(line, own with { Offers = offers }) }, ways.SetItem(line, all));
    }
}
