using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Something of a part's pads that shows how it lies, and where the standard has it at angle zero (IPC-7351B, zero component orientation, level A; the
/// libraries of KiCad follow it): chips along x, pin 1 of them left; pin 1 of rows and squares in the upper left corner; leads of SOT-23 and SOT-223 that are
/// more on one side than on the other left; two rows of leads left and right; rows along the axes, whatever they are rows of. Sides and quarters are looked for
/// along the rows of pads: by how much those lie aslant the direction differs from a quarter turn.
/// </summary>
internal sealed class OrientationAspect
{
    /// <summary>A direction that is farther from the axis of its rows, in degrees, shows no side.</summary>
    private const double Aslant = 10;

    /// <summary>Middle and mean of pads that are nearer than this share of their extent are one. The figure is an assumption; SOT-23 has a sixth.</summary>
    private const double Lopsided = 0.08;

    /// <summary>Pads in one row differ across it by less, in nanometres.</summary>
    private const double SameRow = 50_000;

    private readonly Func<PartOnBoard, double?> direction;

    private OrientationAspect(double period, double standard, Func<PartOnBoard, double?> direction) => (Period, Standard, this.direction) = (period, standard, direction);

    /// <summary>Those that tell more first.</summary>
    public static ImmutableArray<OrientationAspect> All { get; } =
        [new(360, 180, Pole), new(360, 135, Corner), new(360, 180, HeavySide), new(180, 0, Axis), new(180, 0, AcrossRows), new(90, 0, Rows)];

    /// <summary>Directions repeat after so many degrees.</summary>
    public double Period { get; }

    /// <summary>Direction at angle zero.</summary>
    public double Standard { get; }

    /// <summary>Enough others may call a part wrong by it. Across which axis rows lie libraries do not agree well enough: packages without leads are drawn either way.</summary>
    public bool Convicts => direction != AcrossRows;

    /// <summary>It shows whether the part lies aslant, and not which of the quarter turns is right.</summary>
    public bool TellsOnlySkew => direction == Rows;

    /// <summary>Where it lies when the part is turned back by its angle, in steps of quarter turns from the skew of its rows; null where the part does not show it.</summary>
    public double? Direction(PartOnBoard part) =>
        part.HasSurePads && part.Pads.Length >= 2 && direction(part) is { } along ? Angles.Within(along + (part.Skew ?? 0), Period) : null;

    /// <summary>
    /// Directions of parts with unequal phases cannot be compared: where nobody knows whether angles of the bottom are counted as seen from there, parts on it
    /// lie rightly to each other only when their angles differ by half a period.
    /// </summary>
    public int Phase(MountedParts parts, PartOnBoard part) =>
        part.Side == Side.Top || parts.IsSenseKnown ? 0 : (int)Angles.Within(Math.Round(part.Placement.Rotation), Period / 2);

    /// <summary>Libraries agree on packages; on connectors and modules they do not.</summary>
    public static bool IsOfKnownPackage(PartOnBoard part) => part.Body is not null;

    /// <summary>Where the first pole of a two-terminal part lies; null where no pin is named.</summary>
    private static double? Pole(PartOnBoard part) =>
        part is { IsPolar: true, Pads.Length: 2, PinOne: { } pin } ? Quarter((part.AlongRows(pin.At) - Middle(Places(part))).Degrees) : null;

    /// <summary>Along which axis a part with two pads lies: 0 or 90.</summary>
    private static double? Axis(PartOnBoard part) => part.Pads.Length == 2
        && Quarter((part.AlongRows(part.Pads[1].At) - part.AlongRows(part.Pads[0].At)).Degrees) is { } quarter ? Angles.Within(quarter, 180) : null;

    /// <summary>
    /// In which quarter pin 1 lies, by its middle in degrees; null where no pin 1 is named, or it lies on an axis. Of crystals libraries draw it in one corner or another.
    /// </summary>
    private static double? Corner(PartOnBoard part)
    {
        if (part.Pads.Length < 3 || part.Body is { Form: BodyForm.TwoTerminal } || part.PinOne is not { } pin || part.IsConnector || part.Kind.Class == "crystal") return null;
        var at = (part.AlongRows(pin.At) - Middle(Places(part))).Degrees;
        return Angles.Between(at, 0, 90) <= Aslant / 2 ? null : (90 * Math.Floor(at / 90)) + 45;
    }

    /// <summary>On which side more of the pads are; null where they lie evenly.</summary>
    private static double? HeavySide(PartOnBoard part)
    {
        if (part.Body is not { Form: BodyForm.ThreeTerminal or BodyForm.Tab or BodyForm.DualRow }) return null;
        var places = Places(part);
        var mean = new Offset(places.Average(at => at.X), places.Average(at => at.Y)) - Middle(places);
        var extent = Math.Max(places.Max(at => at.X) - places.Min(at => at.X), places.Max(at => at.Y) - places.Min(at => at.Y));
        return mean.Size < Lopsided * extent ? null : Quarter(mean.Degrees);
    }

    /// <summary>Across the rows of a part with two: 0 where they lie left and right, else 90; null where the pads do not show it.</summary>
    private static double? AcrossRows(PartOnBoard part)
    {
        if (part.Body is not { Form: BodyForm.DualRow } || part.Pads.Length < 4) return null;
        var places = Places(part);
        var (columns, rows) = (Different(places.Select(at => at.X)), Different(places.Select(at => at.Y)));
        return columns == rows ? null : columns < rows ? 0 : 90;
    }

    /// <summary>Along an axis, by the rows themselves; null where there are none.</summary>
    private static double? Rows(PartOnBoard part) => part.Skew is null ? null : 0;

    private static Offset[] Places(PartOnBoard part) => [.. part.Pads.Select(pad => part.AlongRows(pad.At))];

    /// <summary>Of the box around places.</summary>
    private static Offset Middle(Offset[] places) =>
        new((places.Min(at => at.X) + places.Max(at => at.X)) / 2, (places.Min(at => at.Y) + places.Max(at => at.Y)) / 2);

    private static int Different(IEnumerable<double> values)
    {
        var (count, last) = (0, double.MinValue);
        foreach (var value in values.Order())
        {
            if (value - last > SameRow) count++;
            last = value;
        }
        return count;
    }

    private static double? Quarter(double degrees) =>
        Angles.Between(degrees, 0, 90) <= Aslant ? Angles.Within(90 * Math.Round(degrees / 90, MidpointRounding.AwayFromZero), 360) : null;
}
