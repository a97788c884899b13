namespace Turnkey.Sourcing.Optimisation;

/// <summary>One option for every line, with what that costs.</summary>
/// <param name="Cost">With the fixed fees of those suppliers that are used.</param>
/// <param name="Values">Per supplier, at unit prices.</param>
internal sealed record Plan(Option[] Options, long Cost, long[] Values)
{
    public static Plan Of(PurchaseProblem problem, Option[] options)
    {
        var values = new long[problem.Suppliers.Length];
        var used = new bool[values.Length];
        var cost = 0L;
        foreach (var option in options)
        {
            cost += option.Cost;
            values[option.A] += option.ValueA;
            used[option.A] = true;
            for (var i = 1; i < option.SupplierCount; i++)
            {
                values[option.SupplierAt(i)] += option.ValueIn(i);
                used[option.SupplierAt(i)] = true;
            }
        }
        for (var s = 0; s < used.Length; s++)
        {
            if (used[s]) cost += problem.Suppliers[s].FixedFee;
        }
        return new(options, cost, values) { Used = used };
    }

    /// <summary>Whom anything is bought from.</summary>
    public required bool[] Used { get; init; }

    /// <summary>Whether every supplier that is used gets its minimum order value.</summary>
    public bool Meets(PurchaseProblem problem)
    {
        for (var s = 0; s < Used.Length; s++)
        {
            if (Used[s] && Values[s] < problem.Suppliers[s].MinimumOrderValue) return false;
        }
        return true;
    }
}
