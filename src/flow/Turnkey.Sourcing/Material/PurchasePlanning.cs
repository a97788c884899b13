using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Buys all parts together at the least landed cost: hands the offers to the optimiser, which knows of whole orders (fees, minimum order values) what a
/// part alone cannot, and says for each part why it is bought where it is.
/// </summary>
internal sealed class PurchasePlanning
{
    /// <summary>Stock that is not said, and what can be made to order.</summary>
    private const long Unlimited = 1_000_000_000_000;

    private const decimal MicroUnits = 1_000_000m;

    /// <summary>In the plan's currency; a part that needs more is refused before.</summary>
    private const decimal MostPerPurchase = 200_000_000m;

    private readonly SourcingRequest request;
    private readonly BomLog log;
    private readonly PartIdentities parts;
    private readonly LandingTerms landing;
    private readonly decimal handling;

    public PurchasePlanning(SourcingRequest request, PartIdentities parts, LandingTerms landing, BomLog log)
    {
        this.request = request;
        this.parts = parts;
        this.landing = landing;
        this.log = log;
        handling = request.Plant["sourcing.purchase-line"].Value / 3600m * request.Plant.HourlyRate("office").Value;
    }

    /// <param name="needs">Parts with something to order; each has candidates.</param>
    /// <returns>One purchase per part, in the same order; the orders and the proof.</returns>
    public (ImmutableArray<PartPurchase> Purchases, ImmutableArray<SupplierOrder> Orders, PlanProof? Proof) Plan(IReadOnlyList<PartNeed> needs)
    {
        var ways = needs.Select(Ways).ToArray();
        int[] ordered = [.. Enumerable.Range(0, needs.Count).Where(i => needs[i].ToOrder > 0)];
        var (problem, answer) = Solve(needs, ordered, ways);
        var others = answer is null ? [] : PurchaseOptimiser.NextBest(problem, answer).ToDictionary(one => ordered[one.Line]);
        var orders = (answer?.Purchases ?? []).ToLookup(one => ordered[one.Line], one => (Way: ways[ordered[one.Line]][one.Offer], one.Quantity));
        var short_ = answer?.Shortfalls.ToDictionary(one => ordered[one.Line], one => one.Missing > 0 ? one.Missing : needs[ordered[one.Line]].ToOrder) ?? ordered.ToDictionary(i => i, i => needs[i].ToOrder);
        var bySupplier = Orders(orders.SelectMany(group => group));
        if (answer is not null) bySupplier = [.. bySupplier.Select(order => order with { Added = Added(order, problem, answer, orders, needs, short_) })];
        var purchases = needs.Select((need, i) => Purchase(need, [.. orders[i]], short_.GetValueOrDefault(i), bySupplier) with { NextBest = Other(others.GetValueOrDefault(i), ways[i], orders[i]) }).ToImmutableArray();
        return (purchases, bySupplier, answer is null || purchases.All(one => one.Orders.IsEmpty) ? null : Proof(answer, ordered.Sum(i => Credit(needs[i]) * (needs[i].ToOrder - (orders[i].Any() ? short_.GetValueOrDefault(i) : needs[i].ToOrder))), Scope(problem), purchases, bySupplier));
    }

    private DemandLine Line(PartNeed need, ImmutableArray<OfferTerms> offers)
    {
        var dual = need.Dual && offers.Select(offer => offer.Supplier).Distinct().Count() > 1;
        if (need.Dual && !dual) log.Warning("sourcing.no-second-source", need.First.Line, $"{need.First.Name}: it is to come from two suppliers, and only one offers it; it is bought from that one. Ask another, or have an alternate approved");
        return new(need.First.Name, need.ToOrder, dual ? Math.Max(2, request.Policy.MostSources) : request.Policy.MostSources, offers)
        {
            LeastShare = dual ? (int)Math.Ceiling(request.Policy.Dual.Share) : 0,
        };
    }

    private (PurchaseProblem Problem, PurchaseAnswer? Answer) Solve(IReadOnlyList<PartNeed> needs, int[] ordered, ImmutableArray<Way>[] ways)
    {
        string[] suppliers = [.. ordered.SelectMany(i => ways[i]).Select(way => way.Supplier).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var index = suppliers.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        var problem = new PurchaseProblem(
            [.. suppliers.Select(supplier => LandedCost.Order(supplier, landing).ForOptimiser)],
            [.. ordered.Select(i => Line(needs[i], [.. ways[i].Select(way => Terms(way, index[way.Supplier], Credit(needs[i])))]))])
        { BuysInPart = request.Policy.BuyInPart };
        if (ordered.Length == 0) return (problem, null);
        if (problem.Fault() is { } fault)
        {
            log.Error("sourcing.not-reckoned", needs[ordered[0]].First.Line, $"the purchase is beyond what is reckoned with: {fault}. Check quantities and prices, or reckon in a currency of larger units");
            return (problem, null);
        }
        var (remaining, answer, leftOut) = ReachableMinimums.Solve(problem);
        foreach (var closed in leftOut.Select(i => problem.Suppliers[i]))
        {
            var first = ordered.First(i => ways[i].Any(way => way.Supplier == closed.Name));
            log.Warning("sourcing.minimum-order", needs[first].First.Line, FormattableString.Invariant(
                $"no way to buy meets the minimum orders of all suppliers that are needed; {ways[first].First(way => way.Supplier == closed.Name).Candidate.Offer.Supplier} ({closed.MinimumOrderValue / MicroUnits:0.00} {landing.Currency} at least) is left out. Ask it for less, or have other parts approved"));
        }
        return (remaining, answer);
    }

    /// <summary>Null also where the other way is the same offers: on stock or waited for is no other supplier.</summary>
    private static OtherWay? Other(NextBest? other, ImmutableArray<Way> ways, IEnumerable<(Way Way, long Quantity)> chosen) =>
        other is null || other.Purchases.Select(one => ways[one.Offer].Candidate.Offer).ToHashSet().SetEquals(chosen.Select(one => one.Way.Candidate.Offer)) ? null
        : new(other.ExtraCost / MicroUnits, [.. other.Purchases.Select(one => (ways[one.Offer].Candidate.Offer.Supplier, one.Quantity))]);

    /// <summary>An offer in one of the ways it can be used.</summary>
    /// <param name="Cap">Most pieces.</param>
    /// <param name="LeadTimeDays">Calendar days; 0 from stock, null when nothing is known.</param>
    private sealed record Way(Candidate Candidate, long Cap, int? LeadTimeDays)
    {
        public string Supplier => Candidate.Supplier;
    }

    /// <summary>
    /// Stock goes before waiting: where the stock of so many offers as may be used covers what a release needs, none is waited for. Otherwise everything is
    /// open, or with a limit on the lead time whatever arrives within it. With a weight on time the optimiser decides.
    /// </summary>
    private ImmutableArray<Way> Ways(PartNeed need)
    {
        if (need.ToOrder == 0) return [];
        var policy = request.Policy;
        var release = (long)Math.Ceiling((decimal)need.ToOrder * request.Release / request.Products);
        var whole = request.Release >= request.Products;
        var stocked = need.Candidates.Where(one => one.Offer.Stock is not 0).Select(one => one.Offer.Stock is { } stock && (whole || stock < release)
            ? new Way(one, stock, 0)
            : new Way(one, Unlimited, one.Offer.Stock is null ? one.Offer.LeadTimeDays : 0)).ToImmutableArray();
        var waited = need.Candidates.Where(one => one.Offer.Stock is not null).Select(one => new Way(one, Unlimited, one.Offer.LeadTimeDays));
        if (policy.LeadTimeLimitDays is { } limit)
            return [.. stocked.Where(way => way.LeadTimeDays <= limit), .. waited.Where(way => way.LeadTimeDays <= limit)];
        if (policy.WeekWeight == 0 && Covers(stocked, release, policy.MostSources)) return stocked;
        return [.. stocked, .. waited];
    }

    private static bool Covers(IEnumerable<Way> ways, long pieces, int sources) =>
        ways.Where(way => way.Cap >= way.Candidate.Offer.LeastOrder).Select(way => way.Cap).OrderDescending().Take(sources).Sum() >= pieces;

    /// <summary>What a piece left over is worth: a share of the lowest price that its part has here.</summary>
    private decimal Credit(PartNeed need) => Math.Floor(request.Policy.LeftoverValue / 100m * need.Candidates.Min(one => one.Prices.Min(price => price.Landed.Likely)) * MicroUnits) / MicroUnits;

    /// <summary>
    /// Every piece is credited with its value as a leftover, and what is needed is charged again in the sum (<see cref="Proof"/>). Where a supplier has a minimum
    /// order or a value from which freight is free, the cost of a piece stays above its price, or buying for nothing but the minimum would pay; the credit is the less there.
    /// </summary>
    private OfferTerms Terms(Way way, int supplier, decimal credit)
    {
        var offer = way.Candidate.Offer;
        var weeks = (way.LeadTimeDays ?? (int)(request.Plant["lead-time.out-of-stock"].Value * 7m / 5m)) / 7m;
        var weight = 1m + (request.Policy.WeekWeight / 100m * weeks) + (request.Policy.RiskWeight / 100m * OfferRisk.Count(offer));
        var order = LandedCost.Order(way.Supplier, landing);
        var minimum = order.Minimum is { Amount: > 0 } || order.FreightFreeFrom is not null;
        // A break that costs more than everything else there is to pay is in no cheapest plan, and would only make the sums too large to reckon with.
        var prices = way.Candidate.Prices.TakeWhile(price => price.Quantity * price.Landed.High <= MostPerPurchase).Select(Price).ToImmutableArray();
        var cap = prices.Length < way.Candidate.Prices.Length ? Math.Min(way.Cap, way.Candidate.Prices[prices.Length].Quantity - 1) : way.Cap;
        return new OfferTerms(supplier, offer.LeastOrder, offer.Multiple ?? 1, cap, prices) { PerPurchase = Micro(way.Candidate.Once + handling + Joining(way.Candidate)) };

        BreakPrice Price(LandedPrice price)
        {
            var cost = (Math.Max(price.Value, price.Landed.Likely) * weight) - credit;
            var free = order.FreightFreeFrom is null ? cost : (Math.Max(price.Value, price.FreightFree.Likely) * weight) - credit;
            return minimum ? new(price.Quantity, Micro(price.Value), Micro(Math.Max(price.Value, cost))) { Waived = Micro(Math.Max(price.Value, cost)) - Micro(Math.Max(price.Value, free)) } : new(price.Quantity, Micro(Math.Min(price.Value, cost)), Micro(cost));
        }
    }

    /// <summary>What joining a leader to cut tape takes; none where the packaging is not said, which says nothing against the offer.</summary>
    private decimal Joining(Candidate candidate) =>
        candidate.Feed.Way == FeedWay.Spliced && candidate.Offer.Packaging != Packaging.Unknown && landing.Rates.Find(candidate.Feed.Material.Currency, landing.Currency) is { } rate
            ? (candidate.Feed.Material.Amount * rate.Rate) + (candidate.Feed.Minutes / 60m * request.Plant.HourlyRate("smt-line").Value) : 0m;

    private PartPurchase Purchase(PartNeed need, ImmutableArray<(Way Way, long Quantity)> chosen, long missing, ImmutableArray<SupplierOrder> orders)
    {
        if (missing > 0)
        {
            log.Warning("sourcing.shortfall", need.First.Line, FormattableString.Invariant(
                $"{need.First.Name}: {need.ToOrder} pieces are needed and {missing} of them cannot be had{(request.Policy.LeadTimeLimitDays is { } days ? $" within {days} days" : "")} {From(need)}; {(chosen.IsEmpty ? "none is ordered" : $"the other {need.ToOrder - missing} are ordered")}. Allow more time, more sources or another part"));
        }
        ImmutableArray<OrderedPart> lines = [.. chosen.OrderByDescending(one => one.Quantity).ThenBy(one => one.Way.Supplier, StringComparer.Ordinal).Select(one => Order(one, orders.First(order => order.Key == one.Way.Supplier).FreightFree))];
        foreach (var line in lines.Where(line => line.LeadTimeDays != 0 && line.Offer.Stock < line.Quantity))
        {
            log.Warning("sourcing.beyond-stock", need.First.Line, FormattableString.Invariant(
                $"{need.First.Name}: {line.Quantity} pieces are bought of {line.Offer.Supplier}, which has {line.Offer.Stock} on stock; the others {(line.LeadTimeDays is { } wait ? $"take {wait} days" : "come nobody says when")}"));
        }
        var quantity = lines.Sum(line => line.Quantity);
        var excess = Math.Max(0, quantity - need.ToOrder);
        foreach (var line in lines.Where(_ => need.First.Part.Generic is not null))
        {
            log.Info("sourcing.generic-choice", need.First.Line, $"{need.First.Name}: any part that has these parameters will do; {line.Offer.Manufacturer} {line.Offer.Mpn ?? line.Offer.SupplierCode} of {line.Offer.Supplier} is proposed ({parts.Proposed(need.First.Part).First(one => one.Offer == line.Offer).Reason}). Confirm it");
        }
        // What is left over is the dearest that was bought: without it, it would not have been.
        var dearest = lines.OrderByDescending(line => line.Landed.Likely).FirstOrDefault();
        return new PartPurchase(need.First.Name, need.Members, need.Demand, need.Attrition.Required, need.Draws, lines, [.. need.Candidates.Select(one => one.Offer)])
        {
            Excess = excess,
            ExcessCost = dearest is null ? Spread.Zero : dearest.Landed * excess,
            ExcessNonCancellable = excess == 0 ? false : lines.Any(line => line.Offer.NonCancellable == true) ? true : lines.All(line => line.Offer.NonCancellable == false) ? false : null,
            Reason = (missing > 0 && !lines.IsEmpty ? FormattableString.Invariant($"{need.ToOrder - missing} of {need.ToOrder} pieces, all that there are; ") : "") + PurchaseReason.Of(need, lines, orders, landing),
            Shortfall = missing,
        };
    }

    private string From(PartNeed need) =>
        need.Dual ? "from two suppliers" : request.Policy.MostSources < need.Candidates.Length ? FormattableString.Invariant($"from {request.Policy.MostSources} of {need.Candidates.Length} offers")
        : need.Candidates.Length == 1 ? "from the only offer" : FormattableString.Invariant($"from {need.Candidates.Length} offers");

    private static OrderedPart Order((Way Way, long Quantity) one, bool freightFree)
    {
        var price = one.Way.Candidate.At(one.Quantity);
        var asked = one.Way.Candidate.Offer.Breaks.Last(other => other.Quantity <= one.Quantity).UnitPrice;
        return new(one.Way.Candidate.Offer, one.Quantity, asked, freightFree ? price.FreightFree : price.Landed, one.Way.Candidate.Once, one.Way.LeadTimeDays) { Basis = one.Way.Candidate.Text, Feeding = one.Way.Candidate.Feed.Reason };
    }

    private ImmutableArray<SupplierOrder> Orders(IEnumerable<(Way Way, long Quantity)> chosen) =>
    [
        .. chosen.GroupBy(one => one.Way.Supplier, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var order = LandedCost.Order(group.Key, landing);
            // A supplier without a row of terms keeps the name that its offers give it.
            var name = order.Terms.Supplier == order.Supplier ? order.Supplier : group.Select(one => one.Way.Candidate.Offer.Supplier).Order(StringComparer.Ordinal).First();
            var value = group.Sum(one => one.Quantity * one.Way.Candidate.At(one.Quantity).Value);
            return new SupplierOrder(name, group.Count(), value, order.FixedOf(value), order.Minimum?.Amount, order.Terms.Source)
            {
                FreightFree = order.IsFreightFree(value),
                Key = group.Key,
                Assumed = order.Terms.Assumed,
            };
        }),
    ];

    /// <summary>
    /// Pieces of an order that only its minimum order value asks for: above the cheapest purchase of each of its parts alone. Where they cost more than the rules
    /// allow, that is said, with what everything costs without the supplier.
    /// </summary>
    private AddedForMinimum? Added(
        SupplierOrder order, PurchaseProblem problem, PurchaseAnswer answer, ILookup<int, (Way Way, long Quantity)> chosen, IReadOnlyList<PartNeed> needs, IReadOnlyDictionary<int, long> missing)
    {
        if (order.MinimumOrderValue is not { } least || least <= 0) return null;
        var (pieces, value, cost, goods, first) = (0L, 0m, 0m, 0m, (PartNeed?)null);
        foreach (var own in chosen)
        {
            foreach (var (way, quantity) in own.Where(one => one.Way.Supplier == order.Key))
            {
                var needed = Math.Max(1, needs[own.Key].ToOrder - missing.GetValueOrDefault(own.Key) - own.Where(one => one.Way != way).Sum(one => one.Quantity));
                var (enough, paid) = (way.Candidate.Cheapest(needed), (quantity * way.Candidate.At(quantity).Landed.Likely) + way.Candidate.Once);
                goods += paid;
                if (quantity <= enough.Quantity) continue;
                first ??= needs[own.Key];
                pieces += quantity - enough.Quantity;
                value += (quantity * way.Candidate.At(quantity).Value) - (enough.Quantity * way.Candidate.At(enough.Quantity).Value);
                cost += paid - enough.Cost;
            }
        }
        if (first is null || order.Value - value >= least) return null;
        var limit = request.Tables.Rules.MinimumOrderAddedPercent;
        if (cost <= (goods - cost) * limit / 100m) return new(pieces, cost, null);
        var other = Without(order.Key, problem, answer);
        log.Warning("sourcing.minimum-order-dear", first.First.Line, FormattableString.Invariant(
            $"the order at {order.Supplier} is filled up with {pieces} pieces that nobody needs for {cost:0.00} {landing.Currency}, to reach its minimum of {least:0.00}; what is needed of it costs {goods - cost:0.00}. ")
            + (other is { } extra ? FormattableString.Invariant($"Without {order.Supplier} everything costs {extra:0.00} more. ") : $"Nobody else has all that is bought there. ")
            + "Ask for a smaller order, or have another part approved");
        return new(pieces, cost, other);
    }

    /// <summary>What everything costs more without a supplier; null where more pieces are missing then.</summary>
    private static decimal? Without(string supplier, PurchaseProblem problem, PurchaseAnswer answer)
    {
        var closed = problem.Suppliers.Index().First(one => one.Item.Name == supplier).Index;
        var others = PurchaseOptimiser.Solve(problem with { Lines = [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => offer.Supplier == closed ? offer with { Stock = 0 } : offer)] })] });
        return others.Feasible && others.Shortfalls.SequenceEqual(answer.Shortfalls) ? (others.Cost - answer.Cost) / MicroUnits : null;
    }

    /// <summary>Of what a bound is proven.</summary>
    private string Scope(PurchaseProblem problem)
    {
        var policy = request.Policy;
        return FormattableString.Invariant($"of these {problem.Lines.Sum(line => line.Offers.Length)} ways to buy {problem.Lines.Length} parts from {problem.Suppliers.Length} suppliers on their terms, ")
            + FormattableString.Invariant($"in at most {policy.MostSources} {(policy.MostSources == 1 ? "purchase" : "purchases")} a part, ")
            + (policy.LeftoverValue > 0 ? FormattableString.Invariant($"with leftovers worth {policy.LeftoverValue:0.##} % of the lowest price") : "with leftovers worth nothing")
            + (policy.LeadTimeLimitDays is { } days ? FormattableString.Invariant($", within {days} days") : policy.WeekWeight == 0 ? ", from stock where stock is enough" : "");
    }

    private static PlanProof Proof(PurchaseAnswer answer, decimal credited, string scope, ImmutableArray<PartPurchase> purchases, ImmutableArray<SupplierOrder> orders)
    {
        var money = purchases.Sum(one => one.Orders.Sum(order => order.Cost.Likely)) + orders.Sum(order => order.Fees.Likely);
        var (objective, bound) = ((answer.Cost / MicroUnits) + credited, (answer.LowerBound / MicroUnits) + credited);
        return new(objective, bound, objective - money) { Scope = scope };
    }

    private static long Micro(decimal amount) => (long)Math.Round(amount * MicroUnits, MidpointRounding.AwayFromZero);
}
