using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Places of the centroid file against the middle of the pads. Many tools give the footprint's origin, which may be pin 1: what all parts of a footprint have in
/// common is no error. Parts whose footprint is used once are judged where there can be but one middle: two terminals.
/// </summary>
internal static class PlacementOffset
{
    /// <summary>A place on a pad's middle is an origin at pin 1, in nanometres.</summary>
    private const double AtPad = 30_000;

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
            if (alike.Length >= 3)
            {
                var usual = new Offset(Median(alike.Select(part => part.Middle.X)), Median(alike.Select(part => part.Middle.Y)));
                foreach (var part in alike) Judge(part, part.Middle - usual);
            }
            else
            {
                foreach (var part in alike.Where(part => part.Body is { Form: BodyForm.TwoTerminal } && part.Pads.Length == 2 && !IsAtPad(part))) Judge(part, part.Middle);
            }
        }
        return compared == 0 ? new CheckOutcome.Skipped("no part's pads are known for sure") : new CheckOutcome.Done($"{compared.ToString(CultureInfo.InvariantCulture)} parts", [.. sightings]);

        void Judge(PartOnBoard part, Offset beside)
        {
            compared++;
            if (part.IsMounted && Measure.OfNanometres(beside.Size) is var measured && measured.Value > demands.Reach(DesignRule.Of("placement-offset"))!.Value.Value) sightings.Add(Sight(part, beside, measured));
        }
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
