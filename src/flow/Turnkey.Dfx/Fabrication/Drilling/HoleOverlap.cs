using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Geometry;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>
/// Holes that cut into each other: the drill that comes second is pushed aside and breaks. Two holes of one middle are one place drilled twice, of which the
/// larger remains. Slots that cross are milled all the same, and paths are milled when all is drilled.
/// </summary>
internal static class HoleOverlap
{
    /// <summary>Middles nearer than this are one, in nanometres.</summary>
    private const double Same = 50_000;

    public static CheckWording Wording { get; } = new(
        worst => worst.Cause == Twice ? $"places are drilled twice, as {worst.What}" : $"{worst.Cause} cut into each other",
        (worst, _) => worst.Cause == Twice ? "take out the one that is not meant" : "move the holes apart, or draw the row as a slot");

    private const string Twice = "holes on one place";

    public static CheckOutcome Check(CheckedDesign design, Demands _)
    {
        if (design.Holes.Length < 2) return new CheckOutcome.Skipped("the board has no two holes");
        ImmutableArray<Sighting> sightings =
        [
            .. HolePairs.Within(design, 0).Where(pair => (pair.A.IsRound || pair.B.IsRound) && pair.A.Hole.Kind != HoleKind.Route && pair.B.Hole.Kind != HoleKind.Route)
                .Select(pair => pair.Sight(design, pair.A.IsRound && pair.B.IsRound && Point.Distance(pair.A.At, pair.B.At) < Same ? Twice : pair.Kinds, Measure.Fact)),
        ];
        return new CheckOutcome.Done($"all neighbours among {HoleSighting.Count(design.Holes.Length, "holes")}", sightings);
    }
}
