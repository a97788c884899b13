using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Solves also where no way to buy meets the minimum order values of all suppliers that are needed: as many lines as can be bought are, at the least that so many
/// cost (<see cref="MostLines"/>). The others are shortfalls; where lines are bought in part, what those have of them that are bought from anyway or want no minimum
/// is bought too.
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
            var open = reachable;
            reachable = MostLines.Of(open, effort);
            answer = PurchaseOptimiser.Solve(reachable, effort);
            // Other suppliers may be bought from then. Each time fewer lines are left out, so it ends.
            while (open.BuysInPart && answer.Feasible && OfThoseBoughtFrom(open, reachable, answer) is { } more)
            {
                var next = PurchaseOptimiser.Solve(more, effort);
                if (!next.Feasible) break;
                (reachable, answer) = (more, next);
            }
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

    /// <summary>
    /// With the lines that were left out, of the offers of those that are bought from and those that want no minimum: that breaks no minimum, so some plan remains.
    /// </summary>
    /// <param name="open">With the offers of all.</param>
    /// <param name="reachable">Without any offer of the lines that were left out.</param>
    /// <param name="answer">To that.</param>
    /// <returns>Null where they have nothing of them.</returns>
    private static PurchaseProblem? OfThoseBoughtFrom(PurchaseProblem open, PurchaseProblem reachable, PurchaseAnswer answer)
    {
        var suppliers = WaivedFees.Opened(open.Suppliers);
        var used = answer.Purchases.Select(one => open.Lines[one.Line].Offers[one.Offer].Supplier).ToHashSet();
        var lines = reachable.Lines.ToBuilder();
        var any = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Offers.Any(offer => offer.Stock > 0)) continue;
            var line = open.Lines[i] with { Offers = [.. open.Lines[i].Offers.Select(offer => used.Contains(offer.Supplier) || open.Suppliers[offer.Supplier].MinimumOrderValue == 0 ? offer : offer with { Stock = 0 })] };
            if (LineChoice.Most(line, Segment.Of(line, suppliers)) <= 0) continue;
            (lines[i], any) = (line, true);
        }
        return any ? reachable with { Lines = lines.ToImmutable() } : null;
    }

    private static ImmutableArray<int> LeftOut(PurchaseProblem problem, PurchaseAnswer answer)
    {
        var used = answer.Purchases.Select(one => problem.Lines[one.Line].Offers[one.Offer].Supplier).ToHashSet();
        var selling = answer.Shortfalls.SelectMany(one => problem.Lines[one.Line].Offers).Where(offer => offer.Stock >= offer.Minimum && !offer.Prices.IsEmpty).Select(offer => offer.Supplier);
        return [.. selling.Where(s => problem.Suppliers[s].MinimumOrderValue > 0 && !used.Contains(s)).Distinct().Order()];
    }
}
