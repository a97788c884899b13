using System.Globalization;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>The P records so far: names, unit, aliases of long nets, and which image the records belong to.</summary>
internal sealed class NetlistHeader(DiagnosticLog log)
{
    private const int MostNames = 2_000_000;

    /// <summary>Of the word NNAME, which a number follows.</summary>
    private const int AliasLength = 5;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> undefined = new(StringComparer.Ordinal);

    public string Job { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Number { get; private set; } = "";
    public string Revision { get; private set; } = "";
    public string Version { get; private set; } = "";
    public NetlistUnit Unit { get; private set; }

    /// <summary>True once a unit was read that the format has.</summary>
    public bool SaysUnit { get; private set; }

    /// <summary><c>CUST 2</c>: angles in radians.</summary>
    public bool Radians { get; private set; }

    /// <summary>True behind <c>IMAGE PANEL</c>.</summary>
    public bool OfPanel { get; private set; }

    /// <summary>Of the stepped image that is described; 1 for the board itself.</summary>
    public int Image { get; private set; } = 1;

    /// <summary>Nanometres per step.</summary>
    public long Step => Unit.Step().Nanometres;

    /// <summary>The name behind an alias (itself where no record defines it, which is told once); empty for what is not connected.</summary>
    public string Net(string written, int line)
    {
        if (written is "N/C" or "n/c") return "";
        if (!IsAlias(written)) return written;
        var alias = written.ToUpperInvariant();
        if (names.TryGetValue(alias, out var name)) return name;
        var isNumbered = alias.Length > AliasLength && alias.AsSpan(AliasLength).IndexOfAnyExceptInRange('0', '9') < 0;
        if (isNumbered && undefined.Count < MostNames && undefined.Add(alias))
            log.Warning("netlist.unknown-alias", line, $"the net is called {alias}, but no P record before it says which name that stands for; it is taken for the name itself");
        return written;
    }

    public void Read(ReadOnlySpan<char> line, int number)
    {
        var rest = line[1..].Trim();
        var word = Next(ref rest).ToString().ToUpperInvariant();
        if (word.Length == 0) return;
        switch (word)
        {
            case "JOB": Job = rest.ToString(); break;
            case "TITLE": Title = rest.ToString(); break;
            case "NUM": Number = rest.ToString(); break;
            case "REV": Revision = rest.ToString(); break;
            case "VER": Version = rest.ToString(); break;
            case "UNITS":
                // CUST 0: 0.0001 inch and degrees; CUST 1 and SI: 0.001 mm and degrees; CUST 2: 0.0001 inch and radians.
                var system = NetlistText.Capitals(Next(ref rest));
                var kind = Next(ref rest);
                SaysUnit = system is "SI" || (system is "CUST" && kind is "0" or "1" or "2");
                if (!SaysUnit) log.Warning("netlist.unknown-unit", number, $"the unit {NetlistText.Quoted(line[1..].Trim())} is none of the format's (CUST 0, CUST 1, CUST 2, SI)");
                Unit = system is "SI" || kind is "1" ? NetlistUnit.Micrometre : NetlistUnit.TenThousandthInch;
                Radians = kind is "2";
                break;
            case "IMAGE":
                OfPanel = rest.StartsWith("PANEL", StringComparison.OrdinalIgnoreCase);
                Image = int.TryParse(Next(ref rest), NumberStyles.None, CultureInfo.InvariantCulture, out var image) ? image : 1;
                break;
            default:
                if (IsAlias(word) && names.Count < MostNames)
                {
                    // Some leave a blank in front of the number.
                    if (word.Length == AliasLength) word += Next(ref rest).ToString();
                    if (!rest.IsEmpty) names[word] = rest.ToString();
                }
                break;
        }
    }

    private static bool IsAlias(string written) => written.StartsWith("NNAME", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        var word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[end..].TrimStart();
        return word;
    }
}
