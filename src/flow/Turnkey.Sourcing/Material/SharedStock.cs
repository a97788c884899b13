using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Solves where several ways to buy a part take from the same stock, which the optimiser does not know of: ways to feed an offer, of which each is there only where
/// it covers the need alone (<see cref="PurchaseWay.Of(PartNeed, SourcingRequest, bool)"/>), so that only an order that is filled up to its minimum can take more than there is; a contract price and the list.
/// </summary>
internal static class SharedStock
{
    /// <summary>
    /// As <see cref="ReachableMinimums.Solve"/>. Where a plan takes more of a stock than there is, the way that takes the most of it stays and it is solved again;
    /// the bound stays that of all ways.
    /// </summary>
    /// <param name="problem">Of all parts.</param>
    /// <param name="ways">Per line, in the order of its offers.</param>
    /// <param name="effort">The usual one where it is left out.</param>
    public static (PurchaseProblem Remaining, PurchaseAnswer Answer, ImmutableArray<int> LeftOut) Solve(PurchaseProblem problem, ImmutableArray<ImmutableArray<PurchaseWay>> ways, SearchEffort? effort = null)
    {
        var bound = long.MaxValue;
        while (true)
        {
            var (remaining, answer, leftOut) = ReachableMinimums.Solve(problem, effort);
            bound = Math.Min(bound, answer.LowerBound);
            var closed = Overdrawn(answer, ways);
            if (closed.Count == 0) return (remaining, answer with { LowerBound = bound }, leftOut);
            problem = problem with
            {
                Lines = [.. problem.Lines.Select((line, i) => line with { Offers = [.. line.Offers.Select((offer, k) => closed.Contains((i, k)) ? offer with { Stock = 0 } : offer)] })],
            };
        }
    }

    /// <summary>By line and offer: the ways that take what another one has taken already.</summary>
    private static HashSet<(int Line, int Offer)> Overdrawn(PurchaseAnswer answer, ImmutableArray<ImmutableArray<PurchaseWay>> ways)
    {
        var closed = new HashSet<(int, int)>();
        foreach (var line in answer.Purchases.GroupBy(one => one.Line))
        {
            foreach (var stock in line.Select(one => (One: one, Way: ways[line.Key][one.Offer])).GroupBy(one => (one.Way.LeadTimeDays, one.Way.Cap, one.Way.Candidate.Pieces), one => (one.One, Pieces: one.One.Quantity + one.Way.Peeled)))
            {
                if (stock.Sum(one => one.Pieces) <= stock.Key.Cap) continue;
                closed.UnionWith(stock.OrderByDescending(one => one.Pieces).ThenBy(one => one.One.Offer).Skip(1).Select(one => (line.Key, one.One.Offer)));
            }
        }
        return closed;
    }
}
