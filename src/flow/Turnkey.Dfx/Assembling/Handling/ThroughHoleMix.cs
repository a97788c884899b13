using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Handling;

/// <summary>Parts with leads on a board with surface-mount parts: a fact that costs a second soldering process.</summary>
internal static class ThroughHoleMix
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}",
        (_, _) => "take surface-mount parts instead, or those that can be soldered in paste");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var mounted = design.Parts.Mounted.ToArray();
        var leaded = mounted.Where(IsLeaded).ToArray();
        var surface = mounted.Count(part => part.IsSurfaceMounted);
        var cause = $"{leaded.Length.ToString(CultureInfo.InvariantCulture)} through-hole parts beside {surface.ToString(CultureInfo.InvariantCulture)} surface-mount parts";
        return new CheckOutcome.Done($"{mounted.Length.ToString(CultureInfo.InvariantCulture)} parts", surface == 0 ? [] : [.. leaded.Select(part => new Sighting(cause, part.At, PartNames.Side(part.Side), Measure.Fact) { What = part.Title })]);
    }

    /// <summary>What its pads show counts before what its name says: pegs of surface-mount connectors are few.</summary>
    private static bool IsLeaded(PartOnBoard part) => part.HasSurePads
        ? part.Pads.Count(pad => pad.Kind == PadKind.ThroughHole) > part.Pads.Count(pad => pad.Kind == PadKind.Surface)
        : part.Kind is { Mounting: Plants.Parts.Mounting.ThroughHole, MountingIsKnown: true };
}
