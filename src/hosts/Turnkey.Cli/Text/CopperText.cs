using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Designs.Nets;

namespace Turnkey.Cli.Text;

/// <summary>The copper of a board in a screenful: layers, the largest nets, and where it differs from the netlist.</summary>
internal static class CopperText
{
    private const int MostNets = 10;

    /// <summary>Differences of one kind that are shown; all of them are in the JSON.</summary>
    private const int MostDifferences = 20;

    public static void Append(StringBuilder to, string board, BoardCopper copper)
    {
        var nets = copper.Nets.Nets;
        var named = nets.Count(net => net.IsNamed);
        to.Append(CultureInfo.InvariantCulture, $"\nCopper{(board.Length > 0 ? $" of {PlainText.Of(board)}" : "")}: {nets.Length} nets, {named} named\n");
        if (!copper.Layers.IsEmpty)
        {
            TextTable.Append(to, [["Layer", "Area mm²", "Islands", "Smallest gap mm", "between", "at"], .. copper.Layers.Select(layer => Layer(layer, copper))], 0, 1, 2, 3);
        }
        if (!nets.IsEmpty)
        {
            to.Append("\nLargest nets\n");
            TextTable.Append(to, [["Net", "Pads", "Features", "Holes", "Layers"], .. nets.OrderByDescending(net => net.Features).ThenBy(net => net.Index).Take(MostNets).Select(Net)], 1, 2, 3);
        }
        Append(to, copper.Comparison);
    }

    private static string[] Layer(CopperLayerFacts layer, BoardCopper copper)
    {
        var gap = copper.SmallestGaps.FirstOrDefault(gap => gap.CopperLayer == layer.CopperLayer);
        string Name(int net) => PlainText.Of(copper.Nets.Nets[net].Name);
        return
        [
            layer.CopperLayer.ToString(CultureInfo.InvariantCulture),
            layer.AreaSquareMillimetres?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not computed",
            layer.Islands?.ToString(CultureInfo.InvariantCulture) ?? "",
            gap is null ? "" : (gap.Width / 1e6).ToString("0.0000", CultureInfo.InvariantCulture),
            gap is null ? "" : $"{Name(gap.NetA)} and {Name(gap.NetB)}",
            gap is null ? "" : gap.At.ToString(),
        ];
    }

    private static string[] Net(CopperNet net) =>
    [
        PlainText.Of(net.Name),
        net.Pads.ToString(CultureInfo.InvariantCulture),
        net.Features.ToString(CultureInfo.InvariantCulture),
        net.Holes.ToString(CultureInfo.InvariantCulture),
        string.Join(", ", net.Layers),
    ];

    private static void Append(StringBuilder to, NetComparison? comparison)
    {
        if (comparison is null)
        {
            to.Append("\nNetlist: none to compare with\n");
            return;
        }
        var source = comparison.Netlist == NetComparison.Stated ? "the names in the copper files" : PlainText.Of(comparison.Netlist);
        var moved = comparison.Offset == Geometry.Point.Origin ? "" : $", moved by {comparison.Offset}";
        to.Append(CultureInfo.InvariantCulture, $"\nNetlist: {source}{moved}, {comparison.Points} places: ");
        if (comparison.IsEqual)
        {
            to.Append("equal to the copper\n");
            return;
        }
        to.Append(CultureInfo.InvariantCulture, $"{comparison.Shorts.Length} shorts, {comparison.Opens.Length} opens, {comparison.Unconnected.Length} without copper\n");
        Lines(to, comparison.Shorts, one => $"short   {string.Join("; ", one.Meetings.Select(meeting => $"{meeting.NameA} {meeting.PinA} meets {meeting.NameB} {meeting.PinB} at {meeting.At}"))}");
        Lines(to, comparison.Opens, one => $"open    {one.Name}: {one.Pieces.Length} pieces, {string.Join("; ", one.Pieces.Take(3).Select(piece => $"{piece.Points} places at {piece.At}"))}");
        Lines(to, comparison.Unconnected, one => $"nothing {one.Name} {one.Pin} at {one.At} on layer {one.CopperLayer}");
    }

    private static void Lines<T>(StringBuilder to, ImmutableArray<T> all, Func<T, string> line)
    {
        foreach (var one in all.Take(MostDifferences)) to.Append("  ").Append(PlainText.Of(line(one))).Append('\n');
        if (all.Length > MostDifferences) to.Append(CultureInfo.InvariantCulture, $"  … and {all.Length - MostDifferences} more: --json\n");
    }
}
