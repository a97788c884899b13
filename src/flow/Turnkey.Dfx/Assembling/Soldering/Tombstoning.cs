using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Chips of 0603 and less, one of whose pads is drained of heat by much more copper than the other: the width of copper that leaves the one by that of the
/// other. Light chips are lifted by the end that wets first.
/// </summary>
internal static class Tombstoning
{
    /// <summary>Between places around a pad where copper is looked for, in nanometres.</summary>
    private const double Step = 10_000;

    private static readonly double Beside = MountingFigures.LengthOf("tombstone-reach").Nanometres;

    private static readonly double Floor = MountingFigures.LengthOf("tombstone-floor").Nanometres;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}, {worst.Measured} times as much on one pad as on the other",
        (_, _) => "join the pad in the pour by thermal spokes, or leave both pads by tracks of one width");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("tombstoning"))!.Value.Value;
        var chips = design.Parts.Mounted.Where(part => part is { HasSurePads: true, Pads.Length: 2, Kind.Size: "01005" or "0201" or "0402" or "0603" }).ToArray();
        if (chips.Length == 0) return new CheckOutcome.Skipped("no chips of 0603 or less with known pads");
        var sightings = new List<Sighting>();
        foreach (var chip in chips)
        {
            var (a, b) = (Leaving(chip.Pads[0]), Leaving(chip.Pads[1]));
            var measured = Measure.Of(Math.Max(Math.Max(a, b), Floor) / Math.Max(Math.Min(a, b), Floor), MeasureUnit.Ratio);
            if (measured.Value <= reach) continue;
            sightings.Add(new Sighting($"copper leaving the pads of {chip.Kind.Size} chips is unequal", chip.At, PartNames.Side(chip.Side), measured)
            {
                What = $"{chip.Name} with {Width(a)} and {Width(b)}",
                Bounds = Box.Of(chip.Pads.Select(pad => pad.At)).Grow(500_000),
            });
        }
        return new CheckOutcome.Done($"{chips.Length.ToString(CultureInfo.InvariantCulture)} chips", [.. sightings]);
    }

    private static string Width(double nanometres) => Measure.OfNanometres(Math.Round(nanometres / Step) * Step).ToString();

    /// <summary>How much of a line around a pad lies on copper of its net, in nanometres.</summary>
    private static double Leaving(Pad pad)
    {
        // Along the box around the pad, a little outside; chips stand on rectangles, with round corners at most.
        var box = pad.Bounds.Grow((long)Beside);
        double width = box.Right - box.Left, height = box.Top - box.Bottom, around = 2 * (width + height);
        var count = (int)Math.Ceiling(around / Step);
        var on = 0;
        for (var i = 0; i < count; i++)
        {
            if (IsCopper(pad, On(box, width, height, (i + 0.5) * around / count))) on++;
        }
        return on * around / count;
    }

    private static Point On(Box box, double width, double height, double way)
    {
        if (way < width) return new Point(box.Left + (long)way, box.Bottom);
        way -= width;
        if (way < height) return new Point(box.Right, box.Bottom + (long)way);
        way -= height;
        return way < width ? new Point(box.Right - (long)way, box.Top) : new Point(box.Left, box.Top - (long)(way - width));
    }

    private static bool IsCopper(Pad pad, Point at)
    {
        foreach (var i in pad.Sheet.Index.Overlapping(new Box(at.X, at.Y, at.X, at.Y)))
        {
            if (pad.Sheet.Pieces[i].Net == pad.Net && pad.Sheet.Pieces[i].Feature != pad.Feature && pad.Sheet.Pieces[i].Primitive.Contains(at)) return true;
        }
        return false;
    }
}
