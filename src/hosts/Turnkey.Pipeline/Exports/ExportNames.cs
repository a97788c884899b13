using System.Globalization;
using System.Text;

namespace Turnkey.Pipeline.Exports;

/// <summary>Names of written files: letters, digits, points, dashes and underscores, no two alike on any file system.</summary>
internal sealed class ExportNames
{
    private const int Longest = 100;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="stem">Without ending; what has no place in a name becomes an underscore.</param>
    /// <param name="ending">With its point.</param>
    public string Of(string stem, string ending)
    {
        var safe = new StringBuilder();
        foreach (var character in stem.Length > Longest ? stem[..Longest] : stem) safe.Append(char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_');
        var clean = safe.ToString().Trim('.');
        if (clean.Length == 0) clean = "board";
        var name = clean + ending;
        for (var number = 2; !taken.Add(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{clean}-{number}{ending}");
        return name;
    }
}
