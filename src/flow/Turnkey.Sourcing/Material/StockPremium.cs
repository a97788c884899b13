using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>What it costs to have a part from stock instead of waiting for it, where that is beyond what the rules allow (<see cref="LandingRules.StockPremiumPercent"/>).</summary>
/// <param name="Stocked">The cheapest purchase of all that is needed from one seller that has it, or does not say its stock.</param>
/// <param name="Waited">The cheapest that is waited for, by a seller that says how long.</param>
/// <param name="Extra">In the plan's currency.</param>
internal sealed record StockPremium(Candidate Stocked, Candidate Waited, decimal Extra)
{
    /// <returns>Null where stock is worth its price, or there is nothing to compare.</returns>
    public static StockPremium? Beyond(PartNeed need, long released, SourcingRequest request)
    {
        var (stocked, waited) = (Cheapest(one => one.Offer.Stock is null or > 0 && PurchaseWay.Available(one.Offer, request) >= released), Cheapest(one => one.Offer is { Stock: not null, LeadTimeDays: not null }));
        if (stocked is not { Candidate: { } had, Cost: var dear } || waited is not { Candidate: { } late, Cost: var cheap }) return null;
        var extra = dear - cheap;
        return extra > request.Tables.Rules.StockPremiumAmount && extra > cheap * request.Tables.Rules.StockPremiumPercent / 100m ? new(had, late, extra) : null;

        (Candidate Candidate, decimal Cost)? Cheapest(Func<Candidate, bool> where) =>
            need.Candidates.Where(where).Select(one => ((Candidate Candidate, decimal Cost)?)(one, one.Cheapest(need).Cost)).MinBy(one => one!.Value.Cost);
    }
}
