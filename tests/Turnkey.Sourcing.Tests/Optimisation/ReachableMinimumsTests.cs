using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

/// <summary>Minimum order values that nobody reaches: as many lines as can be bought are, at the least cost, and the others are said.</summary>
public sealed class ReachableMinimumsTests
{
    [Fact]
    public void A_supplier_whose_minimum_cannot_be_reached_is_left_out_and_the_rest_solved()
    {
        var problem = new PurchaseProblem([new("A", 0, 1_000), new("B", 0, 0)],
            [new("P1", 10, 2, [new(0, 1, 1, 20, [new BreakPrice(1, 5)])]), new("P2", 10, 2, [new(0, 1, 1, 20, [new BreakPrice(1, 5)]), new(1, 1, 1, 20, [new BreakPrice(1, 7)])])]);
        var (_, answer, leftOut) = ReachableMinimums.Solve(problem);
        Assert.Equal([0], leftOut);
        Assert.Equal((70L, 70L), (answer.Cost, answer.LowerBound));
        Assert.Equal([new Shortfall(0, 10)], answer.Shortfalls);
    }

    /// <summary>Two suppliers want 10; B cannot be bought for so much. What A sells is bought all the same.</summary>
    [Fact]
    public void A_supplier_that_is_reached_once_another_is_out_is_bought_from()
    {
        var (_, answer, leftOut) = ReachableMinimums.Solve(new([new("A", 0, 1_000), new("B", 0, 1_000)],
            [new("P1", 5, 2, [Offer(0, 14, 200), Offer(1, 10, 20)]), new("P2", 5, 2, [Offer(1, 10, 50)])]));

        Assert.Equal([new LinePurchase(0, 0, 5, 200)], answer.Purchases);
        Assert.Equal((1_000, 1_000), (answer.Cost, answer.LowerBound));
        Assert.Equal([new Shortfall(1, 5)], answer.Shortfalls);
        Assert.Equal([1], leftOut);
    }

    /// <summary>Each supplier could be reached with the first line, but its single offer goes to one of them: the line that more others depend on decides.</summary>
    [Fact]
    public void Of_suppliers_that_are_not_reached_together_those_are_bought_from_that_serve_the_most_lines()
    {
        var (_, answer, leftOut) = ReachableMinimums.Solve(new([new("A", 0, 1_000), new("B", 0, 1_000)],
        [
            new("P1", 5, 1, [Offer(0, 20, 50), Offer(1, 20, 80)]), new("P2", 5, 1, [Offer(0, 5, 20)]), new("P3", 5, 1, [Offer(1, 5, 20)]), new("P4", 5, 1, [Offer(1, 5, 20)]),
        ]));

        Assert.Equal([new Shortfall(1, 5)], answer.Shortfalls);
        Assert.Equal((1_000, 1_000), (answer.Cost, answer.LowerBound));
        Assert.Equal([0], leftOut);
    }

    [Fact]
    public void Two_sources_are_asked_for_or_nothing_of_the_line_is_bought()
    {
        var (_, answer, _) = ReachableMinimums.Solve(new([new("A", 0, 1_000), new("B", 0, 0)],
            [new DemandLine("P1", 10, 2, [Offer(0, 10, 5), Offer(1, 10, 5)]) with { LeastShare = 20 }, new("P2", 10, 2, [Offer(1, 10, 5)])]));

        Assert.Equal([new Shortfall(0, 10)], answer.Shortfalls);
        Assert.Equal((50, 50), (answer.Cost, answer.LowerBound));
    }

    [Fact]
    public void As_many_lines_are_bought_as_can_be_at_the_least_cost()
    {
        var random = new Random(20261205);
        var (shorter, whole) = (0, 0);
        for (var number = 0; number < 600; number++)
        {
            var problem = RandomPurchases.OutOfReach(random);
            if (number % 3 == 2) problem = RandomPurchases.Waiving(random, problem, 700);
            var (lines, least) = EveryPurchase.MostLines(problem);
            var (_, answer, _) = ReachableMinimums.Solve(problem);
            var bought = answer.Purchases.Select(one => one.Line).Distinct().ToArray();

            Assert.True(bought.Length == lines && answer.Cost == least && answer.LowerBound == least,
                $"number {number}: {bought.Length} lines for {answer.Cost} with bound {answer.LowerBound}, and {lines} for {least} by trying everything");
            Assert.Equal(Enumerable.Range(0, problem.Lines.Length).Except(bought), answer.Shortfalls.Select(one => one.Line));
            Assert.All(answer.Shortfalls, one => Assert.InRange(one.Missing, 1, problem.Lines[one.Line].Demand));
            RandomPurchases.Holds(problem with { Lines = [.. problem.Lines.Where((_, i) => bought.Contains(i))] }, answer with { Purchases = [.. answer.Purchases.Select(one => one with { Line = Array.IndexOf(bought, one.Line) })] });
            if (lines < problem.Lines.Length) shorter++;
            else whole++;
        }
        Assert.InRange(shorter, 100, 590);
        Assert.InRange(whole, 10, 500);
    }

    [Fact]
    public void What_there_is_of_a_line_is_bought_of_those_that_are_reached()
    {
        var (_, answer, _) = ReachableMinimums.Solve(new PurchaseProblem([new("A", 0, 1_000), new("B", 0, 0)], [new("P1", 10, 2, [Offer(0, 4, 5), Offer(1, 3, 5)])]) { BuysInPart = true });

        Assert.Equal([new Shortfall(0, 7)], answer.Shortfalls);
        Assert.Equal([new LinePurchase(0, 1, 3, 5)], answer.Purchases);
    }

    /// <summary>
    /// Whole lines first, then those of which all there is is bought, then the cost; of a line that is neither, what those have that are bought from or want no minimum.
    /// </summary>
    [Fact]
    public void Of_lines_that_are_short_what_there_is_is_bought_after_those_that_are_whole()
    {
        var random = new Random(20270114);
        var (outOfReach, part, some) = (0, 0, 0);
        for (var number = 0; number < 600; number++)
        {
            var problem = RandomPurchases.Short(random);
            if (number % 3 == 2) problem = RandomPurchases.Waiving(random, problem, 700);
            var (whole, lines, least) = EveryPurchase.MostInPart(problem);
            var (remaining, answer, _) = ReachableMinimums.Solve(problem);
            Assert.True(answer.Feasible, $"number {number}: {whole} lines whole and {lines} in all can be bought, and none are");

            var got = problem.Lines.Select((_, i) => answer.Purchases.Where(one => one.Line == i).Sum(one => one.Quantity)).ToArray();
            int[] bought = [.. Enumerable.Range(0, got.Length).Where(i => got[i] > 0)];
            var missing = answer.Shortfalls.ToDictionary(one => one.Line, one => one.Missing);
            // More where a supplier is out of reach, and what the others have of a line helps them to their minimums.
            Assert.True((got.Length - missing.Count, bought.Length).CompareTo((whole, lines)) >= 0, $"number {number}: {got.Length - missing.Count} lines whole of {bought.Length}, and {whole} of {lines} by trying everything");
            Assert.All(missing, one => Assert.Equal(problem.Lines[one.Key].Demand, got[one.Key] + one.Value));

            var served = remaining with { Lines = [.. bought.Select(i => remaining.Lines[i] with { Demand = problem.Lines[i].Demand - missing.GetValueOrDefault(i) })] };
            RandomPurchases.Holds(served, answer with { Purchases = [.. answer.Purchases.Select(one => one with { Line = Array.IndexOf(bought, one.Line) })] });
            var cost = EveryPurchase.LeastCost(served) ?? 0;
            Assert.True(answer.Cost == cost && answer.LowerBound == cost, $"number {number}: {answer.Cost} with bound {answer.LowerBound}, and {cost} for the same pieces by trying everything");
            // Where nothing less than all there is is bought of a line, no other choice of lines is cheaper either.
            var all = bought.All(i => got[i] >= Math.Min(problem.Lines[i].Demand, EveryPurchase.Most(problem.Lines[i])));
            if (all) Assert.True(bought.Length == lines && cost == least, $"number {number}: {bought.Length} lines for {cost}, and {lines} for {least} by trying everything");

            var used = answer.Purchases.Select(one => problem.Lines[one.Line].Offers[one.Offer].Supplier).ToHashSet();
            foreach (var line in problem.Lines.Where((_, i) => got[i] == 0))
                Assert.Equal(0, EveryPurchase.Most(line with { Offers = [.. line.Offers.Where(offer => used.Contains(offer.Supplier) || problem.Suppliers[offer.Supplier].MinimumOrderValue == 0)] }));
            if (lines < got.Length) outOfReach++;
            if (missing.Any(one => got[one.Key] > 0)) part++;
            if (!all) some++;
        }
        Assert.InRange(outOfReach, 100, 500);
        Assert.InRange(part, 100, 500);
        Assert.InRange(some, 10, 500);
    }

    private static OfferTerms Offer(int supplier, long stock, long price) => new(supplier, 1, 1, stock, [new BreakPrice(1, price)]);
}
