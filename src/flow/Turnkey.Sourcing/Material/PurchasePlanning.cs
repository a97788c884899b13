using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Buys all parts together at the least landed cost: the ways to use each offer (<see cref="PurchaseWay"/>) become a problem (<see cref="ProblemWriting"/>) for
/// the optimiser, which knows of whole orders (fees, minimum order values) what a part alone cannot, and its answer purchases with their reasons
/// (<see cref="PurchaseWriting"/>).
/// </summary>
internal static class PurchasePlanning
{
    /// <param name="needs">Parts with something to order; each has candidates.</param>
    /// <returns>One purchase per part, in the same order; the orders and the proof.</returns>
    public static PlannedPurchases Plan(IReadOnlyList<PartNeed> needs, SourcingRequest request, PartIdentities parts, LandingTerms landing, BomLog log)
    {
        var writing = new ProblemWriting(request, landing, log);
        var ordered = needs.Where(need => need.ToOrder > 0).Select(need => (Need: need, Ways: PurchaseWay.Of(need, request))).ToArray();
        var problem = writing.Write(ordered);
        if (ordered.Length == 0) return Written(null, null, [], 0, false);
        if (problem.Fault() is { } fault)
        {
            log.Error("sourcing.not-reckoned", ordered[0].Need.First.Line, $"the purchase is beyond what is reckoned with: {fault}. Check quantities and prices, or reckon in a currency of larger units");
            return Written(null, null, ordered.Select(part => new ChosenPurchase(part.Need, [], part.Need.ToOrder, null)), 0, false);
        }
        var pools = OfferPools.Of([.. ordered.Select(part => part.Ways)], request);
        var solved = Pooled(isLast: false);
        var contested = Contested();
        if (contested.Count > 0)
        {
            // What is enough for each alone is not enough for all: these parts may also be waited for, and bought of sellers of the last resort.
            foreach (var part in contested.Order().Select(i => ordered[i].Need).Where(need => !need.Reserve.IsEmpty)) SellerOrder.Tell(Opened(part).Need, request, few: true, log);
            ordered = [.. ordered.Select((part, i) => contested.Contains(i) ? Opened(part.Need) : part)];
            problem = writing.Write(ordered);
            pools = OfferPools.Of([.. ordered.Select(part => part.Ways)], request);
        }
        if (contested.Count > 0 || IsShort()) solved = Pooled(isLast: true);
        ImmutableArray<ImmutableArray<PurchaseWay>> allWays = [.. ordered.Select(part => part.Ways)];
        var (remaining, answer) = (solved.Remaining, solved.Answer);
        foreach (var closed in solved.LeftOut.Select(i => problem.Suppliers[i]))
        {
            var (need, ways) = ordered.First(part => part.Ways.Any(way => way.Supplier == closed.Name));
            log.Warning("sourcing.minimum-order", need.First.Line, FormattableString.Invariant(
                $"no way to buy meets the minimum orders of all suppliers that are needed; {ways.First(way => way.Supplier == closed.Name).Offer.Supplier} ({MicroUnits.Amount(closed.MinimumOrderValue):0.00} {landing.Currency} at least) is left out. Ask it for less, or have other parts approved"));
        }
        var bought = solved.Pieces.ToLookup(one => one.Place.Line);
        var missing = answer.Shortfalls.ToDictionary(one => one.Line, one => one.Missing > 0 ? one.Missing : ordered[one.Line].Need.ToOrder);
        var others = OtherWays.Of(remaining, answer, allWays, Wider());
        return Written(remaining, answer, ordered.Select((part, i) => new ChosenPurchase(part.Need, [.. bought[i].Select(one => Chosen(part.Ways[one.Place.Offer], one))], missing.GetValueOrDefault(i), others.GetValueOrDefault(i))), solved.Cost - answer.Cost, solved.Open);

        PooledAnswer Pooled(bool isLast)
        {
            var parts = ordered;
            return PooledPurchases.Solve(problem, [.. parts.Select(part => part.Ways)], pools, place => ProblemWriting.Each(parts[place.Line].Need, parts[place.Line].Ways[place.Offer]), isLast);
        }

        bool IsShort() => !pools.IsEmpty && solved.Answer.Shortfalls.Any(one => pools.Lines.Contains(one.Line));

        // Parts that are short only because others take from the same stock.
        HashSet<int> Contested()
        {
            var meeting = pools.Lines.ToHashSet();
            return IsShort() ? [.. meeting.Where(i => Opened(ordered[i].Need).Ways.Length > ordered[i].Ways.Length)] : [];
        }

        (PartNeed Need, ImmutableArray<PurchaseWay> Ways) Opened(PartNeed need)
        {
            var opened = need with { Candidates = [.. need.Candidates, .. need.Reserve], Reserve = [] };
            return (opened, PurchaseWay.Of(opened, request, contested: true));
        }

        // Each part with what it can be waited for as well, for the next best.
        ImmutableArray<(ImmutableArray<PurchaseWay> Ways, PurchaseProblem Problem)> Wider()
        {
            var wider = ordered.Select(part => (part.Need, Ways: PurchaseWay.Of(part.Need, request, contested: true))).ToArray();
            var terms = new ProblemWriting(request, landing, new BomLog()).Write(wider);
            return terms.Fault() is null ? [.. wider.Select((part, i) => (part.Ways, terms with { Lines = [terms.Lines[i]] }))] : [];
        }

        ChosenWay Chosen(PurchaseWay way, PooledPiece piece) => new(piece.IsLead ? way : way with { Peeled = 0 }, piece.Quantity)
        {
            IsLead = piece.IsLead,
            With = piece.IsShared ? [.. solved.Pieces.Where(one => one.Place.Line != piece.Place.Line && pools.IndexOf(one.Place) is { } pool && pool == pools.IndexOf(piece.Place)).Select(one => ordered[one.Place.Line].Need.Name)] : [],
            Joined = piece.Together - piece.Quantity + (piece.IsLead ? 0 : solved.Pieces.Where(one => one.IsLead && pools.IndexOf(one.Place) is { } pool && pool == pools.IndexOf(piece.Place)).Sum(one => ordered[one.Place.Line].Ways[one.Place.Offer].Peeled)),
        };

        PlannedPurchases Written(PurchaseProblem? solved, PurchaseAnswer? found, IEnumerable<ChosenPurchase> chosen, long common, bool open)
        {
            var byNeed = chosen.ToDictionary(one => one.Need.Members[0]);
            ImmutableArray<ChosenPurchase> all = [.. needs.Select(need => byNeed.GetValueOrDefault(need.Members[0]) ?? new ChosenPurchase(need, [], 0, null))];
            var orders = SupplierOrders.Of(all.SelectMany(one => one.Ways), landing);
            if (solved is not null && found is not null)
            {
                var minimums = new DearMinimums(solved, found, request.Tables.Rules, landing, log);
                orders = [.. orders.Select(order => order with { Added = minimums.Added(order, all) })];
            }
            var purchase = new PurchaseWriting(request, parts, landing, log, orders);
            ImmutableArray<(PartNeed, PartPurchase)> written = [.. all.Select(purchase.Write)];
            DearLeftovers.Tell(written, request, log);
            if (solved is null || found is null || all.All(one => one.Ways.IsEmpty)) return new(written, orders, null);
            // A part of which nothing is bought has no pieces that were credited, one that is short only those that are.
            var credited = all.Where(one => !one.Ways.IsEmpty).Sum(one => writing.Credit(one.Need) * (one.Need.ToOrder - one.Missing));
            var scope = PurchaseProof.Scope(solved, request.Policy, [.. ordered.Select(part => part.Ways)], all, open);
            return new(written, orders, PurchaseProof.Of(found with { Cost = found.Cost + common, LowerBound = found.LowerBound + common }, credited, scope, written.Select(part => part.Item2), orders));
        }
    }
}

/// <param name="Parts">Needs as they are after feeding is chosen, with their purchases.</param>
/// <param name="Orders">By supplier.</param>
/// <param name="Proof">Null when nothing is bought.</param>
internal sealed record PlannedPurchases(ImmutableArray<(PartNeed Need, PartPurchase Purchase)> Parts, ImmutableArray<SupplierOrder> Orders, PlanProof? Proof);

/// <param name="Ways">What was chosen; empty where nothing is bought.</param>
/// <param name="Missing">Pieces that cannot be had.</param>
/// <param name="Other">The next best.</param>
internal sealed record ChosenPurchase(PartNeed Need, ImmutableArray<ChosenWay> Ways, long Missing, OtherWay? Other);

/// <param name="Way">How.</param>
/// <param name="Useful">Pieces that cover the need.</param>
internal sealed record ChosenWay(PurchaseWay Way, long Useful)
{
    /// <summary>Pieces bought.</summary>
    public long Quantity => Useful + Way.Peeled;

    /// <summary>Of the same purchase for other parts.</summary>
    public long Joined { get; init; }

    /// <summary>Pieces of the whole purchase, whose break is reached.</summary>
    public long Together => Quantity + Joined;

    /// <summary>Names of the other parts.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>It bears what the purchase costs once.</summary>
    public bool IsLead { get; init; } = true;

    /// <summary>What is paid once: the supplier's reel, a leader, placing by hand.</summary>
    public decimal Once(PartNeed need) => IsLead ? Way.Candidate.Once + Way.Feed.Cost(need.ToOrder) : Way.Feed.Cost(need.ToOrder) - Way.Feed.PerPurchase;

    public decimal Value => Quantity * Way.Candidate.At(Together).Value;
}
