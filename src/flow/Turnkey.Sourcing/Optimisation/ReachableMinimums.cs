using System.Collections.Immutable;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Solves also where no way to buy meets the minimum order values of all suppliers that are needed: the supplier that asks for the most is left out, until what
/// remains can be bought. Lines that only it sells are shortfalls then, and the rest is solved.
/// </summary>
public static class ReachableMinimums
{
    /// <returns>What remains, the answer to it, and the suppliers that were left out, in the order in which they were.</returns>
    /// <exception cref="ArgumentException">The problem cannot be reckoned with (<see cref="PurchaseProblem.Fault"/>).</exception>
    public static (PurchaseProblem Remaining, PurchaseAnswer Answer, ImmutableArray<int> LeftOut) Solve(PurchaseProblem problem, SearchEffort? effort = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var leftOut = ImmutableArray.CreateBuilder<int>();
        var answer = PurchaseOptimiser.Solve(problem, effort);
        while (!answer.Feasible && Largest(problem, leftOut) is { } supplier)
        {
            leftOut.Add(supplier);
            problem = problem with { Lines = [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => offer.Supplier == supplier ? offer with { Stock = 0 } : offer)] })] };
            answer = PurchaseOptimiser.Solve(problem, effort);
        }
        return (problem, answer, leftOut.ToImmutable());
    }

    private static int? Largest(PurchaseProblem problem, ImmutableArray<int>.Builder leftOut)
    {
        int? largest = null;
        for (var i = 0; i < problem.Suppliers.Length; i++)
        {
            if (problem.Suppliers[i].MinimumOrderValue == 0 || leftOut.Contains(i)) continue;
            if (largest is not { } other || problem.Suppliers[i].MinimumOrderValue > problem.Suppliers[other].MinimumOrderValue) largest = i;
        }
        return largest;
    }
}
