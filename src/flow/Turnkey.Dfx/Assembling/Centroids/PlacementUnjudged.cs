using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Parts whose place nothing in the files tells: <see cref="PlacementOffset"/> does not measure them, and their place is neither on pin 1 nor in a middle of
/// their pads, where libraries have their origins. They are asked for by name; nobody is passed over.
/// </summary>
internal static class PlacementUnjudged
{
    /// <summary>An origin is there when the place is nearer than this, in nanometres: files round to 0.01 mm and mils.</summary>
    private const double AtOrigin = 30_000;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}",
        (_, _) => "compare the place with the drawing of the part, or have the origin of its footprint confirmed");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var measured = PlacementOffset.Measured(design.Parts).Select(one => one.Part.Name).ToHashSet(StringComparer.Ordinal);
        var others = design.Parts.Mounted.Where(part => part.HasSurePads && part.Pads.Length >= 2 && !measured.Contains(part.Name)).ToArray();
        if (others.Length == 0) return new CheckOutcome.Skipped("the place of every part with known pads is measured against them");
        return new CheckOutcome.Done($"{others.Length.ToString(CultureInfo.InvariantCulture)} parts whose origin the pads do not tell: {string.Join(", ", others.Select(part => part.Name))}",
            [.. others.Where(part => !IsAtOrigin(part)).Select(Sight)]);
    }

    /// <summary>On pin 1, on any pad where none is called so, in the middle of the box around the pads or of their copper, or in their mean.</summary>
    private static bool IsAtOrigin(PartOnBoard part)
    {
        if (part.PinOne is { } pin ? Point.Distance(pin.At, part.At) < AtOrigin : PlacementOffset.IsAtPad(part)) return true;
        Offset[] places = [.. part.Pads.Select(pad => part.AlongRows(pad.At))];
        var box = new Offset((places.Min(at => at.X) + places.Max(at => at.X)) / 2, (places.Min(at => at.Y) + places.Max(at => at.Y)) / 2);
        var mean = new Offset(places.Average(at => at.X), places.Average(at => at.Y));
        var copper = part.AlongRows(part.Pads.Aggregate(Box.Empty, (all, pad) => all.Join(pad.Bounds)).Centre);
        return new[] { box, mean, copper }.Any(middle => middle.Size < AtOrigin);
    }

    private static Sighting Sight(PartOnBoard part)
    {
        var away = part.Frame.ToBoard(part.Middle) - part.At;
        return new Sighting("parts whose place is neither on pin 1 nor in the middle of their pads", part.At, PartNames.Side(part.Side), Measure.Fact)
        {
            What = string.Create(CultureInfo.InvariantCulture, $"{part.Title}, with the middle of its pads at {away.X / 1e6:+0.###;-0.###;0}, {away.Y / 1e6:+0.###;-0.###;0} mm from there"),
            Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Join(part.At).Grow(500_000),
            IsUndeterminable = true,
        };
    }
}
