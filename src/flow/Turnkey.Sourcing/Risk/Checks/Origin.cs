namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>An origin that nobody says is a state of its own: duty and embargoes hang on it.</summary>
internal static class Origin
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (!line.Offers.IsEmpty && line.InUse.All(offer => offer.Origin is null))
            yield return request.Find("origin-unknown", null, "the country of origin is not said", new RiskProposal(RiskAction.Enquire, null, "ask for the country of origin"));
    }
}
