using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// What must be bought as a problem of the optimiser: landed cost in whole millionths, and what the policy counts beside the money (handling, waiting, risk,
/// the value of leftovers).
/// </summary>
internal sealed class ProblemWriting
{
    /// <summary>In the plan's currency; a part that needs more is refused before.</summary>
    private const decimal MostPerPurchase = 200_000_000m;

    private readonly SourcingRequest request;
    private readonly LandingTerms landing;
    private readonly BomLog log;
    private readonly decimal handling;

    public ProblemWriting(SourcingRequest request, LandingTerms landing, BomLog log)
    {
        this.request = request;
        this.landing = landing;
        this.log = log;
        handling = request.Plant["sourcing.purchase-line"].Value / 3600m * request.Plant.HourlyRate("office").Value;
    }

    /// <param name="parts">With something to order, each with the ways to buy it; they become lines and offers in the same order.</param>
    public PurchaseProblem Write(IReadOnlyList<(PartNeed Need, ImmutableArray<PurchaseWay> Ways)> parts)
    {
        string[] suppliers = [.. parts.SelectMany(part => part.Ways).Select(way => way.Supplier).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var index = suppliers.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return new PurchaseProblem(
            [.. suppliers.Select(supplier => LandedCost.Order(supplier, landing).ForOptimiser)],
            [.. parts.Select(part => Line(part.Need, [.. part.Ways.Select(way => Terms(part.Need, way, index[way.Supplier]))]))])
        { BuysInPart = request.Policy.BuyInPart };
    }

    /// <summary>What a piece left over is worth: a share of the lowest price that its part has here, in whole millionths.</summary>
    public decimal Credit(PartNeed need) =>
        Math.Floor(request.Policy.LeftoverValue / 100m * need.Candidates.Min(one => one.Prices.Min(price => price.Landed.Likely)) * 1_000_000m) / 1_000_000m;

    /// <summary>What a way costs per purchase that joining another one's purchase does not save: the hand that places the pieces. In millionths.</summary>
    public static long Each(PartNeed need, PurchaseWay way) => Micro(way.Feed.Cost(need.ToOrder) - way.Feed.PerPurchase);

    private DemandLine Line(PartNeed need, ImmutableArray<OfferTerms> offers)
    {
        var dual = need.Dual && offers.Select(offer => offer.Supplier).Distinct().Count() > 1;
        if (need.Dual && !dual) log.Warning("sourcing.no-second-source", need.First.Line, $"{need.Name}: it is to come from two suppliers, and only one offers it; it is bought from that one. Ask another, or have an alternate approved");
        return new(need.Name, need.ToOrder, dual ? Math.Max(2, request.Policy.MostSources) : request.Policy.MostSources, offers)
        {
            LeastShare = dual ? (int)Math.Ceiling(request.Policy.Dual.Share) : 0,
        };
    }

    /// <summary>
    /// Every piece is credited with its value as a leftover, and what is needed is charged again in the sum. Where a supplier has a minimum order
    /// or a value from which freight is free, the cost of a piece stays above its price, or buying for nothing but that would pay; the credit is the less there.
    /// Pieces lost in feeding are paid for once and cover no demand: quantities are those that reach the boards.
    /// </summary>
    private OfferTerms Terms(PartNeed need, PurchaseWay way, int supplier)
    {
        var (offer, credit) = (way.Offer, Credit(need));
        var weeks = (way.LeadTimeDays ?? (int)(request.Plant["lead-time.out-of-stock"].Value * 7m / 5m)) / 7m;
        var weight = 1m + (request.Policy.WeekWeight / 100m * weeks) + (request.Policy.RiskWeight / 100m * OfferRisk.Count(offer));
        // A piece of a seller of the last resort counts for more than one of any other.
        var reserve = way.Candidate.IsReserve ? need.Candidates.Where(one => !one.IsReserve).SelectMany(one => one.Prices).Select(price => price.Landed.Likely).DefaultIfEmpty(0m).Max() : 0m;
        var order = LandedCost.Order(way.Supplier, landing);
        var minimum = order.Minimum is { Amount: > 0 } || order.FreightFreeFrom is not null;
        // A break that costs more than everything else there is to pay is in no cheapest plan, and would only make the sums too large to reckon with.
        var prices = way.Candidate.Prices.TakeWhile(price => price.Quantity * price.Landed.High <= MostPerPurchase).ToImmutableArray();
        var cap = prices.Length < way.Candidate.Prices.Length ? Math.Min(way.Cap, way.Candidate.Prices[prices.Length].Quantity - 1) : way.Cap;
        var lost = way.Peeled == 0 ? 0m : way.Peeled * way.Candidate.At(Math.Max(way.Least, Math.Min(way.Cap, need.ToOrder + way.Peeled))).Landed.Likely;
        return new OfferTerms(supplier, Math.Max(1, way.Least - way.Peeled), offer.Multiple ?? 1, Math.Max(0, cap - way.Peeled), [.. Reached(prices).Select(Price)])
        {
            PerPurchase = Micro(way.Candidate.Once + handling + way.Feed.Cost(need.ToOrder) + lost),
        };

        // Breaks within the lost pieces are reached with the first that is left.
        IEnumerable<LandedPrice> Reached(ImmutableArray<LandedPrice> all)
        {
            if (way.Peeled == 0) return all;
            var within = all.Count(price => price.Quantity <= way.Peeled);
            return all.Skip(Math.Max(0, within - 1)).Select(price => price with { Quantity = Math.Max(0, price.Quantity - way.Peeled) });
        }

        BreakPrice Price(LandedPrice price)
        {
            var cost = ((Math.Max(price.Value, price.Landed.Likely) + reserve) * weight) - credit;
            if (!minimum) return new(price.Quantity, Micro(Math.Min(price.Value, cost)), Micro(cost));
            var free = order.FreightFreeFrom is null ? cost : ((Math.Max(price.Value, price.FreightFree.Likely) + reserve) * weight) - credit;
            var charged = Micro(Math.Max(price.Value, cost));
            return new(price.Quantity, Micro(price.Value), charged) { Waived = charged - Micro(Math.Max(price.Value, free)) };
        }
    }

    /// <summary>Weights can carry an amount beyond what is reckoned with: the problem then says so, with its line.</summary>
    private static long Micro(decimal amount) => (long)Math.Round(amount * 1_000_000m, MidpointRounding.AwayFromZero);
}
