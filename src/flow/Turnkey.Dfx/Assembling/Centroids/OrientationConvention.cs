using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// How the footprints of a board lie at angle zero, learned from all of its parts: libraries draw all chips along one axis, and pin 1 of all row packages in one
/// corner (IPC-7351B, zero component orientation, levels A and B). It judges parts whose own footprint cannot, as it is used once. Where the parts do not agree
/// nearly all there is no convention, and nobody is judged.
/// </summary>
internal sealed class OrientationConvention
{
    /// <summary>Fewer footprints may agree by chance. The figure is an assumption.</summary>
    private const int LeastFootprints = 3;

    /// <summary>Share of the footprints that must agree. The figure is an assumption.</summary>
    private const double Agreement = 0.9;

    /// <summary>A direction that is farther from its axis, in degrees, is of a footprint that is drawn aslant.</summary>
    private const double Aslant = 10;

    private readonly ImmutableArray<Voice> axes, poles, corners;

    private OrientationConvention(ImmutableArray<Voice> axes, ImmutableArray<Voice> poles, ImmutableArray<Voice> corners) => (this.axes, this.poles, this.corners) = (axes, poles, corners);

    /// <summary>What most parts of a footprint on one side say, and how many.</summary>
    private readonly record struct Voice(string Footprint, Side Side, double Direction, int Parts);

    /// <summary>Each footprint has one voice on each side.</summary>
    public static OrientationConvention Of(MountedParts parts) => new(Voices(parts, AxisOf), Voices(parts, PoleOf), Voices(parts, CornerOf));

    /// <summary>How many degrees the part's angle in the file is too large by what the other footprints say, above -180 to 180; null when they say nothing.</summary>
    public double? TurnOf(PartOnBoard part)
    {
        if (part.IsPolar && Surplus(poles, part, PoleOf(part)) is { } half) return half;
        if (AxisOf(part) is { } axis) return Usual(axes.Where(voice => !IsOwn(voice, part))) is { } usual ? Angles.Within(usual - axis, 180) : null;
        return Surplus(corners, part, CornerOf(part));
    }

    private static double? Surplus(ImmutableArray<Voice> voices, PartOnBoard part, double? direction)
    {
        // Tools flip parts to the bottom about one axis or the other, which turns where pin 1 is, not their axes.
        if (direction is not { } own || Usual(voices.Where(voice => voice.Side == part.Side && !IsOwn(voice, part))) is not { } other) return null;
        var surplus = Angles.Within(other - own, 360);
        return surplus > 180 ? surplus - 360 : surplus;
    }

    private static bool IsOwn(Voice voice, PartOnBoard part) => voice.Side == part.Side && voice.Footprint == part.FootprintKey;

    private static ImmutableArray<Voice> Voices(MountedParts parts, Func<PartOnBoard, double?> direction) =>
    [
        .. parts.Mounted.Select(part => (Key: (part.FootprintKey, part.Side), Direction: direction(part))).Where(one => one.Direction is not null)
            .GroupBy(one => one.Key, one => one.Direction!.Value).Select(group => Most(group) is var (most, count) ? new Voice(group.Key.FootprintKey, group.Key.Side, most, count) : default),
    ];

    private static (double Direction, int Count) Most(IEnumerable<double> directions) =>
        directions.GroupBy(direction => direction).Select(group => (group.Key, Count: group.Count())).OrderByDescending(one => one.Count).ThenBy(one => one.Key).First();

    /// <summary>What they agree on; null when too few do.</summary>
    private static double? Usual(IEnumerable<Voice> voices)
    {
        // Footprints of which two parts agree are surer than others, whose one angle may be wrong itself.
        var all = voices.ToArray();
        var sure = all.Where(voice => voice.Parts >= 2).ToArray();
        double[] directions = [.. (sure.Length >= LeastFootprints ? sure : all).Select(voice => voice.Direction)];
        if (directions.Length < LeastFootprints) return null;
        var (direction, count) = Most(directions);
        return count >= Agreement * directions.Length ? direction : null;
    }

    /// <summary>Along which axis a two-terminal part lies at angle zero: 0 or 90; null for others.</summary>
    private static double? AxisOf(PartOnBoard part)
    {
        if (part.Body is not { Form: BodyForm.TwoTerminal } || !part.HasSurePads || part.Pads.Length != 2 || !IsPlain(part, 90)) return null;
        var direction = (part.Frame.ToLocal(part.Pads[1].At) - part.Frame.ToLocal(part.Pads[0].At)).Degrees;
        return Angles.Between(direction, 0, 180) <= Aslant ? 0 : Angles.Between(direction, 90, 180) <= Aslant ? 90 : null;
    }

    /// <summary>Where the first pole of a two-terminal part lies at angle zero, to the quarter turn; null where no pin is named.</summary>
    private static double? PoleOf(PartOnBoard part)
    {
        if (part.Body is not { Form: BodyForm.TwoTerminal } || part.Pads.Length != 2 || part.PinOne is not { } pin || !IsPlain(part, 180)) return null;
        var direction = (part.Frame.ToLocal(pin.At) - part.Middle).Degrees;
        return Angles.Between(direction, 0, 90) <= Aslant ? Angles.Within(90 * Math.Round(direction / 90, MidpointRounding.AwayFromZero), 360) : null;
    }

    /// <summary>In which quarter pin 1 lies at angle zero, by its middle in degrees; null where no pin 1 is named, or it lies on an axis.</summary>
    private static double? CornerOf(PartOnBoard part)
    {
        if (part.Body is not { Form: BodyForm.ThreeTerminal or BodyForm.DualRow or BodyForm.Quad or BodyForm.Tab } || part.PinOne is not { } pin || !IsPlain(part, 180)) return null;
        var direction = (part.Frame.ToLocal(pin.At) - part.Middle).Degrees;
        return Angles.Between(direction, 0, 90) <= Aslant / 2 ? null : (90 * Math.Floor(direction / 90)) + 45;
    }

    /// <summary>Whether angles of the bottom are counted as seen from there does not matter for multiples of these.</summary>
    private static bool IsPlain(PartOnBoard part, double period) => part.Side == Side.Top || Angles.Between(part.Placement.Rotation, 0, period) < 1;
}
