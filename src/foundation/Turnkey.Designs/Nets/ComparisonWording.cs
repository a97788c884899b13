using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>What a comparison found, as diagnostics.</summary>
internal static class ComparisonWording
{
    private const int MostNames = 4;

    public static ImmutableArray<Diagnostic> Of(NetComparison comparison)
    {
        var file = comparison.Netlist == NetComparison.Stated ? "" : comparison.Netlist;
        var says = comparison.Netlist == NetComparison.Stated ? "the copper's own net names" : "the netlist";
        var log = new DiagnosticLog(file);
        foreach (var one in comparison.Shorts)
        {
            log.Error("nets.short", 0, $"copper joins {List(one.Names)}, which {says} keep{(file.Length > 0 ? "s" : "")} apart: {string.Join("; ", one.Meetings.Take(MostNames).Select(Meeting))}");
        }
        foreach (var one in comparison.Opens)
        {
            var (main, apart) = (one.Pieces[0], one.Pieces[1]);
            log.Error("nets.open", 0, $"net {one.Name} lies on {one.Pieces.Length} pieces of copper: {main.Points} of its places on the largest, {apart.Points} on another at {apart.At}{On(apart.Layers)}{Pins(apart.Pins)}");
        }
        foreach (var one in comparison.Unconnected)
        {
            log.Error("nets.unconnected-point", one.Line, $"there is no copper at {one.At} on layer {one.CopperLayer}, where net {one.Name} should be{(one.Pin.Length > 0 ? $" ({one.Pin})" : "")}");
        }
        return [.. log.ToList()];
    }

    private static string List(ImmutableArray<string> names) =>
        string.Join(" and ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");

    private static string Meeting(NetMeeting one) =>
        $"{End(one.NameA, one.PinA)} meets {End(one.NameB, one.PinB)} at {one.At}{On(one.Layers)}";

    private static string End(string name, string pin) => pin.Length > 0 ? $"{name} ({pin})" : name;

    private static string On(ImmutableArray<int> layers) => layers.IsEmpty ? "" : $" on layer{(layers.Length > 1 ? "s" : "")} {string.Join(", ", layers)}";

    private static string Pins(ImmutableArray<string> pins) => pins.IsEmpty ? "" : $" ({string.Join(", ", pins)})";
}
