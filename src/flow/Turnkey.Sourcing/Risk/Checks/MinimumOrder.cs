namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>A minimum that is not said may be more than was reckoned with.</summary>
internal static class MinimumOrder
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Purchases.FirstOrDefault(one => one.Offer.Minimum is null) is { } bought)
            yield return request.Find("minimum-unknown", null, $"{bought.Offer.Supplier} does not say the least it sells", new RiskProposal(RiskAction.Enquire, bought.Quantity, "ask for minimum and multiple"));
    }
}
