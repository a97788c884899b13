using Turnkey.Kernel;
using Turnkey.Sourcing;

namespace Turnkey.Quoting.Costs;

/// <summary>Turns exact costs into a price: rounded once, then split so that the parts add up to it.</summary>
internal static class UnitPricing
{
    private const int Decimals = Money.UnitPriceDecimals;

    public static Money Round(decimal amount, Currency currency) => new Money(amount, currency).RoundUnitPrice();

    public static PriceBreakdown Breakdown(Money unitPrice, IReadOnlyList<CostLine> costs)
    {
        var categories = new[]
        {
            CostCategory.Material, CostCategory.Fabrication, CostCategory.Assembly, CostCategory.Test,
            CostCategory.Packaging, CostCategory.Overhead, CostCategory.Risk, CostCategory.Margin,
        };
        var parts = Split(unitPrice, [.. categories.Select(category => costs.Where(line => line.Category == category).Sum(line => line.Amount.Likely))]);
        return new PriceBreakdown(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }

    public static BasisShares Basis(Money unitPrice, IReadOnlyList<CostLine> costs, int unpricedLines)
    {
        var leaves = costs.SelectMany(line => line.Leaves).ToArray();
        var parts = Split(unitPrice, [.. new[] { PriceBasis.Offer, PriceBasis.PriceList, PriceBasis.Estimate }
            .Select(basis => leaves.Where(leaf => leaf.Basis == basis).Sum(leaf => leaf.Amount.Likely))]);
        return new BasisShares(parts[0], parts[1], parts[2], unpricedLines);
    }

    /// <summary>
    /// The range that the unit price will likely fall in. What is uncertain for one reason (all work of a work centre, one purchase, one percentage) moves
    /// together; different reasons are independent, so their deviations combine as the root of the sum of squares (ISO/IEC Guide 98-3). Adding up all
    /// extremes instead would say that everything goes wrong at once.
    /// </summary>
    public static (decimal Low, decimal High) Range(decimal likely, IReadOnlyList<CostLine> costs)
    {
        var reasons = costs.SelectMany(category => category.Lines.Select(line => (Reason: Reason(category, line), line.Amount)))
            .GroupBy(one => one.Reason, one => one.Amount, StringComparer.Ordinal)
            .Select(group => group.Aggregate(Plants.Figures.Spread.Zero, (sum, one) => sum + one)).ToArray();
        var down = Root(reasons.Sum(one => Square(one.Likely - one.Low)));
        var up = Root(reasons.Sum(one => Square(one.High - one.Likely)));
        return (Math.Max(0, likely - down), likely + up);

        static double Square(decimal deviation) => (double)deviation * (double)deviation;

        // A double holds what a price range needs; four decimals are kept, so that the last bits do not matter.
        static decimal Root(double sum) => Math.Sqrt(sum) is var root && root < 1e20 ? Math.Round((decimal)root, Decimals, MidpointRounding.AwayFromZero) : 0m;
    }

    private static string Reason(CostLine category, CostLine line) => category.Category switch
    {
        CostCategory.Assembly or CostCategory.Test or CostCategory.Packaging when line.Source.Length > 0 => "work " + line.Source,
        CostCategory.Material => "material " + line.Label,
        _ => category.Category.ToString(),
    };

    private static IReadOnlyList<Money> Split(Money unitPrice, decimal[] weights) =>
        weights.Sum() > 0 ? unitPrice.Allocate(weights, Decimals) : [.. weights.Select(_ => Money.Zero(unitPrice.Currency))];
}
