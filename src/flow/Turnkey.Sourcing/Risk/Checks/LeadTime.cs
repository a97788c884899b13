namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>How long what was chosen takes, or, where nothing was chosen, what the quickest offer takes.</summary>
internal static class LeadTime
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Offers.IsEmpty) yield break;
        int?[] times = line.Purchases.IsEmpty
            ? [line.Offers.Select(offer => new RiskPurchase(offer, line.Demand, 0m).LeadTimeDays).Where(days => days is not null).Min()]
            : [.. line.Purchases.Select(one => one.LeadTimeDays)];
        if (times.Contains(null))
        {
            yield return request.Find("lead-time-unknown", null, line.Purchases.IsEmpty
                    ? "no offer has it on stock or says when it can be had"
                    : $"{line.Purchases.First(one => one.LeadTimeDays is null).Offer.Supplier} has not enough on stock and does not say when it can be had",
                new RiskProposal(RiskAction.Enquire, line.Demand, "ask for a delivery date"));
        }
        var longest = times.Max();
        if (longest is not { } days || days <= request.LeadTimeDays) yield break;
        yield return request.Find("lead-time", days, FormattableString.Invariant($"it takes {days} days, and {request.LeadTimeDays} are allowed"),
            new RiskProposal(RiskAction.Alternate, null, "have a part approved that is on stock"),
            new RiskProposal(RiskAction.BufferStock, line.NeededIn(days), "keep what the lead time uses up on stock"),
            new RiskProposal(RiskAction.Consign, line.Demand, "let the customer supply it if it has some"));
    }
}
