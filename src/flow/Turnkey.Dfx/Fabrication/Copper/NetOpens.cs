using Turnkey.Designs.Nets;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>
/// Nets whose pads lie on several pieces of copper that no layer and no hole joins, and places of the netlist without copper. Pieces without a pad, as an
/// island of a pour has, leave no pin unconnected: <see cref="CopperIsland"/> and <see cref="OpenEnd"/> speak of them.
/// </summary>
internal static class NetOpens
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What}",
        (_, _) => "draw the missing connection, or correct the netlist");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (StatedNetlist.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var comparison = design.Nets.Comparison!;
        var sightings = comparison.Opens.SelectMany(open => Apart(design, open))
            .Concat(comparison.Unconnected.Select(point => Sight(point.Name, $"there is no copper at {(point.Pin.Length > 0 ? point.Pin : "a place of the net")}", point.At, point.CopperLayer))).ToArray();
        return new CheckOutcome.Done(StatedNetlist.LookedAt(comparison), [.. StatedNetlist.Gathered(sightings, "nets that are in pieces")]);
    }

    private static IEnumerable<Sighting> Apart(CheckedDesign design, NetOpen open)
    {
        // Where pins are named, pads are what has one; a via that hangs free opens nothing.
        var named = open.Pieces.Any(piece => !piece.Pins.IsEmpty);
        NetPiece[] pieces = [.. open.Pieces.Where(piece => named ? !piece.Pins.IsEmpty : design.Nets.Nets.Nets[piece.Net].Pads > 0)];
        foreach (var piece in pieces.Skip(1))
            yield return Sight(open.Name, $"{Pins(piece)} of {open.Name} does not reach {Pins(pieces[0])}", piece.At, piece.Layers.FirstOrDefault());
    }

    private static string Pins(NetPiece piece) => piece.Pins.IsEmpty ? "a pad" : string.Join(", ", piece.Pins);

    private static Sighting Sight(string net, string what, Point at, int layer) =>
        new($"net {net} is in pieces", at, layer > 0 ? $"L{layer}" : "", Measure.Fact) { What = what, Bounds = Box.Around(at, 500_000, 500_000) };
}
