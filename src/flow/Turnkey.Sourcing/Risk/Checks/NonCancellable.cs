namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>What is bought and can neither be cancelled nor returned, and how much of it the order does not need.</summary>
internal static class NonCancellable
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        var pieces = line.Purchases.Where(one => one.Offer.NonCancellable == true).Sum(one => one.Quantity);
        if (pieces == 0) yield break;
        var sellers = string.Join(", ", line.Purchases.Where(one => one.Offer.NonCancellable == true).Select(one => one.Offer.Supplier).Distinct(StringComparer.Ordinal));
        var excess = Math.Min(pieces, line.Purchases.Sum(one => one.Quantity) + line.OnHand - line.Demand);
        yield return excess > request.Thresholds.Limit("non-cancellable-excess")
            ? request.Find("non-cancellable-excess", excess, FormattableString.Invariant($"{sellers} takes nothing back, and {excess} of the {pieces} pieces are more than the order needs"),
                new RiskProposal(RiskAction.AgreeOwner, excess, "have the customer sign for what is left over before it is bought"))
            : request.Find("non-cancellable", pieces, FormattableString.Invariant($"{sellers} takes none of the {pieces} pieces back"),
                new RiskProposal(RiskAction.AgreeOwner, pieces, "have the customer sign for it before it is bought"));
    }
}
