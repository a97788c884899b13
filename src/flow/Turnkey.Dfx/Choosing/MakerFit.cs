using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Dfx.Findings;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Choosing;

/// <summary>Whether a maker, or makers of a class, can make a board.</summary>
/// <param name="Maker">With its rank by cost.</param>
/// <param name="InTheWay">Errors of the fabrication, those with the fewest places first: what would have to change.</param>
/// <param name="NotChecked">Rules with a hard limit of that maker that nobody could hold the board against.</param>
public sealed record MakerFit(Capability Maker, ImmutableArray<Finding> InTheWay, ImmutableArray<DesignRule> NotChecked)
{
    /// <summary>Nothing that was checked stands in the way. Where <see cref="NotChecked"/> is not empty, that much is open.</summary>
    public bool CanMake => InTheWay.IsEmpty;

    /// <summary>As <c>3 places of trace width from 0.12 mm, 0.15 mm is needed: tracks drawn 0.12 mm wide</c>.</summary>
    public static string Obstacle(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var many = finding.Places.Length == 1 ? "1 place" : string.Create(CultureInfo.InvariantCulture, $"{finding.Places.Length:N0} places");
        var title = finding.Rule.Title.ToLowerInvariant();
        if (finding.Limit is not { } limit) return $"{many}, {title}: {finding.Cause}";
        var bound = finding.Rule.Sense == LimitSense.AtMost ? $"up to {finding.Measured}, {limit} is possible" : $"from {finding.Measured}, {limit} is needed";
        return $"{many} of {title} {bound}: {finding.Cause}";
    }
}
