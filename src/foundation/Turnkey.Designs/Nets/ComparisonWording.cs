using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>What a comparison found, as diagnostics.</summary>
internal static class ComparisonWording
{
    private const int MostNames = 4;

    public static ImmutableArray<Diagnostic> Of(NetComparison comparison)
    {
        var isStated = comparison.Netlist == NetComparison.Stated;
        var says = isStated ? "the copper's own net names keep" : "the netlist keeps";
        var log = new DiagnosticLog(isStated ? "" : comparison.Netlist);
        foreach (var one in comparison.Shorts)
        {
            var shorts = one.Meetings.Where(meeting => meeting.Part.Length == 0).ToArray();
            if (shorts.Length > 0)
            {
                ImmutableArray<string> names = [.. shorts.SelectMany(meeting => new[] { meeting.NameA, meeting.NameB }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                log.Error("nets.short", 0, $"copper joins {List(names)}, which {says} apart: {string.Join("; ", shorts.Take(MostNames).Select(Meeting))}");
            }
            foreach (var meeting in one.Meetings.Where(meeting => meeting.Part.Length > 0)) Joined(log, meeting, isStated);
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
        foreach (var one in comparison.NotIsolated)
        {
            log.Error("nets.not-isolated", one.Line, $"the netlist connects {(one.Pin.Length > 0 ? one.Pin : "the pad")} at {one.At} to nothing, but it lies on copper of net {one.Name}");
        }
        foreach (var one in comparison.Holes) Hole(log, one);
        return [.. log.ToList()];
    }

    /// <summary><c>NET-(C22-PAD1) (R31.2) meets +3V3 (R31.1) at (107.1511 mm, -88.146 mm) on layer 1</c>.</summary>
    public static string Meeting(NetMeeting one) =>
        $"{End(one.NameA, one.PinA)} meets {End(one.NameB, one.PinB)} at {one.At}{On(one.Layers)}";

    /// <summary>A net tie that calls itself one is as it should be; what else is drawn closed may have to be cut.</summary>
    private static void Joined(DiagnosticLog log, NetMeeting one, bool isStated)
    {
        var where = $"{one.NameA} and {one.NameB} are joined in part {one.Part}: copper runs between its pins {one.PinA} and {one.PinB} at {one.At}{On(one.Layers)}";
        var test = isStated ? "" : "; a bare-board test by this netlist will report it as a short";
        if (NetTies.IsNamedSo(one.Part)) log.Info("nets.joined-in-part", 0, $"{where}, as a net tie or a closed jumper does{test}");
        else log.Warning("nets.joined-in-part", 0, $"{where}{test}. Confirm that the part is meant to join them (a net tie, a jumper drawn closed)");
    }

    private static void Hole(DiagnosticLog log, HoleDifference one)
    {
        var listed = $"a tooling hole of {one.Listed}{Plating(one.ListedPlated)} at {one.At}";
        if (one.Drilled is { Nanometres: 0 }) log.Warning("nets.hole-differs", one.Line, $"the netlist has {listed}, the drill files have one there without saying how large");
        else if (one.Drilled is { } drilled) log.Warning("nets.hole-differs", one.Line, $"the netlist has {listed}, the drill files have one of {drilled}{Plating(one.DrilledPlated)} there");
        else log.Warning("nets.hole-missing", one.Line, $"the netlist has {listed}, where the drill files have no hole");
    }

    private static string Plating(bool? plated) => plated switch { true => ", plated", false => ", not plated", null => "" };

    private static string List(ImmutableArray<string> names) =>
        string.Join(" and ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");

    private static string End(string name, string pin) => pin.Length > 0 ? $"{name} ({pin})" : name;

    private static string On(ImmutableArray<int> layers) => layers.IsEmpty ? "" : $" on layer{(layers.Length > 1 ? "s" : "")} {string.Join(", ", layers)}";

    private static string Pins(ImmutableArray<string> pins) => pins.IsEmpty ? "" : $" ({string.Join(", ", pins)})";
}
