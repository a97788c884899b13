namespace Turnkey.Sourcing.Optimisation;

/// <summary>A supplier whose minimum a plan could miss.</summary>
internal readonly record struct WantedMinimum(int Supplier, long Minimum);

/// <summary>Plans of the lines so far, as columns.</summary>
/// <param name="k">Suppliers whose minimum could be missed.</param>
/// <param name="capacity">To begin with.</param>
internal sealed class PartialPlans(int k, int capacity)
{
    private const double Same = 0.01;

    private double[] extra = new double[Math.Max(capacity, 4)];
    private int[] steps = new int[Math.Max(capacity, 4)];
    private long[] values = new long[Math.Max(capacity, 4) * k];

    public int Count { get; private set; }

    /// <summary>What a plan costs above the bound.</summary>
    public double Extra(int plan) => extra[plan];

    /// <summary>The last of its steps.</summary>
    public int Step(int plan) => steps[plan];

    /// <summary>What each wanted supplier gets.</summary>
    public ReadOnlySpan<long> Values(int plan) => values.AsSpan(plan * k, k);

    public void Add(double cost, int step, ReadOnlySpan<long> bought)
    {
        if (Count == extra.Length)
        {
            Array.Resize(ref extra, 2 * Count);
            Array.Resize(ref steps, 2 * Count);
            Array.Resize(ref values, 2 * Count * k);
        }
        extra[Count] = cost;
        steps[Count] = step;
        bought.CopyTo(values.AsSpan(Count * k, k));
        Count++;
    }

    /// <summary>Keeps the cheapest.</summary>
    /// <returns>The least extra cost of those left out.</returns>
    public double Cut(int most)
    {
        if (Count <= most) return double.PositiveInfinity;
        var keys = extra.AsSpan(0, Count).ToArray();
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(keys, order);
        Keep(order.AsSpan(0, most));
        return keys[most];
    }

    /// <summary>
    /// Leaves out the plans that cost no less than another and bring no wanted supplier more; for one or two suppliers, where sorting finds them. Costs are
    /// whole numbers: what comes within a hundredth is the same.
    /// </summary>
    public void DropDominated(double[] shares, WantedMinimum[] wanted)
    {
        if (k is 0 or > 2 || Count < 2) return;
        int[] order = [.. Enumerable.Range(0, Count)];
        var costs = new double[Count];
        for (var plan = 0; plan < Count; plan++)
        {
            // Without the rebates, so that plans that bring different values can be compared.
            costs[plan] = extra[plan];
            for (var i = 0; i < k; i++) costs[plan] += shares[wanted[i].Supplier] * values[(plan * k) + i];
        }
        Array.Sort(order, (a, b) =>
        {
            var byValue = values[b * k].CompareTo(values[a * k]);
            if (byValue != 0) return byValue;
            var byCost = costs[a].CompareTo(costs[b]);
            if (byCost != 0) return byCost;
            return k == 2 ? values[(b * 2) + 1].CompareTo(values[(a * 2) + 1]) : a.CompareTo(b);
        });
        var kept = k == 1 ? Cheaper(order, costs) : OnStairs(order, costs);
        if (kept.Count < Count) Keep([.. kept]);
    }

    private static List<int> Cheaper(int[] order, double[] costs)
    {
        var kept = new List<int>();
        var cheapest = double.PositiveInfinity;
        foreach (var plan in order)
        {
            if (costs[plan] >= cheapest - Same) continue;
            cheapest = costs[plan];
            kept.Add(plan);
        }
        return kept;
    }

    /// <summary>Cost against the second value, of those with at least as much of the first, is a staircase.</summary>
    private List<int> OnStairs(int[] order, double[] costs)
    {
        var kept = new List<int>();
        var stairs = new SortedList<long, double>();
        foreach (var plan in order)
        {
            var second = values[(plan * 2) + 1];
            var at = FirstAtLeast(stairs, second);
            if (at < stairs.Count && stairs.Values[at] <= costs[plan] + Same) continue;
            kept.Add(plan);
            stairs[second] = costs[plan];
            for (var below = FirstAtLeast(stairs, second) - 1; below >= 0 && stairs.Values[below] >= costs[plan]; below--) stairs.RemoveAt(below);
        }
        return kept;
    }

    private void Keep(ReadOnlySpan<int> which)
    {
        var kept = new PartialPlans(k, which.Length);
        foreach (var plan in which) kept.Add(extra[plan], steps[plan], Values(plan));
        (extra, steps, values, Count) = (kept.extra, kept.steps, kept.values, kept.Count);
    }

    private static int FirstAtLeast(SortedList<long, double> stairs, long value)
    {
        var (low, high) = (0, stairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (stairs.Keys[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
