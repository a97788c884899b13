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
/// middle: two terminals, SOT-23, rows on two or four sides, grids, and tabs by one of their middles; connectors are not.
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
        var sightings = new List<Sighting>();
        var compared = 0;
        foreach (var group in design.Parts.Footprints)
        {
            // Another angle moves an origin beside the middle: only those that lie alike are held against each other.
            var alike = group.Members.Where(member => member.Turn is 0 && member.Pattern is not null).Select(member => member.Part).ToArray();
            if (alike.Length >= 3 || (alike.Length == 2 && (alike[0].Middle - alike[1].Middle).Size < AtPad))
            {
                var usual = new Offset(Median(alike.Select(part => part.Middle.X)), Median(alike.Select(part => part.Middle.Y)));
                foreach (var part in alike) Judge(part, part.Middle - usual);
            }
            else
            {
                foreach (var part in alike.Where(part => IsEven(part) && (!IsAtPad(part) || OriginsAreMiddles(design.Parts, part)))) Judge(part, Beside(part));
            }
        }
        return compared == 0 ? new CheckOutcome.Skipped("no part's pads are known for sure") : new CheckOutcome.Done($"{compared.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);

        void Judge(PartOnBoard part, Offset beside)
        {
            compared++;
            if (part.IsMounted && Measure.OfNanometres(beside.Size) is var measured && measured.Value > demands.Reach(DesignRule.Of("placement-offset"))!.Value.Value) sightings.Add(Sight(part, beside, measured));
        }
    }

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
        null => part is { PadsFrom: PadsFrom.Names, Pads: [{ Kind: PadKind.Surface } a, { Kind: PadKind.Surface } b] } && a.Bounds.Area == b.Bounds.Area,
        _ => false,
    };

    /// <summary>
    /// The middle of the pads from the place, or nothing where the place lies between the middle of the box around them and the mean of all: rows of unequal
    /// numbers (SOT-23-5) have both. With a tab the middle of the copper is a third, and what lies between them is none.
    /// </summary>
    private static Offset Beside(PartOnBoard part)
    {
        var (box, mean) = (part.Middle, new Offset(0, 0));
        foreach (var pad in part.Pads) mean += part.Frame.ToLocal(pad.At);
        mean = mean.Times(1d / part.Pads.Length);
        if (part.Body is not { Form: BodyForm.Tab }) return new Offset(Outside(box.X, mean.X), Outside(box.Y, mean.Y));
        var bounds = part.Pads.Aggregate(Box.Empty, (all, pad) => all.Join(pad.Bounds));
        return new[] { box, mean, part.Frame.ToLocal(bounds.Centre) }.MinBy(middle => middle.Size);

        static double Outside(double a, double b) => a * b <= 0 ? 0 : Math.Abs(a) < Math.Abs(b) ? a : b;
    }

    private static bool IsAtPad(PartOnBoard part) => part.Pads.Any(pad => Point.Distance(pad.At, part.At) < AtPad);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static Sighting Sight(PartOnBoard part, Offset beside, Measure measured)
    {
        var to = part.Frame.ToBoard(beside) - part.At;
        return new Sighting($"{part.Title} lies beside its pads", part.At, PartNames.Side(part.Side), measured)
        {
            What = $"{part.Name} by {Millimetres(to.X)}, {Millimetres(to.Y)} mm",
            Bounds = Box.Of(part.Pads.Select(pad => pad.At)).Join(part.At).Grow(500_000),
        };
    }

    private static string Millimetres(long nanometres) => (nanometres / 1e6).ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture);
}
