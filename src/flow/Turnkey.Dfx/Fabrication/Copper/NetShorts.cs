using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Copper that joins what the netlist, or the net names in the copper files, keep apart. What a part that calls itself a net tie or a jumper joins is meant;
/// what is joined between the pads of another part may be meant, and nothing says so.
/// </summary>
internal static class NetShorts
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}",
        (worst, _) => worst.Cause == InParts
            ? "where the part is to join its nets, call it a net tie or a jumper (NT1, JP1), or have both pads in one net; else take the copper between its pads away"
            : "take the copper away that joins them, or correct the netlist");

    private const string InParts = "nets joined between the pads of a part";

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (StatedNetlist.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var comparison = design.Nets.Comparison!;
        var (within, across) = (new List<Sighting>(), new List<Sighting>());
        foreach (var one in comparison.Shorts)
        {
            foreach (var meeting in one.Meetings.Where(meeting => !meeting.IsTie))
            {
                var what = $"{StatedNetlist.End(meeting.NameA, meeting.PinA)} meets {StatedNetlist.End(meeting.NameB, meeting.PinB)}";
                if (meeting.Part.Length > 0) within.Add(Sight(InParts, $"{what} in part {meeting.Part}", meeting.At, meeting.Layers.FirstOrDefault()));
                else across.Add(Sight($"{meeting.NameA} and {meeting.NameB} are joined", what, meeting.At, meeting.Layers.FirstOrDefault()));
            }
        }
        // A tester that was made by this netlist would call them shorted.
        within.AddRange(comparison.NotIsolated.Select(pad => Sight("pads that the netlist connects to nothing", $"{(pad.Pin.Length > 0 ? pad.Pin : "a pad")} lies on copper of {pad.Name}", pad.At, pad.CopperLayer)));
        return new CheckOutcome.Done(StatedNetlist.LookedAt(comparison), [.. within, .. StatedNetlist.Gathered(across, "nets that copper joins")]);
    }

    private static Sighting Sight(string cause, string what, Point at, int layer) =>
        new(cause, at, layer > 0 ? $"L{layer}" : "", Measure.Fact) { What = what, Bounds = Box.Around(at, 500_000, 500_000) };
}
