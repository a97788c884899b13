using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Clearances;

/// <summary>Parts too tall for the line, as far as the parts list, package or name tell their height.</summary>
internal static class PartHeight
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What} is {worst.Measured} tall",
        (_, verdict) => $"mount them after the oven by hand, or take parts of at most {verdict.Limit}");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("part-height"))!.Value.Length;
        var known = design.Parts.Mounted.Select(part => (Part: part, Height: part.Line?.Height ?? part.Body?.Height)).Where(one => one.Height is not null).ToArray();
        return known.Length == 0
            ? new CheckOutcome.Skipped("no part's height is known")
            : new CheckOutcome.Done($"{known.Length.ToString(CultureInfo.InvariantCulture)} parts whose height is known",
                [.. known.Where(one => one.Height > reach).Select(one => new Sighting("tall parts", one.Part.At, PartNames.Side(one.Part.Side), Measure.Of(one.Height!.Value)) { What = one.Part.Title, Bounds = Box.Of(one.Part.Pads.Select(pad => pad.At)).Join(one.Part.At).Grow(500_000) })]);
    }
}
