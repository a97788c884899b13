using System.Globalization;

namespace Turnkey.Formats.IpcD356;

/// <summary>The P records so far: names, unit, aliases of long nets, and which image the records belong to.</summary>
internal sealed class NetlistHeader
{
    private const int MostNames = 2_000_000;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public string Job { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Number { get; private set; } = "";
    public string Revision { get; private set; } = "";
    public string Version { get; private set; } = "";
    public NetlistUnit Unit { get; private set; }

    /// <summary><c>CUST 2</c>: angles in radians.</summary>
    public bool Radians { get; private set; }

    /// <summary>True behind <c>IMAGE PANEL</c>.</summary>
    public bool OfPanel { get; private set; }

    /// <summary>Of the stepped image that is described; 1 for the board itself.</summary>
    public int Image { get; private set; } = 1;

    /// <summary>Nanometres per step.</summary>
    public long Step => Unit == NetlistUnit.Micrometre ? 1_000 : 2_540;

    /// <summary>The name behind an alias; empty for what is not connected.</summary>
    public string Net(string written) => written is "N/C" or "n/c" ? "" : names.GetValueOrDefault(IsAlias(written) ? written.ToUpperInvariant() : written, written);

    public void Read(ReadOnlySpan<char> line)
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
                Unit = system is "SI" || kind is "1" ? NetlistUnit.Micrometre : NetlistUnit.TenThousandthInch;
                Radians = kind is "2";
                break;
            case "IMAGE":
                OfPanel = rest.StartsWith("PANEL", StringComparison.OrdinalIgnoreCase);
                Image = int.TryParse(Next(ref rest), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
                break;
            default:
                if (IsAlias(word) && names.Count < MostNames)
                {
                    // Some leave a blank in front of the number.
                    if (word.Length == 5) word += Next(ref rest).ToString();
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
