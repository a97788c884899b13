using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>How much the copper shares of two layers differ that lie opposite each other around the middle of the stack. Costs nothing beside <see cref="CopperShare"/>.</summary>
internal static class CopperBalance
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} differ: {worst.What}, by {worst.Measured} of the board",
        (_, _) => "fill free areas of the emptier layer with a pour or with thieving");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.CopperShares.Skipped is { } why) return new CheckOutcome.Skipped(why);
        var shares = design.CopperShares.Known.ToDictionary(share => share.Layer, share => share.Percent);
        var last = design.Board!.CopperLayers;
        if (last < 2) return new CheckOutcome.Skipped("a board of one layer has none opposite");
        var sightings = new List<Sighting>();
        for (var layer = 1; layer <= last / 2; layer++)
        {
            var opposite = last + 1 - layer;
            if (!shares.TryGetValue(layer, out var one) || !shares.TryGetValue(opposite, out var other)) continue;
            sightings.Add(new Sighting($"L{layer} and L{opposite}", design.Board.Outline!.Bounds.Centre, $"L{layer}", Measure.Of(Math.Abs(one - other), MeasureUnit.Percent))
            {
                What = $"{CopperShare.Text(one)} and {CopperShare.Text(other)}",
                Bounds = design.Board.Outline.Bounds,
            });
        }
        return sightings.Count == 0 ? new CheckOutcome.Skipped("of no two opposite layers the copper's area is known") : new CheckOutcome.Done($"{sightings.Count} {(sightings.Count == 1 ? "pair" : "pairs")} of layers", [.. sightings]);
    }
}
