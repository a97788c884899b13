using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

public sealed class PurchaseOptimiserTests
{
    [Fact]
    public void A_price_break_further_up_is_bought_when_it_costs_less_in_all()
    {
        var answer = PurchaseOptimiser.Solve(Problem([new("A", 0, 0)], Line(90, Offer(0, 1, 1, 1000, (1, 100), (100, 80)))));

        Assert.Equal([new LinePurchase(0, 0, 100, 80)], answer.Purchases);
        Assert.Equal((8_000, 8_000), (answer.Cost, answer.LowerBound));
    }

    [Fact]
    public void Scarce_stock_is_topped_up_from_a_second_offer()
    {
        var answer = PurchaseOptimiser.Solve(Problem([new("A", 0, 0), new("B", 0, 0)], Line(100, Offer(0, 1, 1, 60, (1, 10)), Offer(1, 1, 25, 1000, (1, 20)))));

        Assert.Equal([new LinePurchase(0, 0, 50, 10), new LinePurchase(0, 1, 50, 20)], answer.Purchases.OrderBy(purchase => purchase.Offer));
        Assert.Equal(1_500, answer.LowerBound);
    }

    [Fact]
    public void A_supplier_is_used_only_where_it_saves_its_fee()
    {
        PurchaseProblem With(long fee) => Problem([new("A", 0, 0), new("B", fee, 0)], Line(10, Offer(0, 1, 1, 100, (1, 100)), Offer(1, 1, 1, 100, (1, 50))));

        Assert.Equal(0, Assert.Single(PurchaseOptimiser.Solve(With(501)).Purchases).Offer);
        Assert.Equal(1, Assert.Single(PurchaseOptimiser.Solve(With(499)).Purchases).Offer);
    }

    [Fact]
    public void A_minimum_order_value_is_met_by_buying_more_or_elsewhere_whichever_costs_less()
    {
        PurchaseProblem With(long minimum) => Problem([new("A", 0, minimum), new("B", 0, 0)], Line(10, Offer(0, 1, 1, 1000, (1, 10)), Offer(1, 1, 1, 1000, (1, 30))));

        Assert.Equal([new LinePurchase(0, 0, 25, 10)], PurchaseOptimiser.Solve(With(250)).Purchases);
        Assert.Equal([new LinePurchase(0, 1, 10, 30)], PurchaseOptimiser.Solve(With(310)).Purchases);
    }

    [Fact]
    public void A_line_that_cannot_be_bought_says_what_is_missing_and_the_others_are_solved()
    {
        var answer = PurchaseOptimiser.Solve(Problem([new("A", 0, 0)], Line(100, Offer(0, 1, 1, 30, (1, 10)), Offer(0, 1, 1, 20, (1, 10)), Offer(0, 1, 1, 10, (1, 10))), Line(5, Offer(0, 1, 1, 30, (1, 10)))));

        Assert.Equal([new Shortfall(0, 50)], answer.Shortfalls);
        Assert.Equal([new LinePurchase(1, 0, 5, 10)], answer.Purchases);
    }

    /// <summary>Fees, breaks, multiples, stocks and minimums that matter, each solved again by trying everything.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1500)]
    public void No_purchase_costs_less_than_the_answer(int largestMinimum)
    {
        var random = new Random(20261126 + largestMinimum);
        for (var number = 0; number < 500; number++)
        {
            var problem = Random(random, largestMinimum);
            var least = EveryPurchase.LeastCost(problem);
            var answer = PurchaseOptimiser.Solve(problem);

            Assert.Equal(least is not null, answer.Feasible && answer.Shortfalls.IsEmpty);
            if (least is null) continue;
            Assert.True(answer.Cost == least && answer.LowerBound == least, $"number {number}: {answer.Cost} with bound {answer.LowerBound}, and {least} by trying everything");
            Holds(problem, answer);
        }
    }

    /// <summary>What was bought covers the demand, as the sellers sell it, and costs what the answer says.</summary>
    private static void Holds(PurchaseProblem problem, PurchaseAnswer answer)
    {
        var values = new long[problem.Suppliers.Length];
        var used = new HashSet<int>();
        var cost = 0L;
        for (var i = 0; i < problem.Lines.Length; i++)
        {
            var line = problem.Lines[i];
            var own = answer.Purchases.Where(purchase => purchase.Line == i).ToArray();
            Assert.InRange(own.Length, 1, line.MostOffers);
            Assert.True(own.Sum(purchase => purchase.Quantity) >= line.Demand);
            foreach (var (_, offer, quantity, unitPrice) in own)
            {
                var terms = line.Offers[offer];
                var price = terms.Prices.Last(one => one.Quantity <= quantity);
                Assert.Equal(price.UnitPrice, unitPrice);
                Assert.True(quantity >= terms.Minimum && quantity % terms.Multiple == 0 && quantity <= terms.Stock);
                cost += terms.PerPurchase + (quantity * price.UnitCost);
                values[terms.Supplier] += quantity * unitPrice;
                used.Add(terms.Supplier);
            }
        }
        Assert.Equal(answer.Cost, cost + used.Sum(s => problem.Suppliers[s].FixedFee));
        Assert.All(used, s => Assert.True(values[s] >= problem.Suppliers[s].MinimumOrderValue));
    }

    private static PurchaseProblem Random(Random random, int largestMinimum)
    {
        var suppliers = Enumerable.Range(0, 3).Select(i => new SupplierTerms($"S{i}", random.Next(0, 200), random.Next(2) == 0 ? 0 : random.Next(0, largestMinimum + 1)));
        return new([.. suppliers], [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new DemandLine($"P{i}", random.Next(1, 16), random.Next(1, 3), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Offer(random))]))]);
    }

    private static OfferTerms Offer(Random random)
    {
        int multiple = random.Next(3) == 0 ? random.Next(2, 8) : 1, minimum = multiple * random.Next(1, 4);
        var (quantity, price) = ((long)minimum, (long)random.Next(5, 60));
        var prices = new List<BreakPrice>();
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            prices.Add(new(quantity, price, price + random.Next(0, 3)));
            (quantity, price) = (quantity + random.Next(1, 12), Math.Max(1, price - random.Next(0, 15)));
        }
        return new(random.Next(3), minimum, multiple, minimum + random.Next(0, 16), [.. prices]) { PerPurchase = random.Next(4) == 0 ? random.Next(0, 50) : 0 };
    }

    private static PurchaseProblem Problem(ImmutableArray<SupplierTerms> suppliers, params ImmutableArray<DemandLine> lines) => new(suppliers, lines);

    private static DemandLine Line(long demand, params ImmutableArray<OfferTerms> offers) => new("part", demand, 2, offers);

    private static OfferTerms Offer(int supplier, long minimum, long multiple, long stock, params (long Quantity, long Price)[] prices) =>
        new(supplier, minimum, multiple, stock, [.. prices.Select(price => new BreakPrice(price.Quantity, price.Price))]);
}
