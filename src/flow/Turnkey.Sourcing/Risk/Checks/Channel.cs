using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>Whether the part comes through the manufacturer's own channel: outside of it counterfeits are met.</summary>
internal static class Channel
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Offers.IsEmpty) yield break;
        var test = new RiskProposal(RiskAction.AuthorisedSource, null, "buy from an authorised source when one has it; else have the parts tested on arrival");
        if (line.Offers.All(offer => offer.Channel == SupplyChannel.Independent))
            yield return request.Find("broker-only", null, "only independent sellers offer it", test, new RiskProposal(RiskAction.Alternate, null, "have a part approved that authorised sources sell"));
        else if (line.Purchases.FirstOrDefault(one => one.Offer.Channel == SupplyChannel.Independent) is { } bought)
            yield return request.Find("broker-chosen", null, $"it is bought from {bought.Offer.Supplier}, an independent seller", test);
        else if (line.InUse.All(offer => offer.Channel == SupplyChannel.Unknown))
            yield return request.Find("channel-unknown", null, "whether the seller is authorised by the manufacturer is not said");
    }
}
