using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;

namespace Turnkey.Plants.Parts;

/// <summary>Figures that the checks of assembly reckon with (<c>mounting-figures.csv</c>), each with its source.</summary>
public static class MountingFigures
{
    private static readonly Lazy<FrozenDictionary<string, Figure>> Read = new(() =>
        Encoding.UTF8.GetString(EmbeddedData.Read("mounting-figures.csv")).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')
            .Select(Figure).ToFrozenDictionary(figure => figure.Name, StringComparer.Ordinal));

    /// <exception cref="KeyNotFoundException">There is no such figure: a bug.</exception>
    public static Figure Of(string name) => Read.Value[name];

    /// <summary>A figure in millimetres.</summary>
    public static Length LengthOf(string name) => Length.FromMillimetres((double)Of(name).Value);

    public static double RatioOf(string name) => (double)Of(name).Value;

    private static Figure Figure(string line)
    {
        var quote = line.IndexOf('"', StringComparison.Ordinal);
        var end = line.LastIndexOf('"');
        var front = line[..quote].Split(',');
        return new Figure(decimal.Parse(front[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), front[2], line[(quote + 1)..end], line[(end + 1)..] == ",assumed") { Name = front[0] };
    }
}
