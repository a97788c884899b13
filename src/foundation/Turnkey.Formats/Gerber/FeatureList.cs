using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Features as they come. A list of its own, because code of the framework's lists over structs of other assemblies cannot be compiled ahead of time:
/// compiling it at each start took longer than reading a layer.
/// </summary>
internal sealed class FeatureList
{
    private Feature[] items = new Feature[16];

    public int Count { get; private set; }

    public ref Feature this[int index] => ref items[index];

    public void Add(in Feature feature)
    {
        if (Count == items.Length) Resize(Math.Max(16, 2 * Count));
        items[Count++] = feature;
    }

    /// <param name="count">At most what there is.</param>
    public void Truncate(int count) => Count = count;

    /// <summary>The features; the list is empty afterwards.</summary>
    public Feature[] Drain()
    {
        if (items.Length != Count) Resize(Count);
        var drained = items;
        items = new Feature[16];
        Count = 0;
        return drained;
    }

    private void Resize(int size)
    {
        var resized = new Feature[size];
        Array.Copy(items, resized, Count);
        items = resized;
    }
}
