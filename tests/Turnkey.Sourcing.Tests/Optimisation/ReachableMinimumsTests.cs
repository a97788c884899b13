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

    private static OfferTerms Offer(int supplier, long stock, long price) => new(supplier, 1, 1, stock, [new BreakPrice(1, price)]);
}
