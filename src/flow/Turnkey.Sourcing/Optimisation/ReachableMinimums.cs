using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Solves also where no way to buy meets the minimum order values of all suppliers that are needed: as many lines as can be bought are, at the least that so many
/// cost (<see cref="MostLines"/>). The others are shortfalls.
/// </summary>
public static class ReachableMinimums
{
    /// <returns>What remains, the answer to it, and the suppliers with a minimum that sell what is short and are not bought from.</returns>
    /// <exception cref="ArgumentException">The problem cannot be reckoned with (<see cref="PurchaseProblem.Fault"/>).</exception>
    public static (PurchaseProblem Remaining, PurchaseAnswer Answer, ImmutableArray<int> LeftOut) Solve(PurchaseProblem problem, SearchEffort? effort = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Fault() is { } fault) throw new ArgumentException(fault, nameof(problem));
        var reachable = Reachable(problem);
        var answer = PurchaseOptimiser.Solve(reachable, effort);
        if (!answer.Feasible && !reachable.Lines.IsEmpty)
        {
            reachable = MostLines.Of(reachable, effort);
            answer = PurchaseOptimiser.Solve(reachable, effort);
        }
        return (reachable, answer, LeftOut(problem, answer));
    }

    /// <summary>
    /// Without the offers of suppliers from whom all that can be bought together comes to less than they want. Lines that nobody covers then count for nobody
    /// either, so more may follow.
    /// </summary>
    private static PurchaseProblem Reachable(PurchaseProblem problem)
    {
        while (true)
        {
            var most = new decimal[problem.Suppliers.Length];
            var suppliers = WaivedFees.Opened(problem.Suppliers);
            foreach (var line in problem.Lines)
            {
                var segments = Segment.Of(line, suppliers);
                if (LineChoice.Most(line, segments) < line.Demand && !problem.BuysInPart) continue;
                foreach (var supplier in segments.Where(segment => segment.Supplier < most.Length).GroupBy(segment => segment.Supplier))
                    most[supplier.Key] += supplier.GroupBy(segment => segment.Offer).Select(offer => offer.Max(segment => (decimal)segment.High * segment.UnitPrice)).OrderDescending().Take(line.MostTogether).Sum();
            }
            var closed = Enumerable.Range(0, most.Length).Where(s => most[s] < problem.Suppliers[s].MinimumOrderValue).ToHashSet();
            if (!problem.Lines.Any(line => line.Offers.Any(offer => offer.Stock > 0 && closed.Contains(offer.Supplier)))) return problem;
            problem = problem with { Lines = [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => closed.Contains(offer.Supplier) ? offer with { Stock = 0 } : offer)] })] };
        }
    }

    private static ImmutableArray<int> LeftOut(PurchaseProblem problem, PurchaseAnswer answer)
    {
        var used = answer.Purchases.Select(one => problem.Lines[one.Line].Offers[one.Offer].Supplier).ToHashSet();
        var selling = answer.Shortfalls.SelectMany(one => problem.Lines[one.Line].Offers).Where(offer => offer.Stock >= offer.Minimum && !offer.Prices.IsEmpty).Select(offer => offer.Supplier);
        return [.. selling.Where(s => problem.Suppliers[s].MinimumOrderValue > 0 && !used.Contains(s)).Distinct().Order()];
    }
}
