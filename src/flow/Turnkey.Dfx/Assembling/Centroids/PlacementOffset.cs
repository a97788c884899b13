using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Places of the centroid file against the middle of the pads. Many tools give the footprint's origin, which may be pin 1: what the parts of a footprint have in
/// common is no error. Parts whose footprint is used once, or twice with different places, are judged where the package says that its pads lie evenly around the
/// middle: two terminals, SOT-23, rows on two or four sides, grids, and tabs by one of their middles; and where named pads do, whatever stands on them.
/// <see cref="PlacementUnjudged"/> speaks of the others.
/// </summary>
internal static class PlacementOffset
{
    /// <summary>A place on a pad's middle is an origin at pin 1, in nanometres.</summary>
    private const double AtPad = 30_000;

    /// <summary>Fewer footprints may agree by chance. The figure is an assumption.</summary>
    private const int LeastFootprints = 3;

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: the place in the centroid file is {worst.Measured} beside the middle of its pads",
        (worst, _) => $"correct the place in the centroid file: {worst.What}");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var reach = demands.Reach(DesignRule.Of("placement-offset"))!.Value.Value;
        var beside = Measured(design.Parts).Where(one => one.Part.IsMounted).ToArray();
        var sightings = beside.Where(one => Measure.OfNanometres(one.Beside.Size).Value > reach).Select(one => Sight(one.Part, one.Beside)).ToArray();
        return beside.Length == 0 ? new CheckOutcome.Skipped("no part's pads are known for sure")
            : new CheckOutcome.Done($"{beside.Length.ToString(CultureInfo.InvariantCulture)} parts", [.. Gathered(sightings, beside)]);
    }

    /// <summary>Parts whose place can be told by their pads, each with how far its right place lies from the file's, in its own axes.</summary>
    internal static IEnumerable<(PartOnBoard Part, Offset Beside)> Measured(MountedParts parts)
    {
        foreach (var group in parts.Footprints)
        {
            // Where the place lies from the mean of the pads, as the part would lie with its right angle.
            var alike = group.Members.Where(member => member is { Turn: not null, Pattern: not null }).Select(member => (member.Part, Turn: member.Turn!.Value, Middle: member.Pattern!.Middle.Turned(member.Turn.Value))).ToArray();
            if (alike.Length >= 3 || (alike.Length == 2 && (alike[0].Middle - alike[1].Middle).Size < AtPad))
            {
                var usual = new Offset(Median(alike.Select(one => one.Middle.X)), Median(alike.Select(one => one.Middle.Y)));
                foreach (var (part, turn, middle) in alike) yield return (part, (middle - usual).Turned(-turn));
                continue;
            }
            foreach (var part in group.Members.Where(member => member.Pattern is not null).Select(member => member.Part))
            {
                if (IsEven(part) && (!IsAtPad(part) || OriginsAreMiddles(parts, part))) yield return (part, Beside(part));
            }
        }
    }

    /// <summary>Parts that lie beside their pads by one and the same way have one cause; where most parts of a side do, it is the file or the copper that is another.</summary>
    private static IEnumerable<Sighting> Gathered(Sighting[] sightings, (PartOnBoard Part, Offset Beside)[] judged)
    {
        foreach (var side in sightings.GroupBy(sighting => sighting.Layer))
        {
            var all = judged.Count(one => PartNames.Side(one.Part.Side) == side.Key);
            if (side.Count() >= LeastAlike && 2 * side.Count() > all)
            {
                foreach (var one in side) yield return one with { Cause = $"most parts of the {side.Key} lie beside their pads: copper or file is of another revision, moved or mirrored" };
                continue;
            }
            foreach (var shift in side.GroupBy(sighting => sighting.What[sighting.What.IndexOf(" by ", StringComparison.Ordinal)..]))
            {
                foreach (var one in shift) yield return shift.Count() < LeastAlike ? one : one with { Cause = $"{shift.Count().ToString(CultureInfo.InvariantCulture)} parts of the {side.Key} lie beside their pads{shift.Key}" };
            }
        }
    }

    /// <summary>Fewer may be off by the same way by chance. The figure is an assumption.</summary>
    private const int LeastAlike = 3;

    /// <summary>The other footprints of two terminals have their places in the middle of their pads, most of them: then one at a pad is no other origin. Where few are compared it may be.</summary>
    private static bool OriginsAreMiddles(MountedParts parts, PartOnBoard part)
    {
        var pairs = parts.Mounted.Where(other => other.FootprintKey != part.FootprintKey && other.Body is { Form: BodyForm.TwoTerminal } && other.HasSurePads && other.Pads.Length == 2)
            .GroupBy(other => other.FootprintKey).Select(group => 2 * group.Count(other => other.Middle.Size < AtPad) > group.Count()).ToArray();
        return pairs.Count(isMiddle => isMiddle) is >= LeastFootprints and var middles && 2 * middles > pairs.Length;
    }

    /// <summary>Pads that the package asks for, all of them, on both sides of the middle; two like pads with names are a pair whatever the package.</summary>
    private static bool IsEven(PartOnBoard part) => part.Body?.Form switch
    {
        BodyForm.TwoTerminal => part.Pads.Length == 2,
        BodyForm.ThreeTerminal => part.Pads.Length == 3,
        // The tab may be several pads.
        BodyForm.Tab => part.Pads.Length is >= 3 and <= 8,
        BodyForm.DualRow or BodyForm.Quad or BodyForm.Grid => part.PadsFrom == PadsFrom.Names && part.Kind.JointsAreKnown && part.Pads.Length >= part.Kind.Joints,
        null when part is { PadsFrom: PadsFrom.Names, Pads: [{ Kind: PadKind.Surface } a, { Kind: PadKind.Surface } b] } => a.Bounds.Area == b.Bounds.Area,
        // Pads that lie evenly about both axes have one middle, whatever stands on them.
        null => part.PadsFrom == PadsFrom.Names && part.Pads.Length >= 4 && part.Pads.All(pad => pad.Kind == PadKind.Surface) && PadPattern.Of(part)?.Repeats(180) == true,
        _ => false,
    };

    /// <summary>
    /// The middle of the pads from the place, or nothing where the place lies between the middle of the box around them and the mean of all: rows of unequal
    /// numbers (SOT-23-5) have both. With a tab the middle of the copper is a third, and what lies between them is none.
    /// </summary>
    private static Offset Beside(PartOnBoard part)
    {
        // Along the rows: aslant, the middle of the box is not that of the pads.
        Offset[] places = [.. part.Pads.Select(pad => part.AlongRows(pad.At))];
        var box = new Offset((places.Min(at => at.X) + places.Max(at => at.X)) / 2, (places.Min(at => at.Y) + places.Max(at => at.Y)) / 2);
        var mean = new Offset(places.Average(at => at.X), places.Average(at => at.Y));
        if (part.Body is not { Form: BodyForm.Tab }) return new Offset(Outside(box.X, mean.X), Outside(box.Y, mean.Y)).Turned(part.Skew ?? 0);
        var bounds = part.Pads.Aggregate(Box.Empty, (all, pad) => all.Join(pad.Bounds));
        return new[] { box, mean, part.AlongRows(bounds.Centre) }.MinBy(middle => middle.Size).Turned(part.Skew ?? 0);

        static double Outside(double a, double b) => a * b <= 0 ? 0 : Math.Abs(a) < Math.Abs(b) ? a : b;
    }

    internal static bool IsAtPad(PartOnBoard part) => part.Pads.Any(pad => Point.Distance(pad.At, part.At) < AtPad);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static Sighting Sight(PartOnBoard part, Offset beside)
    {
        var to = part.Frame.ToBoard(beside) - part.At;
        return new Sighting($"{part.Title} lies beside its pads", part.At, PartNames.Side(part.Side), Measure.OfNanometres(beside.Size))
        {
            What = $"{part.Name} by {Millimetres(to.X)}, {Millimetres(to.Y)} mm",
            Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Join(part.At).Grow(500_000),
        };
    }

    private static string Millimetres(long nanometres) => (nanometres / 1e6).ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture);
}
