using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>What each part would cost the next best way. The same offer, waited for or fed otherwise, is no other way to buy.</summary>
internal static class OtherWays
{
    /// <param name="problem">As it was solved.</param>
    /// <param name="answer">Of the optimiser.</param>
    /// <param name="ways">Per line, in the order of its offers.</param>
    /// <returns>By line; without those that have no other way.</returns>
    public static Dictionary<int, OtherWay> Of(PurchaseProblem problem, PurchaseAnswer answer, ImmutableArray<ImmutableArray<PurchaseWay>> ways)
    {
        var bought = answer.Purchases.ToLookup(one => one.Line);
        int[][] kept = [.. problem.Lines.Select((line, i) => Kept(line, [.. bought[i].Select(one => one.Offer)], ways[i]))];
        var reduced = problem with { Lines = [.. problem.Lines.Select((line, i) => line with { Offers = [.. kept[i].Select(offer => line.Offers[offer])] })] };
        var same = answer with { Purchases = [.. answer.Purchases.Select(one => one with { Offer = Array.IndexOf(kept[one.Line], one.Offer) })] };
        return PurchaseOptimiser.NextBest(reduced, same).Where(one => !IsSame(one)).ToDictionary(one => one.Line, one => new OtherWay(MicroUnits.Amount(one.ExtraCost),
            [.. one.Purchases.Select(other => (Way: ways[one.Line][kept[one.Line][other.Offer]], other.Quantity)).Select(other => (other.Way.Offer.Supplier, other.Quantity + other.Way.Peeled))]));

        // All of it waited for, instead of a part of it.
        bool IsSame(NextBest one) => one.Purchases.Select(other => ways[one.Line][kept[one.Line][other.Offer]].Offer).ToHashSet(ReferenceEqualityComparer.Instance)
            .SetEquals(bought[one.Line].Select(own => ways[one.Line][own.Offer].Offer));
    }

    /// <summary>Offers that are bought in the ways that they are bought in, all others in all.</summary>
    private static int[] Kept(DemandLine line, int[] chosen, ImmutableArray<PurchaseWay> ways) =>
        [.. Enumerable.Range(0, line.Offers.Length).Where(i => chosen.Contains(i) || !chosen.Any(one => ReferenceEquals(ways[one].Offer, ways[i].Offer)))];
}
