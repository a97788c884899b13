namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>Minimums and reels that leave over much more money than the order is worth: somebody has to own it.</summary>
internal static class Excess
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        var pieces = line.Purchases.Sum(one => one.Quantity) + line.OnHand - line.Demand;
        var all = request.Lines.Sum(other => other.Purchases.Sum(one => one.Value));
        // More must be left over than is needed, or it is no matter of the minimum.
        if (pieces < line.Demand || line.LeftOver <= 0 || all <= 0) yield break;
        var percent = Math.Round(line.LeftOver / all * 100m, 1);
        if (percent <= request.Thresholds.Limit("excess")) yield break;
        yield return request.Find("excess", percent, FormattableString.Invariant($"{pieces} pieces are more than the order needs, at {line.LeftOver:0.00} or {percent:0.#} % of all that is bought; owner to be agreed"),
            new RiskProposal(RiskAction.AgreeOwner, pieces, "agree with the customer whose the pieces left over are, before they are bought"),
            new RiskProposal(RiskAction.Enquire, line.Demand, "ask for cut tape or a smaller packing"));
    }
}
