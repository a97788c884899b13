using System.Collections.Immutable;
using Turnkey.Dfx.Assembling.Centroids;

namespace Turnkey.Dfx;

/// <summary>What is known beside the design that is reviewed.</summary>
/// <param name="ConfirmedParts">Parts whose orientation somebody has confirmed before: they are not asked for again.</param>
public sealed record ReviewContext(ImmutableArray<ConfirmedPart> ConfirmedParts)
{
    /// <summary>The bottom is soldered by wave: chips there are turned for it.</summary>
    public bool BottomGoesOverWave { get; init; }

    public static ReviewContext None { get; } = new([]);
}
