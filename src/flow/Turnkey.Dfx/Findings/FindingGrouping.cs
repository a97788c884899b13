using System.Collections.Immutable;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Findings;

/// <summary>Makes findings of sightings: judges each, and puts those of one rule and one cause together, so that a cause has one name.</summary>
internal static class FindingGrouping
{
    /// <param name="check">Whose sightings they are.</param>
    /// <param name="sightings">In any order.</param>
    /// <param name="demands">What they are judged by.</param>
    /// <returns>Errors first, then by cause.</returns>
    public static IEnumerable<Finding> Group(DesignCheckEntry check, IEnumerable<Sighting> sightings, Demands demands) =>
        sightings.Select(sighting => (Sighting: sighting, Verdict: demands.Judge(check.Rule, sighting.Measured, sighting.Case)))
            .Where(judged => judged.Verdict is not null)
            .GroupBy(judged => judged.Sighting.Cause, StringComparer.Ordinal)
            .Select(group => Make(check, [.. group.Select(judged => (judged.Sighting with { Severity = judged.Verdict!.Severity }, judged.Verdict))]))
            .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Cause, StringComparer.Ordinal);

    private static Finding Make(DesignCheckEntry check, (Sighting Sighting, Verdict Verdict)[] judged)
    {
        // Of what should not be there at all the most is worst. Limits differ from place to place, so what breaks a minimum comes before what measures less.
        var ordered = judged
            .OrderByDescending(one => one.Sighting.Severity)
            .ThenBy(one => check.Rule.Sense == LimitSense.AtLeast ? one.Sighting.Measured.Value : -one.Sighting.Measured.Value)
            .ThenBy(one => one.Sighting.Layer, StringComparer.Ordinal).ThenBy(one => one.Sighting.At.Y).ThenBy(one => one.Sighting.At.X).ThenBy(one => one.Sighting.What, StringComparer.Ordinal)
            .ToArray();
        var (worst, verdict) = ordered[0];
        var places = ordered.Select(one => one.Sighting).ToImmutableArray();
        Measure? limit = check.Rule.Sense == LimitSense.Never ? null : verdict.Limit;
        return new Finding(check.Rule, verdict.Severity, places, limit, check.Wording.Reason(verdict, places), check.Wording.Fix(worst, verdict)) { StatedBy = verdict.StatedBy, IsUndeterminable = worst.IsUndeterminable };
    }
}
