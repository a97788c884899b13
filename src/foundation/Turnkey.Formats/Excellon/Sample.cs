namespace Turnkey.Formats.Excellon;

/// <summary>Takes a part of many for the whole, the same part every time.</summary>
internal static class Sample
{
    /// <summary>At most <paramref name="most"/> items, spread over the list.</summary>
    public static IEnumerable<T> Evenly<T>(IReadOnlyList<T> items, int most)
    {
        if (items.Count <= most) return items;
        return Enumerable.Range(0, most).Select(i => items[(int)((long)i * items.Count / most)]);
    }
}
