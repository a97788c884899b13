using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Fabrication.Drilling;

/// <summary>Holds the tools of some of the holes against a limit: diameter of drills, width of mills.</summary>
internal static class ToolSize
{
    /// <param name="design">Whose holes.</param>
    /// <param name="demands">Have limits of the rule.</param>
    /// <param name="rule">Which.</param>
    /// <param name="concerned">Which holes.</param>
    /// <param name="what">Their name, in the plural.</param>
    public static CheckOutcome Check(CheckedDesign design, Demands demands, DesignRule rule, Func<CheckedHole, bool> concerned, string what)
    {
        if (design.Holes.IsEmpty) return new CheckOutcome.Skipped("the package has no holes");
        CheckedHole[] all = [.. design.Holes.Where(concerned)];
        if (all.Length == 0) return new CheckOutcome.Skipped($"the board has no {what}");
        // Tools that the file does not define have no size to be held against anything.
        CheckedHole[] holes = [.. all.Where(hole => hole.Tool.Nanometres > 0)];
        if (holes.Length == 0) return new CheckOutcome.Skipped($"no drill file says how wide the tool of the {what} is");
        var reach = demands.Reach(rule)!.Value;
        ImmutableArray<Sighting> sightings =
        [
            .. holes.Select(hole => (Hole: hole, Tool: Measure.Of(hole.Tool)))
                .Where(one => rule.Sense == LimitSense.AtMost ? one.Tool.Value > reach.Value : one.Tool.Value < reach.Value)
                .Select(one => HoleSighting.Of(design, one.Hole, HoleSighting.Kind(one.Hole), one.Tool)),
        ];
        return new CheckOutcome.Done($"{HoleSighting.Count(holes.Length, what)}{(all.Length > holes.Length ? $"; of {all.Length - holes.Length} no file says how wide the tool is" : "")}", sightings);
    }
}
