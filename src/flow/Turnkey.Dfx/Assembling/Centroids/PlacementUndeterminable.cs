using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Parts that would stand on their pads when turned by 180° or 90° as well, and must not be turned: the pads cannot tell whether the file's angle is right.
/// Where the files name pins, pin 1 decides; what was confirmed once is not asked again. Nobody can turn a resistor wrong.
/// </summary>
internal static class PlacementUndeterminable
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: the pads cannot tell whether the angle is right, and the files name no pin 1",
        (_, _) => "have the place of pin 1 or of the cathode confirmed for each of them; confirmed parts are remembered and not asked for again");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var sightings = new List<Sighting>();
        var looked = 0;
        foreach (var group in design.Parts.Footprints)
        {
            if (!group.IsAgreed) AskWhichIsWrong(group, sightings);
            else
            {
                foreach (var member in group.Members.Where(member => member is { Turn: not (null or 0), Part.IsMounted: true } && !group.TurnsInPlace(member)))
                    sightings.Add(new Sighting("parts whose pads may be their neighbours'", member.Part.At, PartNames.Side(member.Part.Side), Measure.Fact) { What = member.Part.Title, IsUndeterminable = true });
            }
            foreach (var (part, pattern, _) in group.Members)
            {
                if (!part.IsMounted || pattern is null) continue;
                looked++;
                if (part.PinOne is not null || Confirmations.Find(design.Context, part) is not null || Question(part, pattern) is not { } cause) continue;
                sightings.Add(new Sighting(cause, part.At, PartNames.Side(part.Side), Measure.Fact) { What = part.Title, Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Grow(500_000), IsUndeterminable = true });
            }
        }
        return looked == 0 ? new CheckOutcome.Skipped("no part's pads are known for sure") : new CheckOutcome.Done($"{looked.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);
    }

    /// <summary>Null when a wrong angle would show, or does no harm.</summary>
    private static string? Question(PartOnBoard part, PadPattern pattern)
    {
        if (part.IsPolar && pattern.Count == 2) return "parts with two poles, turned by 180°";
        if (pattern.Count < 4 || part.Kind.Class is "resistor" or "resistor-network" or "capacitor-ceramic" or "capacitor-ceramic-large" or "inductor" or "ferrite" or "crystal" or "switch") return null;
        if (pattern.Repeats(90)) return "square parts, turned by 90° or 180°";
        return pattern.Repeats(180) ? "parts with two like rows, turned by 180°" : null;
    }

    /// <summary>Two parts that disagree show that one is wrong, and not which.</summary>
    private static void AskWhichIsWrong(FootprintGroup group, List<Sighting> sightings)
    {
        if (!group.Members.Any(member => member.Turn is not (null or 0))) return;
        foreach (var member in group.Members.Where(member => member.Turn is not null && member.Part.IsMounted))
        {
            sightings.Add(new Sighting($"parts with footprint {group.Footprint} whose angles disagree with their pads", member.Part.At, PartNames.Side(member.Part.Side), Measure.Fact)
            {
                What = $"{member.Part.Title} {member.Part.Placement.Rotation.ToString("0.##", CultureInfo.InvariantCulture)}°",
                Bounds = Box.Of(member.Part.Pads.Select(pad => pad.At)).Grow(500_000),
                IsUndeterminable = true,
            });
        }
    }
}
