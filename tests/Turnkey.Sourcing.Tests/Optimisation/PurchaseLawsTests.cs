using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

/// <summary>What holds of every problem and its answer, whatever the cheapest purchase is.</summary>
public sealed class PurchaseLawsTests
{
    private const int Problems = 40;

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    public void An_answer_keeps_to_the_terms_and_costs_no_less_than_its_bound(int largestMinimum) => ForEach(largestMinimum, (problem, answer) =>
    {
        RandomPurchases.Holds(problem, answer);
        Assert.InRange(answer.LowerBound, 0, answer.Cost);
    });

    [Fact]
    public void Buying_each_line_where_it_is_cheapest_alone_costs_no_less() => ForEach(0, (problem, answer) =>
    {
        var alone = problem.Lines.Select(line => PurchaseOptimiser.Solve(problem with { Lines = [line] })).ToArray();
        var used = alone.SelectMany((one, i) => one.Purchases.Select(purchase => problem.Lines[i].Offers[purchase.Offer].Supplier)).ToHashSet();
        var fees = alone.Select((one, i) => one.Purchases.Select(purchase => problem.Lines[i].Offers[purchase.Offer].Supplier).Distinct().Sum(s => problem.Suppliers[s].FixedFee)).Sum();

        Assert.True(answer.Cost <= alone.Sum(one => one.Cost) - fees + used.Sum(s => problem.Suppliers[s].FixedFee));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    public void The_order_of_lines_offers_and_suppliers_does_not_matter(int largestMinimum) => ForEach(largestMinimum, (problem, answer) =>
    {
        var count = problem.Suppliers.Length;
        var turned = new PurchaseProblem(
            [.. problem.Suppliers.Reverse()],
            [.. problem.Lines.Reverse().Select(line => line with { Offers = [.. line.Offers.Reverse().Select(offer => offer with { Supplier = count - 1 - offer.Supplier })] })]);

        Assert.Equal(answer.Cost, PurchaseOptimiser.Solve(turned).Cost);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    public void Prices_in_a_smaller_unit_scale_the_cost(int largestMinimum) => ForEach(largestMinimum, (problem, answer) =>
    {
        const int Times = 7;
        var scaled = new PurchaseProblem(
            [.. problem.Suppliers.Select(supplier => supplier with { FixedFee = Times * supplier.FixedFee, MinimumOrderValue = Times * supplier.MinimumOrderValue })],
            [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => offer with
            {
                PerPurchase = Times * offer.PerPurchase,
                Prices = [.. offer.Prices.Select(price => new BreakPrice(price.Quantity, Times * price.UnitPrice, Times * price.UnitCost))],
            })] })]);

        Assert.Equal(Times * answer.Cost, PurchaseOptimiser.Solve(scaled).Cost);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    public void One_more_offer_never_makes_it_dearer(int largestMinimum) => ForEach(largestMinimum, (problem, answer) =>
    {
        var first = problem.Lines[0];
        var more = problem with { Lines = problem.Lines.SetItem(0, first with { Offers = first.Offers.Add(first.Offers[0] with { Supplier = (first.Offers[0].Supplier + 1) % problem.Suppliers.Length }) }) };

        Assert.True(PurchaseOptimiser.Solve(more).Cost <= answer.Cost);
    });

    [Fact]
    public void Thousands_of_lines_are_solved_with_proof()
    {
        var random = new Random(20261129);
        var lines = Enumerable.Range(0, 250).SelectMany(_ => RandomPurchases.Larger(random, 0).Lines).ToArray();
        var answer = PurchaseOptimiser.Solve(new(RandomPurchases.Larger(random, 0).Suppliers, [.. lines]));

        Assert.Equal(answer.Cost, answer.LowerBound);
    }

    [Fact]
    public void A_search_that_may_not_take_a_step_still_tells_a_true_bound()
    {
        var problem = RandomPurchases.Larger(new Random(20261130), 5_000);
        var (least, hurried) = (PurchaseOptimiser.Solve(problem), PurchaseOptimiser.Solve(problem, new SearchEffort(1)));

        Assert.InRange(hurried.LowerBound, 0, least.Cost);
        if (hurried.Feasible) Assert.InRange(least.Cost, hurried.LowerBound, hurried.Cost);
    }

    private static void ForEach(int largestMinimum, Action<PurchaseProblem, PurchaseAnswer> holds)
    {
        var random = new Random(20261125 + largestMinimum);
        for (var number = 0; number < Problems; number++)
        {
            var problem = RandomPurchases.Larger(random, largestMinimum);
            var answer = PurchaseOptimiser.Solve(problem);
            Assert.True(answer.Feasible && answer.Shortfalls.IsEmpty);
            holds(problem, answer);
        }
    }
}
