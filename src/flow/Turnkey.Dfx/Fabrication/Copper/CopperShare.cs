using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Copper;

/// <summary>How much of the board each layer covers with copper, cut at the board's edge, overlaps counted once, to a tenth of a percent. Costs a scan of each layer.</summary>
internal static class CopperShare
{
    public static CheckWording Wording { get; } = new(
        worst => $"copper covers {worst.Measured} of {worst.Layer}",
        (_, _) => "fill free areas with a pour or with thieving, or leave that to the maker");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.CopperShares.Skipped is { } why) return new CheckOutcome.Skipped(why);
        var shares = design.CopperShares.Known;
        return new CheckOutcome.Done(string.Join(", ", shares.Select(share => $"L{share.Layer} {Text(share.Percent)}")), [.. shares.Select(share => new Sighting($"copper of L{share.Layer}", design.Board!.Outline!.Bounds.Centre, $"L{share.Layer}", Measure.Of(share.Percent, MeasureUnit.Percent))
        {
            Bounds = design.Board!.Outline!.Bounds,
            Case = new LimitCase(share.Layer > 1 && share.Layer < design.Board!.CopperLayers, design.CopperOf(share.Layer)),
        })]);
    }

    internal static string Text(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
