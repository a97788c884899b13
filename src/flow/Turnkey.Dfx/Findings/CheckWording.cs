using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Findings;

/// <summary>How a check speaks of what it found. The rule's reason is added to the sentence by itself.</summary>
/// <param name="Says">What is wrong at the worst place, as a clause without a full stop: <c>tracks are 0.1 mm wide</c>.</param>
/// <param name="Advises">What to do.</param>
public sealed record CheckWording(Func<Sighting, string> Says, Func<Sighting, Verdict, string> Advises)
{
    internal string Reason(Verdict verdict, ImmutableArray<Sighting> places)
    {
        var worst = places[0];
        var rule = verdict.StatedBy.Rule;
        var bound = rule.Sense switch
        {
            LimitSense.AtLeast => $" where at least {verdict.Limit} is {(verdict.Severity == Kernel.Severity.Error ? "needed" : "preferred")}",
            LimitSense.AtMost => $" where at most {verdict.Limit} is {(verdict.Severity == Kernel.Severity.Error ? "possible" : "preferred")}",
            _ => "",
        };
        var broken = places.Count(place => place.Severity == verdict.Severity);
        var split = broken == places.Length ? "" : $", {Count(places.Length - broken)} of them only short of what is preferred";
        var many = places.Length > 1 ? $" ({Count(places.Length)} places; this is the worst{split})" : "";
        var says = Says(worst);
        return $"{char.ToUpperInvariant(says[0])}{says[1..]}{bound}{many}: {rule.Reason}";
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal string Fix(Sighting worst, Verdict verdict) => Advises(worst, verdict);
}
