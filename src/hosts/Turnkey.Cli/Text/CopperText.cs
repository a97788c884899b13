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

    /// <summary>Pieces of an open net that are shown.</summary>
    private const int MostPieces = 3;

    public static void Append(StringBuilder to, string board, BoardCopper copper)
    {
        var nets = copper.Nets.Nets;
        var named = nets.Count(net => net.IsNamed);
        to.Append(CultureInfo.InvariantCulture, $"\nCopper{(board.Length > 0 ? $" of {PlainText.Of(board)}" : "")}: {Count(nets.Length, "net")}, {named} named\n");
        if (!copper.Layers.IsEmpty)
        {
            // Most boards have nothing drawn beside them, and no need of the column.
            var beside = copper.Layers.Any(layer => layer.BesideFeatures > 0 || layer.BesideSquareMillimetres >= 0.0005);
            string[] heading = ["Layer", "Area mm²", .. beside ? ["Beside the board mm²"] : Array.Empty<string>(), "Islands", "Smallest gap mm", "between", "at"];
            TextTable.Append(to, [heading, .. copper.Layers.Select(layer => Layer(layer, copper, beside))], [0, 1, 2, 3, .. beside ? [4] : Array.Empty<int>()]);
        }
        if (!nets.IsEmpty)
        {
            to.Append("\nLargest nets\n");
            TextTable.Append(to, [["Net", "Pads", "Features", "Holes", "Layers"], .. nets.OrderByDescending(net => net.Features).ThenBy(net => net.Index).Take(MostNets).Select(Net)], 1, 2, 3);
        }
        Append(to, copper.Comparison, copper.Layers.Any(layer => !layer.IsTraced));
    }

    private static string[] Layer(CopperLayerFacts layer, BoardCopper copper, bool beside)
    {
        var gap = copper.SmallestGaps.FirstOrDefault(gap => gap.CopperLayer == layer.CopperLayer);
        string Name(int net) => PlainText.Of(copper.Nets.Nets[net].Name);
        return
        [
            layer.CopperLayer.ToString(CultureInfo.InvariantCulture),
            Area(layer.AreaSquareMillimetres),
            .. beside ? [Area(layer.BesideSquareMillimetres)] : Array.Empty<string>(),
            layer.Islands?.ToString(CultureInfo.InvariantCulture) ?? "",
            gap is not null ? (gap.Width / 1e6).ToString("0.0000", CultureInfo.InvariantCulture) : copper.UnsearchedLayers.Contains(layer.CopperLayer) ? "not known" : "",
            gap is null ? "" : $"{Name(gap.NetA)} and {Name(gap.NetB)}",
            gap is null ? "" : gap.At.ToString(),
        ];
    }

    private static string Area(double? squareMillimetres) => squareMillimetres?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not computed";

    private static string[] Net(CopperNet net) =>
    [
        PlainText.Of(net.Name),
        net.Pads.ToString(CultureInfo.InvariantCulture),
        net.Features.ToString(CultureInfo.InvariantCulture),
        net.Holes.ToString(CultureInfo.InvariantCulture),
        string.Join(", ", net.Layers),
    ];

    private static void Append(StringBuilder to, NetComparison? comparison, bool untraced)
    {
        if (comparison is null)
        {
            to.Append(untraced ? "\nNetlist: not compared, as not all copper was traced\n" : "\nNetlist: none to compare with\n");
            return;
        }
        var source = comparison.Netlist == NetComparison.Stated ? "the names in the copper files" : PlainText.Of(comparison.Netlist);
        var moved = comparison.Offset == Geometry.Point.Origin ? "" : $", moved by {comparison.Offset}";
        to.Append(CultureInfo.InvariantCulture, $"\nNetlist: {source}{moved}, {Count(comparison.Points, "place")}: ");
        if (comparison.IsEqual)
        {
            to.Append("equal to the copper\n");
            return;
        }
        to.Append(comparison.Counts).Append('\n');
        var meetings = comparison.Shorts.SelectMany(one => one.Meetings).ToImmutableArray();
        Lines(to, [.. meetings.Where(one => !one.IsTie)], one => $"short   {End(one.NameA, one.PinA)} meets {End(one.NameB, one.PinB)} at {one.At}{On(one.Layers)}{(one.Part.Length > 0 ? $", in part {one.Part}" : "")}");
        Lines(to, [.. meetings.Where(one => one.IsTie)], one => $"joined  {one.NameA} and {one.NameB} in part {one.Part} at {one.At}{On(one.Layers)}");
        Lines(to, comparison.Opens, one => $"open    {one.Name}: {one.Pieces.Length} pieces, {string.Join("; ", one.Pieces.Take(MostPieces).Select(piece => $"{Count(piece.Points, "place")} at {piece.At}"))}{(one.Pieces.Length > MostPieces ? "; …" : "")}");
        Lines(to, comparison.Unconnected, one => $"nothing {End(one.Name, one.Pin)} at {one.At} on layer {one.CopperLayer}");
        Lines(to, comparison.NotIsolated, one => $"on net  {(one.Pin.Length > 0 ? one.Pin : "a pad")} without a net at {one.At} lies on {one.Name}");
        Lines(to, comparison.Holes, one => $"hole    {one.Listed} at {one.At}: {Drilled(one)}");
    }

    private static string Drilled(HoleDifference one) => one.Drilled switch
    {
        null => "not drilled",
        { Nanometres: 0 } => "drilled without a size",
        { } drilled => $"drilled {drilled}{(one.ListedPlated == one.DrilledPlated ? "" : one.DrilledPlated == true ? ", plated" : ", not plated")}",
    };

    private static string End(string name, string pin) => pin.Length > 0 ? $"{name} ({pin})" : name;

    private static string On(ImmutableArray<int> layers) => layers.IsEmpty ? "" : $" on layer{(layers.Length > 1 ? "s" : "")} {string.Join(", ", layers)}";

    private static string Count(int count, string one, string? many = null) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    private static void Lines<T>(StringBuilder to, ImmutableArray<T> all, Func<T, string> line)
    {
        foreach (var one in all.Take(MostDifferences)) to.Append("  ").Append(PlainText.Of(line(one))).Append('\n');
        if (all.Length > MostDifferences) to.Append(CultureInfo.InvariantCulture, $"  … and {all.Length - MostDifferences} more: --json\n");
    }
}
