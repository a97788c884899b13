namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// What one supplier can get of some lines together: all sums of what each line can bring, in ascending order. Where they are too many to list, everything
/// from the least to the most counts as one.
/// </summary>
internal sealed class ReachableValues
{
    /// <summary>Sums that are listed.</summary>
    private const int MostValues = 1 << 18;

    /// <summary>Sums that are made to list them.</summary>
    private const long MostSums = 1 << 20;

    private readonly long[]? values;

    private ReachableValues(long least, long most, long[]? values)
    {
        Least = least;
        Most = most;
        this.values = values;
    }

    /// <summary>Of no line.</summary>
    public static ReachableValues Nothing { get; } = new(0, 0, [0]);

    public long Least { get; }

    public long Most { get; }

    /// <summary>Those that are listed; 0 where none are.</summary>
    public int Count => values?.Length ?? 0;

    /// <param name="values">In any order, at least one.</param>
    public static ReachableValues Of(List<long> values)
    {
        long[] sorted = [.. values];
        Array.Sort(sorted);
        sorted = Distinct(sorted, sorted.Length);
        return new(sorted[0], sorted[^1], sorted);
    }

    public static ReachableValues Between(long least, long most) => new(least, most, null);

    /// <summary>The sums of one of each, but for those above <paramref name="top"/>; null where there are none.</summary>
    public ReachableValues? With(ReachableValues other, long top)
    {
        var (least, most) = (Least + other.Least, Math.Min(top, Most + other.Most));
        if (least > top) return null;
        if (values is null || other.values is null || (long)values.Length * other.values.Length > MostSums) return Between(least, most);
        var sums = new long[values.Length * other.values.Length];
        var count = 0;
        foreach (var one in values)
        {
            foreach (var next in other.values)
            {
                if (one + next > top) break;
                sums[count++] = one + next;
            }
        }
        Array.Sort(sums, 0, count);
        sums = Distinct(sums, count);
        return sums.Length > MostValues ? Between(least, most) : new(sums[0], sums[^1], sums);
    }

    /// <summary>The least of at least <paramref name="need"/>; -1 where there is none.</summary>
    public long Next(long need)
    {
        if (need > Most) return -1;
        if (need <= Least) return Least;
        if (values is null) return need;
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (values[middle] < need) low = middle + 1;
            else high = middle;
        }
        return values[low];
    }

    private static long[] Distinct(long[] sorted, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        }
        return sorted.AsSpan(0, kept).ToArray();
    }
}
