using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Turnkey.Formats.IpcD356;

/// <summary>Names as a netlist can hold them: aliases (<c>NNAME1</c>) for the nets whose names do not fit into their field.</summary>
internal sealed class NetlistNames
{
    /// <summary>Columns 15 to 72 of the alias record.</summary>
    private const int LongestName = 58;
    private const int NetLength = 14;

    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);

    /// <param name="nets">Every name the netlist uses.</param>
    public NetlistNames(IEnumerable<string> nets)
    {
        var aliases = ImmutableArray.CreateBuilder<(string, string)>();
        var shortened = ImmutableArray.CreateBuilder<(string, string)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var net in nets.Where(net => net.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (Fits(net))
            {
                written[net] = net;
                continue;
            }
            var name = Unique(Printable(net), taken);
            if (!string.Equals(name, net, StringComparison.Ordinal)) shortened.Add((net, name));
            var alias = "NNAME" + (aliases.Count + 1).ToString(CultureInfo.InvariantCulture);
            written[net] = alias;
            aliases.Add((alias, name));
        }
        Aliases = aliases.ToImmutable();
        Shortened = shortened.ToImmutable();
    }

    /// <summary>In ordinal order of the names.</summary>
    public ImmutableArray<(string Alias, string Name)> Aliases { get; }

    /// <summary>Names that not even an alias record can hold, and what is written instead.</summary>
    public ImmutableArray<(string Net, string Written)> Shortened { get; }

    public string this[string net] => net.Length == 0 ? "N/C" : written[net];

    private static bool Fits(string net) =>
        net.Length <= NetLength && !net.StartsWith("NNAME", StringComparison.Ordinal) && net is not ("N/C" or "n/c") && net.All(character => character is > ' ' and not '\u007f' and < '\u0080');

    private static string Printable(string net)
    {
        var text = new StringBuilder(net.Length);
        foreach (var rune in net.EnumerateRunes()) text.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? "_" : rune.ToString());
        return text.ToString().Trim();
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        if (name.Length == 0) name = "_";
        var full = name.Length > LongestName ? name[..LongestName] : name;
        for (var number = 2; !taken.Add(full); number++)
        {
            var suffix = "~" + number.ToString(CultureInfo.InvariantCulture);
            full = name[..Math.Min(name.Length, LongestName - suffix.Length)] + suffix;
        }
        return full;
    }
}
