namespace Turnkey.Sourcing.Optimisation;

/// <summary>
/// Which lines are bought where not all can be: the most that can be, and of as many those that cost least. Not buying a line is made an offer that covers it
/// alone and costs more than all purchases together, so that the cheapest plan leaves out as few lines as can be. Of a line that nobody has whole, all there is
/// counts (<see cref="PurchaseProblem.BuysInPart"/>), but less than a whole line: leaving out one of these costs more than leaving out all that are short.
/// </summary>
internal static class MostLines
{
    /// <summary>Of all lines left out together, in millionths: sums and their multiples stay within 64 bits.</summary>
    private const long MostPenalty = 10 * PurchaseProblem.MostMoney;

    /// <returns>The problem, where nothing can be had of the lines that are left out.</returns>
    public static PurchaseProblem Of(PurchaseProblem problem, SearchEffort? effort)
    {
        var (suppliers, penalty) = (WaivedFees.Opened(problem.Suppliers), 1 + problem.Suppliers.Sum(supplier => (decimal)supplier.FixedFee));
        var (demands, isWhole) = (new long[problem.Lines.Length], new bool[problem.Lines.Length]);
        for (var i = 0; i < demands.Length; i++)
        {
            var (line, segments) = (problem.Lines[i], Segment.Of(problem.Lines[i], suppliers));
            var most = LineChoice.Most(line, segments);
            isWhole[i] = most >= line.Demand;
            demands[i] = isWhole[i] ? line.Demand : problem.BuysInPart ? most : 0;
            penalty += segments.GroupBy(segment => segment.Offer).Select(offer => offer.Max(segment => segment.Cost(segment.High))).OrderDescending().Take(line.MostTogether).Sum(cost => (decimal)cost);
        }
        int[] open = [.. Enumerable.Range(0, demands.Length).Where(i => demands[i] > 0)];
        if (open.Length == 0) return problem;
        var parts = open.Count(i => !isWhole[i]);
        var whole = parts + 1L;
        var each = (long)Math.Min(penalty, MostPenalty / (((open.Length - parts) * whole) + parts));
        var optional = new PurchaseProblem(problem.Suppliers.Add(new("nobody", 0, 0)), [.. open.Select(i => problem.Lines[i] with { Demand = demands[i], Offers = problem.Lines[i].Offers.Add(Nothing(problem.Suppliers.Length, demands[i], isWhole[i] ? each * whole : each)) })]);
        var best = PurchaseOptimiser.Answer(optional, effort);
        var left = best.Purchases.Where(one => optional.Lines[one.Line].Offers[one.Offer].StandsAlone).Select(one => open[one.Line]).ToHashSet();
        return problem with { Lines = [.. problem.Lines.Select((line, i) => left.Contains(i) ? line with { Offers = [.. line.Offers.Select(offer => offer with { Stock = 0 })] } : line)] };
    }

    private static OfferTerms Nothing(int nobody, long demand, long penalty) => new(nobody, demand, 1, demand, [new BreakPrice(1, 0)]) { PerPurchase = penalty, StandsAlone = true };
}
