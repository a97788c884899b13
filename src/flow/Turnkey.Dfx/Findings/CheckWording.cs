using System.Globalization;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Findings;

/// <summary>How a check speaks of what it found. The rule's reason is added to the sentence by itself.</summary>
/// <param name="Says">What is wrong at the worst place, as a clause without a full stop: <c>tracks are 0.1 mm wide</c>.</param>
/// <param name="Advises">What to do.</param>
public sealed record CheckWording(Func<Sighting, string> Says, Func<Sighting, Verdict, string> Advises)
{
    internal string Reason(Sighting worst, Verdict verdict, int places)
    {
        var rule = verdict.StatedBy.Rule;
        var bound = rule.Sense switch
        {
            LimitSense.AtLeast => $" where at least {verdict.Limit} is {(verdict.Severity == Kernel.Severity.Error ? "needed" : "preferred")}",
            LimitSense.AtMost => $" where at most {verdict.Limit} is {(verdict.Severity == Kernel.Severity.Error ? "possible" : "preferred")}",
            _ => "",
        };
        var many = places > 1 ? $" ({places.ToString("N0", CultureInfo.InvariantCulture)} places; this is the worst)" : "";
        var says = Says(worst);
        return $"{char.ToUpperInvariant(says[0])}{says[1..]}{bound}{many}: {rule.Reason}";
    }

    internal string Fix(Sighting worst, Verdict verdict) => Advises(worst, verdict);
}
