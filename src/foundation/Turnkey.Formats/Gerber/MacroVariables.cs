namespace Turnkey.Formats.Gerber;

/// <summary>The variables of one aperture macro; one that was never set is 0, as the specification has it.</summary>
internal sealed class MacroVariables
{
    /// <summary>Higher numbers exist in hostile files only and go into a dictionary.</summary>
    private const int MostInArray = 1024;

    private double[] low = new double[32];
    private Dictionary<int, double>? high;

    public double this[int number]
    {
        get => number < low.Length ? low[number] : high is not null && high.TryGetValue(number, out var value) ? value : 0;
        set
        {
            if (number >= MostInArray)
            {
                high ??= [];
                high[number] = value;
                return;
            }
            if (number >= low.Length) Array.Resize(ref low, MostInArray);
            low[number] = value;
        }
    }

    public void Clear()
    {
        Array.Clear(low);
        high?.Clear();
    }
}
