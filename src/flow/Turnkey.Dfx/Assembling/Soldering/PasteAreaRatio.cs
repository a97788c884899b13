using System.Globalization;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Parts;

namespace Turnkey.Dfx.Assembling.Soldering;

/// <summary>
/// Area of a stencil opening by the area of its wall (IPC-7525: perimeter × thickness of the foil, which is an assumption until the maker says it). A nano-coated
/// or thinner foil releases smaller openings.
/// </summary>
internal static class PasteAreaRatio
{
    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause} of the {worst.Layer} stencil have {worst.Measured} times the area of their walls in a foil of {MountingFigures.LengthOf("stencil-thickness")}",
        (_, verdict) => $"enlarge the openings, or order a thinner foil; a ratio of {verdict.Limit} releases");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        var faces = design.Faces.Where(face => face.Paste is { Pieces.IsEmpty: false }).ToArray();
        if (faces.Length == 0) return new CheckOutcome.Skipped("the package has no paste layer with openings");
        var reach = (double)demands.Reach(DesignRule.Of("paste-area-ratio"))!.Value.Value;
        var thickness = MountingFigures.LengthOf("stencil-thickness").Nanometres;
        var sightings = new List<Sighting>();
        var (looked, left) = (0, 0);
        foreach (var face in faces)
        {
            foreach (var opening in PasteOpening.Of(face.Paste!))
            {
                if (!opening.IsMeasured) { left++; continue; }
                looked++;
                var ratio = opening.Area / (opening.Perimeter * thickness);
                if (ratio >= reach) continue;
                // Turned openings, and what rounding has made of them, are of one size.
                var size = $"{Hundredths(Length.Min(opening.Bounds.Width, opening.Bounds.Height))} × {Hundredths(Length.Max(opening.Bounds.Width, opening.Bounds.Height))}";
                sightings.Add(new Sighting($"openings of {size}", opening.Bounds.Centre, face.Name, Measure.Of(ratio, MeasureUnit.Ratio)) { Bounds = opening.Bounds });
            }
        }
        return new CheckOutcome.Done($"{looked.ToString("N0", CultureInfo.InvariantCulture)} openings{(left > 0 ? $"; {left.ToString("N0", CultureInfo.InvariantCulture)} painted with many strokes were not measured" : "")}", [.. sightings]);
    }

    private static Length Hundredths(Length length) => Length.FromMillimetres(Math.Round(length.Millimetres, 2));
}
