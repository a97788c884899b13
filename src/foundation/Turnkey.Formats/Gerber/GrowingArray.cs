namespace Turnkey.Formats.Gerber;

/// <summary>
/// A list of values of our own. Code of the framework's lists over our structs cannot be compiled ahead of time (it belongs to another assembly that
/// may be serviced), and compiling it at each start took longer than reading a layer.
/// </summary>
internal sealed class GrowingArray<T>(int capacity = 16)
    where T : struct
{
    private T[] items = new T[capacity];

    public int Count { get; private set; }

    public ref T this[int index] => ref items[index];

    public void Add(in T item)
    {
        if (Count == items.Length) Reserve(Math.Max(16, 2 * Count));
        items[Count++] = item;
    }

    public void Reserve(int size)
    {
        if (size <= items.Length) return;
        var grown = new T[size];
        Array.Copy(items, grown, Count);
        items = grown;
    }

    public void Clear() => Count = 0;

    /// <param name="count">At most what there is.</param>
    public void Truncate(int count) => Count = count;

    /// <summary>The items; the list is empty afterwards and its store given away where it fits.</summary>
    public T[] Drain()
    {
        var drained = items;
        if (drained.Length != Count)
        {
            drained = new T[Count];
            Array.Copy(items, drained, Count);
        }
        items = [];
        Count = 0;
        return drained;
    }
}
