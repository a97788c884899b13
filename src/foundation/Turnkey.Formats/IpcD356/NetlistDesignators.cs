using System.Globalization;

namespace Turnkey.Formats.IpcD356;

/// <summary>Designators as six columns hold them, no two parts alike: what is too long loses letters before its number, not the number.</summary>
internal sealed class NetlistDesignators
{
    public const int Longest = 6;

    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);

    /// <param name="designators">Every one that the netlist uses.</param>
    public NetlistDesignators(IEnumerable<string> designators)
    {
        string[] all = [.. designators.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var taken = all.Where(one => one.Length <= Longest).ToHashSet(StringComparer.Ordinal);
        foreach (var one in all) written[one] = one.Length <= Longest ? one : Shortened(one, taken);
    }

    public string this[string designator] => written[designator];

    private static string Shortened(string designator, HashSet<string> taken)
    {
        var number = designator.AsSpan(designator.AsSpan().TrimEnd("0123456789").Length);
        if (number.Length >= Longest) number = number[^(Longest - 1)..];
        var name = string.Concat(designator.AsSpan(0, Longest - number.Length), number);
        for (var again = 2; !taken.Add(name); again++)
        {
            var suffix = "~" + again.ToString(CultureInfo.InvariantCulture);
            // A million parts of one beginning are more than six columns can tell apart.
            if (suffix.Length >= Longest) break;
            name = string.Concat(designator.AsSpan(0, Longest - suffix.Length), suffix);
        }
        return name;
    }
}
