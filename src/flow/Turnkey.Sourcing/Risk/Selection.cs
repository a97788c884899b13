namespace Turnkey.Sourcing.Risk;

/// <summary>The value of a rank without sorting all: Hoare's selection, the middle of three as pivot.</summary>
internal static class Selection
{
    /// <summary>The value that would stand at <paramref name="rank"/> (from 0) if <paramref name="values"/> were sorted; they come back in another order.</summary>
    public static double Kth(Span<double> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Middle(values[low], values[low + ((high - low) / 2)], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }
            if (rank <= j) high = j;
            else if (rank >= i) low = i;
            else return values[rank];
        }
        return values[rank];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
