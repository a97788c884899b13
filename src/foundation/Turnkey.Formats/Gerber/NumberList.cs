namespace Turnkey.Formats.Gerber;

/// <summary>Numbers of one command, used again for the next. See <see cref="FeatureList"/> for why it is no list of the framework.</summary>
internal sealed class NumberList
{
    private double[] items = new double[16];

    public int Count { get; private set; }

    public double this[int index] => items[index];

    public void Add(double number)
    {
        if (Count == items.Length) Array.Resize(ref items, 2 * Count);
        items[Count++] = number;
    }

    public void Clear() => Count = 0;
}
