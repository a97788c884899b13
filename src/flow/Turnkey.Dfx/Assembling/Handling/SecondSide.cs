using System.Globalization;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Assembling.Handling;

/// <summary>Surface-mount parts on both sides: a fact that costs a second run through the line.</summary>
internal static class SecondSide
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}",
        (_, _) => "place all surface-mount parts on one side where there is room; it saves a stencil and a run through the line");

    public static CheckOutcome Check(CheckedDesign design)
    {
        if (design.Assembly.Placements.IsDefaultOrEmpty) return new CheckOutcome.Skipped("the package has no centroid file");
        var sides = design.Parts.Mounted.Where(part => part.IsSurfaceMounted).GroupBy(part => part.Side).OrderBy(side => side.Count()).ThenByDescending(side => side.Key).ToArray();
        var fewer = sides.FirstOrDefault();
        var cause = sides.Length < 2 ? "" : $"{fewer!.Count().ToString(CultureInfo.InvariantCulture)} surface-mount parts stand on the {PartNames.Side(fewer!.Key)}, {sides[1].Count().ToString(CultureInfo.InvariantCulture)} on the {PartNames.Side(sides[1].Key)}";
        return new CheckOutcome.Done($"{design.Parts.Mounted.Count().ToString(CultureInfo.InvariantCulture)} parts",
            sides.Length < 2 ? [] : [.. fewer!.Select(part => new Sighting(cause, part.At, PartNames.Side(part.Side), Measure.Fact) { What = part.Title })]);
    }
}
