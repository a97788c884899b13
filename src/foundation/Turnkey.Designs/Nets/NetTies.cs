using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>
/// Parts within which copper joins nets: two of a part's own pins have copper between them that belongs to no track. Whether that is meant only a designator
/// says (net ties, solder jumpers that are drawn closed); under any other part it is a short, and one that is looked for in that part.
/// </summary>
internal sealed class NetTies
{
    /// <summary>A part with more pins is one only by its name: between two pins of a circuit copper is a short.</summary>
    private const int MostPins = 3;

    /// <summary>What designators of such parts begin with, before their number.</summary>
    private static readonly string[] Names = ["NT", "NETTIE", "TIE", "JP", "SJ", "SB", "JMP"];

    private readonly Dictionary<string, HashSet<string>> pinsOf = new(StringComparer.Ordinal);

    /// <param name="claims">Of the whole board.</param>
    /// <param name="netlist">Its points; null where there is none.</param>
    public NetTies(IEnumerable<NetClaim> claims, GivenNetlist? netlist)
    {
        foreach (var claim in claims) Add(claim.Part, claim.Pin);
        foreach (var point in netlist?.Points ?? []) Add(point.Component, point.Name);
    }

    /// <summary>The designator when the place lies between the two pins, both are of one part, and that has few pins or calls itself a tie; else empty.</summary>
    public string Between(in NetClaim a, in NetClaim b, Point at)
    {
        if (a.Part.Length == 0 || a.Part != b.Part || a.Pin == b.Pin) return "";
        if (!IsNamedSo(a.Part) && pinsOf[a.Part].Count > MostPins) return "";
        // Not beyond the pins, and not further beside the line between them than half its length.
        double x = b.At.X - a.At.X, y = b.At.Y - a.At.Y, toX = at.X - a.At.X, toY = at.Y - a.At.Y;
        var square = (x * x) + (y * y);
        if (square == 0) return "";
        var (along, across) = (((toX * x) + (toY * y)) / square, ((toX * y) - (toY * x)) / square);
        return along is >= 0 and <= 1 && Math.Abs(across) <= 0.5 ? a.Part : "";
    }

    /// <summary>True for a designator that says so itself, as NT1 and JP2 do.</summary>
    public static bool IsNamedSo(string part)
    {
        var letters = part.AsSpan().TrimEnd("0123456789");
        foreach (var name in Names)
        {
            if (letters.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private void Add(string part, string pin)
    {
        if (part.Length == 0) return;
        if (!pinsOf.TryGetValue(part, out var pins)) pinsOf[part] = pins = new HashSet<string>(StringComparer.Ordinal);
        pins.Add(pin);
    }
}
