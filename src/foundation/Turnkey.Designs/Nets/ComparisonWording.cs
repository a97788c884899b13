using System.Collections.Immutable;
using System.Globalization;
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
            var shorts = one.Meetings.Where(meeting => !meeting.IsTie).ToArray();
            if (shorts.Length > 0)
            {
                ImmutableArray<string> names = [.. shorts.SelectMany(meeting => new[] { meeting.NameA, meeting.NameB }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                var more = shorts.Length > MostNames ? $"; and {shorts.Length - MostNames} more" : "";
                var advice = shorts.All(meeting => meeting.Part.Length > 0) ? ". Where a part is meant to join them, its designator is to say so (NT1, JP1, SJ1)" : "";
                log.Error("nets.short", 0, $"copper joins {List(names)}, which {says} apart: {string.Join("; ", shorts.Take(MostNames).Select(Meeting))}{more}{advice}");
            }
            foreach (var meeting in one.Meetings.Where(meeting => meeting.IsTie)) Joined(log, meeting, isStated);
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

    /// <summary>As <see cref="NetComparison.Counts"/>.</summary>
    public static string Counts(NetComparison comparison)
    {
        var meetings = comparison.Shorts.SelectMany(one => one.Meetings).ToArray();
        var ties = meetings.Count(meeting => meeting.IsTie);
        var (shorts, inParts) = (meetings.Length - ties, meetings.Count(meeting => meeting.Part.Length > 0) - ties);
        var within = inParts == 0 ? "" : inParts < shorts ? string.Create(CultureInfo.InvariantCulture, $", {inParts} of them within a part") : shorts == 1 ? ", within a part" : ", each within a part";
        return string.Join(", ",
        [
            Count(shorts, "short") + within,
            Count(comparison.Opens.Length, "open"),
            string.Create(CultureInfo.InvariantCulture, $"{comparison.Unconnected.Length} without copper"),
            .. ties == 0 ? [] : (string[])[Count(ties, "pair of nets", "pairs of nets") + " joined by a net tie or jumper"],
            .. comparison.NotIsolated.IsEmpty ? [] : (string[])[Count(comparison.NotIsolated.Length, "pad") + " not isolated"],
            .. comparison.Holes.IsEmpty ? [] : (string[])[Count(comparison.Holes.Length, "tooling hole") + " not as drilled"],
        ]);
    }

    /// <summary><c>NET-(C22-PAD1) (R31.2) meets +3V3 (R31.1) at (107.1511 mm, -88.146 mm) on layer 1, in part R31</c>.</summary>
    public static string Meeting(NetMeeting one) =>
        $"{End(one.NameA, one.PinA)} meets {End(one.NameB, one.PinB)} at {one.At}{On(one.Layers)}{(one.Part.Length > 0 ? $", in part {one.Part}" : "")}";

    /// <summary>A part that calls itself a net tie or a jumper is as it should be.</summary>
    private static void Joined(DiagnosticLog log, NetMeeting one, bool isStated)
    {
        var test = isStated ? "" : "; a bare-board test by this netlist will report it as a short";
        log.Info("nets.joined-in-part", 0, $"{one.NameA} and {one.NameB} are joined in part {one.Part}: copper runs between its pins {one.PinA} and {one.PinB} at {one.At}{On(one.Layers)}, as a net tie or a closed jumper does{test}");
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

    private static string Count(int count, string one, string? many = null) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    private static string End(string name, string pin) => pin.Length > 0 ? $"{name} ({pin})" : name;

    private static string On(ImmutableArray<int> layers) => layers.IsEmpty ? "" : $" on layer{(layers.Length > 1 ? "s" : "")} {string.Join(", ", layers)}";

    private static string Pins(ImmutableArray<string> pins) => pins.IsEmpty ? "" : $" ({string.Join(", ", pins)})";
}
