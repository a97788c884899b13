using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>Where the manufacturer stands with the part, by the worst that any offer of it says, and the last day that it takes orders.</summary>
internal static class LifecycleState
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Offers.IsEmpty) yield break;
        // Sellers of one part know its state unequally well: what one of them says holds for the part.
        var parts = line.InUse.Select(offer => offer.Mpn?.Key).ToHashSet(StringComparer.Ordinal);
        var same = line.Offers.Where(offer => parts.Contains(offer.Mpn?.Key)).Concat(line.InUse).ToArray();
        var state = same.Max(offer => offer.Lifecycle);
        var lastBuy = same.Min(offer => offer.LastBuy);
        var alternate = line.Offers.Any(offer => offer.Lifecycle is Lifecycle.Active && !parts.Contains(offer.Mpn?.Key))
            ? new RiskProposal(RiskAction.Alternate, null, "use the approved alternate that is in production")
            : new RiskProposal(RiskAction.Alternate, null, "have another part approved");
        var lastTime = new RiskProposal(RiskAction.LastTimeBuy, line.Forecast is { } year ? Math.Max(line.Demand, year) : null, line.Forecast is null
            ? "agree with the customer on a last-time buy; a forecast is needed for its size"
            : "agree with the customer on a last-time buy of at least a year's forecast");
        var redesign = new RiskProposal(RiskAction.Redesign, null, "replace the part at the next change of the design");

        if (lastBuy is { } day && day < request.AsOf)
        {
            yield return request.Find("last-buy-past", day.DayNumber - request.AsOf.DayNumber, $"the manufacturer took orders until {day:yyyy-MM-dd}", alternate, redesign);
        }
        else if (lastBuy is { } until && until.DayNumber - request.AsOf.DayNumber < request.Thresholds.Limit("last-buy-near"))
        {
            yield return request.Find("last-buy-near", until.DayNumber - request.AsOf.DayNumber, $"the manufacturer takes orders until {until:yyyy-MM-dd}", lastTime, alternate);
        }
        switch (state)
        {
            case Lifecycle.NotRecommended: yield return request.Find("not-recommended", null, "the manufacturer does not recommend it for new designs", alternate, redesign); break;
            case Lifecycle.EndOfLife: yield return request.Find("end-of-life", null, "the manufacturer has announced its end", lastTime, alternate, redesign); break;
            case Lifecycle.Obsolete: yield return request.Find("obsolete", null, "the manufacturer no longer makes it", alternate, redesign, new RiskProposal(RiskAction.Consign, line.Demand, "let the customer supply it if it has some")); break;
            case Lifecycle.Unknown: yield return request.Find("lifecycle-unknown", null, "no offer says where the manufacturer stands with it"); break;
            default: break;
        }
    }
}
