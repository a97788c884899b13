using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Tests.Optimisation;

/// <summary>Purchasing problems from a seeded random, and what every answer to one must keep to.</summary>
internal static class RandomPurchases
{
    /// <summary>More lines and suppliers than can be tried one by one; every line can be bought for any demand.</summary>
    public static PurchaseProblem Larger(Random random, int largestMinimum)
    {
        var suppliers = Enumerable.Range(0, 5).Select(i => new SupplierTerms($"S{i}", random.Next(0, 400), random.Next(2) == 0 ? 0 : random.Next(0, largestMinimum + 1)));
        return new([.. suppliers], [.. Enumerable.Range(0, random.Next(4, 9)).Select(i => new DemandLine($"P{i}", random.Next(1, 60), 2, [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Offer(random) with { Supplier = random.Next(5) }), Plenty(random)]))]);
    }

    private static OfferTerms Plenty(Random random) => Offer(random) with { Supplier = random.Next(5), Stock = 100_000 };

    /// <summary>What was bought covers the demand, as the sellers sell it, and costs what the answer says.</summary>
    public static void Holds(PurchaseProblem problem, PurchaseAnswer answer)
    {
        var values = new long[problem.Suppliers.Length];
        var waived = new long[values.Length];
        var used = new HashSet<int>();
        var cost = 0L;
        for (var i = 0; i < problem.Lines.Length; i++)
        {
            var line = problem.Lines[i];
            var own = answer.Purchases.Where(purchase => purchase.Line == i).ToArray();
            Assert.InRange(own.Length, 1, line.MostOffers);
            Assert.Distinct(own.Select(purchase => purchase.Offer));
            Assert.True(own.Sum(purchase => purchase.Quantity) >= line.Demand);
            foreach (var (_, offer, quantity, unitPrice) in own)
            {
                var terms = line.Offers[offer];
                var price = terms.Prices.Last(one => one.Quantity <= quantity);
                Assert.Equal(price.UnitPrice, unitPrice);
                Assert.True(quantity >= terms.Minimum && quantity % terms.Multiple == 0 && quantity <= terms.Stock);
                cost += terms.PerPurchase + (quantity * price.UnitCost);
                values[terms.Supplier] += quantity * unitPrice;
                waived[terms.Supplier] += quantity * price.Waived;
                used.Add(terms.Supplier);
            }
        }
        Assert.Equal(answer.Cost, cost + used.Sum(s => problem.Suppliers[s].FixedFee - (problem.Suppliers[s].WaivedFrom <= values[s] ? problem.Suppliers[s].Waived + waived[s] : 0)));
        Assert.All(used, s => Assert.True(values[s] >= problem.Suppliers[s].MinimumOrderValue));
    }

    /// <summary>Three suppliers, up to three lines of up to three offers: small enough to try everything.</summary>
    public static PurchaseProblem Small(Random random, int largestMinimum)
    {
        var suppliers = Enumerable.Range(0, 3).Select(i => new SupplierTerms($"S{i}", random.Next(0, 200), random.Next(2) == 0 ? 0 : random.Next(0, largestMinimum + 1)));
        return new([.. suppliers], [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new DemandLine($"P{i}", random.Next(1, 16), random.Next(1, 3), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Offer(random))]))]);
    }

    /// <summary>Two lines of which little is needed, at suppliers who all want more than that: their orders are filled up, at prices that have little in common.</summary>
    public static PurchaseProblem Filled(Random random)
    {
        var suppliers = Enumerable.Range(0, 3).Select(i => new SupplierTerms($"S{i}", random.Next(0, 40), random.Next(100, 700)));
        return new([.. suppliers], [.. Enumerable.Range(0, 2).Select(i => new DemandLine($"P{i}", random.Next(1, 7), 2, [.. Enumerable.Range(0, 3).Select(_ => new OfferTerms(random.Next(3), 1, 1, 14, [new BreakPrice(1, random.Next(40, 98)), new BreakPrice(random.Next(5, 11), random.Next(17, 40))]))]))]);
    }

    /// <summary>One or two lines of up to five scarce offers, of which up to <paramref name="most"/> may be used together.</summary>
    public static PurchaseProblem Split(Random random, int largestMinimum, int most)
    {
        var suppliers = Small(random, largestMinimum).Suppliers;
        return new(suppliers, [.. Enumerable.Range(0, random.Next(1, 3)).Select(i => new DemandLine($"P{i}", random.Next(6, 20), random.Next(2, most + 1), [.. Enumerable.Range(0, random.Next(3, 6)).Select(_ => Scarce(random))]))]);
    }

    /// <summary>Of which a few pieces can be had, often in steps.</summary>
    private static OfferTerms Scarce(Random random)
    {
        var offer = Offer(random);
        return offer with { Stock = offer.Minimum + random.Next(0, 5) };
    }

    /// <summary>Little is in stock of what suppliers want much of: their minimums are often out of reach, and what one sells is often short elsewhere.</summary>
    public static PurchaseProblem OutOfReach(Random random)
    {
        var suppliers = Enumerable.Range(0, 3).Select(i => new SupplierTerms($"S{i}", random.Next(0, 60), random.Next(4) == 0 ? 0 : random.Next(100, 1_200)));
        return new([.. suppliers], [.. Enumerable.Range(0, random.Next(2, 4)).Select(i => new DemandLine($"P{i}", random.Next(1, 16), random.Next(1, 3), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Offer(random))]))]);
    }

    /// <summary>As <see cref="OutOfReach"/>, and of many lines there is less than is needed.</summary>
    public static PurchaseProblem Short(Random random)
    {
        var problem = OutOfReach(random);
        return problem with { BuysInPart = true, Lines = [.. problem.Lines.Select(line => line with { Demand = random.Next(1, 45), MostOffers = random.Next(1, 4) })] };
    }

    /// <summary>The same with freight that is waived from some order value on, for goods and in prices.</summary>
    public static PurchaseProblem Waiving(Random random, PurchaseProblem problem, int largestValue) => new PurchaseProblem(
        [.. problem.Suppliers.Select(supplier => random.Next(3) == 0 ? supplier : supplier with { Waived = random.Next(0, (int)supplier.FixedFee + 1), WaivedFrom = random.Next(0, largestValue) })],
        [.. problem.Lines.Select(line => line with { Offers = [.. line.Offers.Select(offer => offer with { Prices = [.. offer.Prices.Select(price => price with { Waived = random.Next(0, (int)(price.UnitCost - price.UnitPrice) + 1) })] })] })])
    { BuysInPart = problem.BuysInPart };

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
}
