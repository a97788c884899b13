using System.Numerics;

namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// What one supplier can get of some lines together: all sums of what each line can bring. Few are listed in ascending order, more are marked on a scale. Where they
/// are too many for that too, everything from the least to the most counts as one; it is then never said that a sum cannot be reached which can.
/// </summary>
internal sealed class ReachableValues
{
    /// <summary>Sums that are listed.</summary>
    private const int MostValues = 1 << 17;

    /// <summary>Marks of a scale: 8 MB.</summary>
    private const long MostMarks = 1 << 26;

    private readonly long[]? values;
    private readonly ulong[]? marks;

    /// <summary>Of a mark; what lies between two counts as the lower one.</summary>
    private readonly long unit;

    private ReachableValues(long least, long most, long[]? values, ulong[]? marks = null, long unit = 1)
    {
        Least = least;
        Most = most;
        this.values = values;
        this.marks = marks;
        this.unit = unit;
    }

    public static ReachableValues Between(long least, long most) => new(least, most, null);

    /// <summary>Of no line.</summary>
    public static ReachableValues Nothing { get; } = new(0, 0, [0]);

    public long Least { get; }

    public long Most { get; }

    /// <summary>In ascending order; none where they are not listed.</summary>
    public ReadOnlySpan<long> Listed => values;

    /// <summary>The sums of one of each, but for those above <paramref name="top"/>; null where there are none.</summary>
    /// <param name="other">Of another line.</param>
    /// <param name="top">The most that matters; no more is in the other.</param>
    /// <param name="mostSums">That are made.</param>
    public ReachableValues? With(ReachableValues other, long top, long mostSums)
    {
        var (least, most) = (Least + other.Least, Math.Min(top, Most + other.Most));
        if (least > top) return null;
        if (values is [0]) return other;
        if (values is null || other.values is null || (long)values.Length * other.values.Length > mostSums) return Between(least, most);
        var sums = new Gathered(least, most, (long)values.Length * other.values.Length);
        foreach (var one in values)
        {
            foreach (var next in other.values)
            {
                if (one + next > top) break;
                sums.Add(one + next);
            }
        }
        return sums.Done();
    }

    /// <summary>The least of at least <paramref name="need"/>; -1 where there is none.</summary>
    public long Next(long need)
    {
        if (need > Most) return -1;
        if (need <= Least) return Least;
        if (values is not null) return values[FirstOf(need)];
        return marks is null ? need : Marked(need);
    }

    /// <summary>Place of the first listed one of at least so much; their number where there is none.</summary>
    public int FirstOf(long need)
    {
        var (low, high) = (0, values!.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (values[middle] < need) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private long Marked(long need)
    {
        var mark = (need - Least) / unit;
        var word = mark >> 6;
        var bits = marks![word] & (ulong.MaxValue << (int)(mark & 63));
        while (bits == 0)
        {
            if (++word == marks.Length) return -1;
            bits = marks[word];
        }
        return Math.Max(need, Least + (((word << 6) + BitOperations.TrailingZeroCount(bits)) * unit));
    }

    /// <summary>Takes values in any order, at least one, none below or above two bounds.</summary>
    /// <param name="least">No value is less.</param>
    /// <param name="most">No value is more.</param>
    /// <param name="count">Of the values, at most.</param>
    public sealed class Gathered(long least, long most, long count)
    {
        private readonly List<long> listed = [];
        private readonly long unit = ((most - least) / MostMarks) + 1;
        private ulong[]? marks;

        public void Add(long value)
        {
            if (marks is not null)
            {
                Mark(value);
                return;
            }
            listed.Add(value);
            if (listed.Count <= 2 * MostValues || count <= 4 * MostValues) return;
            marks = new ulong[((most - least) / unit / 64) + 1];
            foreach (var one in listed) Mark(one);
        }

        public ReachableValues Done()
        {
            if (marks is not null) return new(least, most, null, marks, unit);
            listed.Sort();
            var kept = 0;
            for (var i = 0; i < listed.Count; i++)
            {
                if (i == 0 || listed[i] != listed[i - 1]) listed[kept++] = listed[i];
            }
            listed.RemoveRange(kept, listed.Count - kept);
            if (kept <= MostValues) return new(listed[0], listed[^1], [.. listed]);
            marks = new ulong[((most - least) / unit / 64) + 1];
            foreach (var one in listed) Mark(one);
            return new(least, most, null, marks, unit);
        }

        private void Mark(long value)
        {
            var mark = (value - least) / unit;
            marks![mark >> 6] |= 1ul << (int)(mark & 63);
        }
    }
}
