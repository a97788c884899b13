using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Parts of the side that is soldered first: they hang from their joints while the other side is soldered. Mass by package, or by volume and density, over the
/// area of the pads. First is the side with the lighter parts.
/// </summary>
internal static class ReflowWeight
{
    private const double SquareMillimetre = 1e12;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What} weighs {worst.Measured} of pad",
        (_, _) => "move the heavy parts to the other side, or glue them");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var sides = design.Parts.Mounted.Where(part => part.IsSurfaceMounted).GroupBy(part => part.Side).OrderBy(side => side.Key).ToArray();
        if (sides.Length < 2) return new CheckOutcome.Skipped("surface-mount parts are on one side only");
        var first = sides.OrderBy(side => side.Max(part => Load(part) ?? 0)).ThenBy(side => side.Count()).First();
        var known = first.Select(part => (Part: part, Load: Load(part))).Where(pair => pair.Load is not null).ToArray();
        if (known.Length == 0) return new CheckOutcome.Skipped("the mass of no part on the lighter side is known");
        var reach = (double)demands.Reach(DesignRule.Of("reflow-weight"))!.Value.Value;
        return new CheckOutcome.Done($"{known.Length.ToString(CultureInfo.InvariantCulture)} parts of the {PartNames.Side(first.Key)} whose mass is known",
            [.. known.Where(pair => pair.Load > reach).Select(pair => new Sighting($"heavy parts on the {PartNames.Side(first.Key)}, which is soldered first", pair.Part.At, PartNames.Side(first.Key), Measure.Of(pair.Load!.Value, MeasureUnit.MilligramPerSquareMillimetre))
            {
                What = pair.Part.Title + (pair.Part.Body!.MassIsAssumed ? " (mass estimated)" : ""),
                Bounds = Box.Of(pair.Part.Pads.Select(pad => pad.At)).Grow(500_000),
            })]);
    }

    /// <summary>Milligrams by square millimetre of pad; null when mass or pads are not known.</summary>
    private static double? Load(PartOnBoard part)
    {
        // Where the pads do not fit the body some are missing, and the part would seem heavier than it is.
        if (part.Body?.Milligrams is not { } mass || PartOutline.Of(part) is not { IsFromPads: false }) return null;
        var area = part.Pads.Sum(pad => (double)pad.Bounds.Area) / SquareMillimetre;
        return area > 0 ? mass / area : null;
    }
}
