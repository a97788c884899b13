using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Dfx.Assembling.Mounted;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;

namespace Turnkey.Dfx.Assembling.Clearances;

/// <summary>Parts near a line where the board will be broken.</summary>
internal static class PartToVScore
{
    private static readonly string[] Names = ["vscore", "vcut", "vgroove", "scoreline"];

    public static CheckWording Wording { get; } = new(
        worst => $"{worst.Cause}: {worst.What} is {worst.Measured} from it",
        (_, verdict) => $"move the parts away to {verdict.Limit}, or turn chips so that they lie along the score");

    public static CheckOutcome Check(CheckedDesign design, Demands demands)
    {
        if (MountedParts.WhyNone(design) is { } why) return new CheckOutcome.Skipped(why);
        var lines = design.Board!.Layers.Where(IsScore).SelectMany(layer => layer.Image.Features.Where(feature => feature.Dark && feature.Kind == FeatureKind.Stroke).Select(feature => feature.Path)).ToImmutableArray();
        return lines.IsEmpty ? new CheckOutcome.Skipped("no layer draws V-scores") : PartToEdge.Near(design, "part-to-vscore", lines, "parts near a V-score", demands);
    }

    private static bool IsScore(Layer layer) =>
        layer.Role is LayerRole.Other or LayerRole.Drawing && new string([.. layer.Source.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant() is var name && Names.Any(word => name.Contains(word, StringComparison.Ordinal));
}
