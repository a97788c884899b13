using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Layers;

/// <summary>
/// Whether the stack-up is the same from both faces inwards: copper and dielectric of the same thickness and material. Boards of one copper layer never are.
/// </summary>
internal static class StackupSymmetry
{
    /// <summary>Thicknesses that differ by less than a tenth are the same: that is how well a pressed dielectric's is kept (IPC-4101, class B of 0.1 to 0.8 mm).</summary>
    private const double SameWithin = 0.1;

    public static CheckWording Wording { get; } = new(
        worst => $"the stack-up is uneven: {worst.What}",
        (_, _) => "build the stack-up the same from both faces inwards, or say that bow and twist may be more");

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.Board?.Stackup is not { } stackup) return new CheckOutcome.Skipped("no file says how the board is stacked");
        if (stackup.CopperLayers < 2) return new CheckOutcome.Skipped("a board of one copper layer has no symmetry");
        StackupRow[] rows = [.. stackup.Rows.Where(row => row.Kind is StackupKind.Copper or StackupKind.Dielectric)];
        if (rows.All(row => row.Thickness is null)) return new CheckOutcome.Skipped("the stack-up has no thicknesses");
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        for (var i = 0; i < rows.Length / 2; i++)
        {
            var (above, below) = (rows[i], rows[^(i + 1)]);
            if (Difference(above, below) is { } what) sightings.Add(new Sighting("uneven stack-up", design.Board.Outline?.Bounds.Centre ?? Point.Origin, "", Measure.Fact) { What = what });
        }
        return new CheckOutcome.Done($"{rows.Length} layers of copper and dielectric", sightings.ToImmutable());
    }

    private static string? Difference(StackupRow above, StackupRow below)
    {
        if (above.Kind != below.Kind) return $"{Describe(above)} lies opposite {Describe(below)}";
        if (above.Thickness is { } a && below.Thickness is { } b && (a - b).Abs().Nanometres > SameWithin * Math.Max(a.Nanometres, b.Nanometres)) return $"{Describe(above)} lies opposite {Describe(below)}";
        return above.Material is { Length: > 0 } material && below.Material is { Length: > 0 } other && !material.Equals(other, StringComparison.OrdinalIgnoreCase) ? $"{material} lies opposite {other}" : null;
    }

    private static string Describe(StackupRow row) => $"{(row.Name.Length > 0 ? row.Name : row.Kind == StackupKind.Copper ? "copper" : "dielectric")}{(row.Thickness is { } thickness ? $" of {thickness}" : "")}";
}
