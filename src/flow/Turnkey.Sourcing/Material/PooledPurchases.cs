using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Solves where parts that are bought apart meet in one offer (<see cref="OfferPools"/>). The optimiser knows of each part alone; here its answers become plans
/// in which shared offers are bought once (<see cref="PooledPlans"/>), the best of several plans is taken, and the terms that no plan can beat
/// (<see cref="PooledTerms"/>) give a bound of all plans. Where both are equal the plan is proven; else the gap is what the overlap leaves open.
/// </summary>
internal sealed class PooledPurchases
{
    /// <summary>Times that a plan is made better by moving parts.</summary>
    private const int MostSteps = 200;

    /// <summary>Times that a stock that was sold twice is shared out.</summary>
    private const int MostRepairs = 4;

    private readonly PurchaseProblem problem;
    private readonly ImmutableArray<ImmutableArray<PurchaseWay>> ways;
    private readonly OfferPools pools;
    private readonly PooledPlans plans;
    private readonly PooledTerms terms;
    private PooledPlan? best;

    private PooledPurchases(PurchaseProblem problem, ImmutableArray<ImmutableArray<PurchaseWay>> ways, OfferPools pools, Func<WayPlace, long> each)
    {
        (this.problem, this.ways, this.pools) = (problem, ways, pools);
        plans = new(problem, ways, pools, each);
        terms = new(problem, ways, pools, each);
    }

    /// <param name="problem">As written: each way on its own terms.</param>
    /// <param name="ways">Per part, in the order of its offers.</param>
    /// <param name="pools">Where they meet.</param>
    /// <param name="each">What a way costs per purchase that joining others does not save, in millionths.</param>
    /// <param name="isLast">Nothing else can be opened: also a plan in which pieces are missing is bounded.</param>
    public static PooledAnswer Solve(PurchaseProblem problem, ImmutableArray<ImmutableArray<PurchaseWay>> ways, OfferPools pools, Func<WayPlace, long> each, bool isLast)
    {
        var (remaining, answer, leftOut) = SharedStock.Solve(problem, ways);
        if (pools.IsEmpty || !answer.Feasible) return new(remaining, answer, leftOut, answer.Cost, Alone(answer));
        // Suppliers whose minimum nobody reaches stay left out.
        return new PooledPurchases(remaining, ways, pools, each).Solve(answer, leftOut, isLast);
    }

    private PooledAnswer Solve(PurchaseAnswer apart, ImmutableArray<int> leftOut, bool isLast)
    {
        Try(problem, apart, MostRepairs);
        Improve();
        var bound = new PooledBound(terms, pools, [.. problem.Lines.Select(line => line.Demand)], Found, missing => best is { } plan && plan.Missing.SequenceEqual(missing) ? plan.Cost : null);
        bound.Raise(PooledBound.Few);
        Improve();
        var turn = InTurn();
        if (best is null) Try(turn, null, 0);
        if (best is null) return Apart(SharedStock.Solve(turn, ways).Answer, turn, bound.Value, leftOut);
        // What is short only because others take from the same stock may be had in other ways.
        if (!isLast && pools.Lines.Any(line => best.Missing[line] > 0)) return Settled(best, 0, leftOut);
        if (!best.IsWhole) bound.Without(best.Missing, PooledBound.Many);
        else if (best.Cost > bound.Value) bound.Raise(PooledBound.Many);
        Improve();
        return Settled(best, Math.Min(best.Cost, bound.Value), leftOut);
    }

    /// <summary>Where nothing bought together meets the suppliers' minimum orders: each part by itself, the stock of shared offers going to the first that asks for it.</summary>
    private static PooledAnswer Apart(PurchaseAnswer answer, PurchaseProblem turn, long bound, ImmutableArray<int> leftOut) =>
        new(turn, answer with { LowerBound = Math.Min(answer.Cost, bound) }, leftOut, answer.Cost, Alone(answer)) { Open = true };

    private static ImmutableArray<PooledPiece> Alone(PurchaseAnswer answer) => [.. answer.Purchases.Select(one => new PooledPiece(new(one.Line, one.Offer), one.Quantity, one.Quantity, true, default))];

    /// <summary>
    /// The best plan, with parts moved to what others buy already as long as that costs less: all that a part buys to one shared offer, or all of one shared offer to
    /// another. A step is priced and not solved, so it costs nothing beside a solution.
    /// </summary>
    private void Improve()
    {
        for (var step = 0; step < MostSteps && best is { } from && Moved(from).FirstOrDefault(plan => plan.IsBetterThan(from)) is { } better; step++) best = better;
    }

    private IEnumerable<PooledPlan> Moved(PooledPlan from)
    {
        LinePurchase[] all = [.. from.Purchases.Select(one => new LinePurchase(one.Place.Line, one.Place.Offer, one.Quantity, one.Price.UnitPrice))];
        // What several buy together and nothing beside it.
        LinePurchase[][] together =
        [
            .. all.Where(one => pools.IndexOf(new(one.Line, one.Offer)) is not null).GroupBy(one => pools.IndexOf(new(one.Line, one.Offer))).Select(pool => pool.ToArray())
                .Where(pool => pool.Length > 1 && pool.All(one => all.Count(own => own.Line == one.Line) == 1)),
        ];
        foreach (var pool in pools.Offers)
        {
            var own = pool.Ways.GroupBy(way => way.Line).ToDictionary(line => line.Key, line => line.First());
            var open = own.Values.Where(way => problem.Lines[way.Line].LeastShare == 0).Select(way => new LinePurchase(way.Line, way.Offer, problem.Lines[way.Line].Demand - from.Missing[way.Line], 0)).ToArray();
            if (Moving(open) is { } everyone) yield return everyone;
            foreach (var one in open)
            {
                if (Moving([one]) is { } alone) yield return alone;
            }
            foreach (var others in together.Where(others => others.All(one => own.TryGetValue(one.Line, out var way) && way.Offer != one.Offer)))
            {
                if (Moving([.. others.Select(one => one with { Offer = own[one.Line].Offer })]) is { } moved) yield return moved;
            }
        }

        PooledPlan? Moving(LinePurchase[] moved) => plans.Of([.. all.Where(one => !moved.Any(other => other.Line == one.Line)), .. moved]) is { Overdrawn: null } plan ? plan : null;
    }

    /// <summary>A plan that the bound's terms led to.</summary>
    private void Found(IEnumerable<LinePurchase> purchases)
    {
        var taken = purchases.ToArray();
        if (plans.Of(taken) is not { } plan) return;
        if (plan.Overdrawn is null) Take(plan);
        else Repair(problem, plan, MostRepairs - 1);
    }

    private void Take(PooledPlan plan)
    {
        if (plan.IsBetterThan(best)) best = plan;
    }

    private void Try(PurchaseProblem own, PurchaseAnswer? answer, int repairs)
    {
        answer ??= SharedStock.Solve(own, ways, PooledBound.Effort).Answer;
        if (!answer.Feasible || plans.Of(answer.Purchases) is not { } plan) return;
        if (plan.Overdrawn is null) Take(plan);
        else if (repairs > 0) Repair(own, plan, repairs - 1);
    }

    /// <summary>Of a stock that is sold twice, one part after the other gets what the others leave of it.</summary>
    private void Repair(PurchaseProblem own, PooledPlan plan, int repairs)
    {
        var stock = plan.Overdrawn!;
        int[] users = [.. plan.Purchases.Where(one => stock.Ways.Contains(one.Place)).Select(one => one.Place.Line).Distinct()];
        // The first time each of them may be the one that is cut; after that the last.
        foreach (var last in repairs == MostRepairs - 1 ? users : users[^1..])
        {
            var left = Math.Max(0, stock.Pieces - plan.Purchases.Where(one => one.Place.Line != last && stock.Ways.Contains(one.Place)).Sum(plans.Drawn));
            Try(Limited(own, place => place.Line == last && stock.Ways.Contains(place) ? left : null), null, repairs);
        }
    }

    private PurchaseProblem InTurn()
    {
        var left = pools.Stocks.Select(stock => stock.Pieces).ToArray();
        var turn = new Dictionary<WayPlace, long>();
        foreach (var line in Enumerable.Range(0, problem.Lines.Length))
        {
            foreach (var (i, stock) in pools.Stocks.Index())
            {
                WayPlace[] own = [.. stock.Ways.Where(way => way.Line == line)];
                if (own.Length == 0) continue;
                foreach (var way in own) turn[way] = left[i] / own.Length;
                left[i] -= Math.Min(left[i], problem.Lines[line].Demand);
            }
        }
        return Limited(problem, place => turn.TryGetValue(place, out var most) ? most : null);
    }

    private PurchaseProblem Limited(PurchaseProblem own, Func<WayPlace, long?> most) => own with
    {
        Lines = [.. own.Lines.Select((line, i) => line with { Offers = [.. line.Offers.Select((offer, k) => most(new(i, k)) is { } left ? offer with { Stock = Math.Max(0, Math.Min(offer.Stock, left - ways[i][k].Peeled)) } : offer)] })],
    };

    /// <summary>The plan as a problem in which what others take of a shared offer is given, for what is asked of it afterwards: other ways, other suppliers.</summary>
    private PooledAnswer Settled(PooledPlan plan, long bound, ImmutableArray<int> leftOut)
    {
        var bought = plan.Purchases.ToLookup(one => one.Place);
        var lines = problem.Lines.Select((line, i) => line with { Offers = [.. line.Offers.Select((offer, k) => Terms(offer, new(i, k)))] }).ToImmutableArray();
        // What is paid once for several stays paid when one of them goes elsewhere: it is no part of the settled terms.
        var common = plan.Purchases.Where(one => one.IsShared).Sum(one => plans.Cost(one) - (one.Quantity * one.Price.UnitCost) - (lines[one.Place.Line].Offers[one.Place.Offer].PerPurchase));
        var answer = new PurchaseAnswer([.. plan.Purchases.Select(one => new LinePurchase(one.Place.Line, one.Place.Offer, one.Quantity, one.Price.UnitPrice))],
            [.. plan.Missing.Index().Where(one => one.Item > 0).Select(one => new Shortfall(one.Index, one.Item))], plan.Cost - common, bound - common, true);
        return new(problem with { Lines = lines }, answer, leftOut, plan.Cost, plan.Purchases) { Open = plan.Cost > bound };

        OfferTerms Terms(OfferTerms own, WayPlace place)
        {
            var left = pools.Stocks.Where(stock => stock.Ways.Contains(place)).Select(stock => Math.Max(0, stock.Pieces - plan.Purchases.Where(one => stock.Ways.Contains(one.Place) && one.Place.Line != place.Line).Sum(plans.Drawn) - ways[place.Line][place.Offer].Peeled)).DefaultIfEmpty(own.Stock).Min();
            var limited = own with { Stock = Math.Min(own.Stock, left) };
            if (pools.IndexOf(place) is not { } index) return limited;
            var others = plan.Purchases.Where(one => one.Place.Line != place.Line && pools.Offers[index].Ways.Contains(one.Place)).Sum(one => one.Quantity);
            if (others == 0) return limited;
            // It joins what the others buy: their pieces count for minimum and breaks.
            var reached = limited.Prices.Count(price => price.Quantity <= others + 1);
            var joined = limited with { Minimum = 1, PerPurchase = 0, Prices = [.. limited.Prices.Skip(Math.Max(0, reached - 1)).Select(price => price with { Quantity = Math.Max(1, price.Quantity - others) })] };
            return bought[place].Any() ? joined with { Multiple = 1, Stock = Math.Max(joined.Stock, bought[place].Sum(one => one.Quantity)) } : joined;
        }
    }
}

/// <param name="Remaining">The problem that the answer is to, with what parts buy together as given.</param>
/// <param name="Answer">Per part; its cost and bound are without what is paid once for several.</param>
/// <param name="LeftOut">Suppliers whose minimum nobody reaches.</param>
/// <param name="Cost">Of all, in millionths.</param>
/// <param name="Pieces">What is bought, with what is bought together.</param>
internal sealed record PooledAnswer(PurchaseProblem Remaining, PurchaseAnswer Answer, ImmutableArray<int> LeftOut, long Cost, ImmutableArray<PooledPiece> Pieces)
{
    /// <summary>Of all plans, in millionths.</summary>
    public long LowerBound => Answer.LowerBound + Cost - Answer.Cost;

    /// <summary>Whether a better way to share offers is not ruled out.</summary>
    public bool Open { get; init; }
}
