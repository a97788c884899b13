using System.Collections.Immutable;
using Turnkey.Designs.Layers;

namespace Turnkey.Dfx.Assembling.Mounted;

/// <summary>
/// The parts of one footprint on one side. Turned back by the angle of the file, their pads lie alike; a part whose pads lie otherwise has a wrong angle, for
/// copper does not err. Which angle the footprint was drawn at does not matter.
/// </summary>
/// <param name="Footprint">Key of the footprint.</param>
/// <param name="Side">Of the board.</param>
/// <param name="Members">Each with how it lies to the others.</param>
internal sealed record FootprintGroup(string Footprint, Side Side, ImmutableArray<FootprintMember> Members)
{
    /// <summary>How many disagree with the most.</summary>
    public int Deviating => Members.Count(member => member.Turn is not (null or 0));

    /// <summary>More than half of the members agree with each other, two at least: the others can be judged by them.</summary>
    public bool IsAgreed => Members.Count(member => member.Turn is 0) is >= 2 and var agreed && 2 * agreed > Members.Count(member => member.Turn is not null);

    /// <summary>
    /// True where a part that disagrees has the pads of a part that was turned: their middle is as far from its place as with the others. Where it is not, the
    /// pads may be its neighbours'.
    /// </summary>
    public bool TurnsInPlace(FootprintMember member) =>
        Members.Any(other => other is { Turn: 0, Pattern: not null } && Math.Abs(other.Pattern.Middle.Size - member.Pattern!.Middle.Size) < InPlace);

    /// <summary>The same parts held against one that is known to lie right.</summary>
    /// <param name="right">With a pattern.</param>
    /// <param name="tolerance">Degrees by which parts that lie alike may differ.</param>
    public FootprintGroup Against(FootprintMember right, double tolerance) =>
        this with { Members = [.. Members.Select(member => member with { Turn = member.Pattern?.TurnTo(right.Pattern!, tolerance) })] };

    /// <summary>In nanometres.</summary>
    private const double InPlace = 150_000;

    /// <param name="parts">Of the board.</param>
    /// <param name="tolerance">Degrees by which parts that lie alike may differ.</param>
    public static ImmutableArray<FootprintGroup> Of(IEnumerable<PartOnBoard> parts, double tolerance) =>
    [
        .. parts.GroupBy(part => (part.FootprintKey, part.Side)).OrderBy(group => group.Key.Side).ThenBy(group => group.Key.FootprintKey, StringComparer.Ordinal)
            .Select(group => new FootprintGroup(group.Key.FootprintKey, group.Key.Side, Compare([.. group], tolerance))),
    ];

    /// <summary>The largest number that lie alike are taken as right.</summary>
    private static ImmutableArray<FootprintMember> Compare(PartOnBoard[] parts, double tolerance)
    {
        var patterns = parts.Select(PadPattern.Of).ToArray();
        var best = new double?[parts.Length];
        var most = 0;
        var tried = new HashSet<int>();
        for (var reference = 0; reference < parts.Length; reference++)
        {
            // One that agrees with an earlier reference would give the same again.
            if (patterns[reference] is not { } pattern || tried.Contains(reference)) continue;
            var turns = new double?[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                turns[i] = i == reference ? 0 : patterns[i]?.TurnTo(pattern, tolerance);
                if (turns[i] is 0) tried.Add(i);
            }
            var agreed = turns.Count(turn => turn is 0);
            if (agreed <= most) continue;
            (best, most) = (turns, agreed);
        }
        return [.. parts.Select((part, i) => new FootprintMember(part, patterns[i], best[i]))];
    }
}

/// <param name="Part">The part.</param>
/// <param name="Pattern">Its pads; null when too few are known.</param>
/// <param name="Turn">Degrees that its angle in the file has too much against those that agree, above -180 to 180; null when its pads fit theirs at no angle.</param>
internal sealed record FootprintMember(PartOnBoard Part, PadPattern? Pattern, double? Turn);
