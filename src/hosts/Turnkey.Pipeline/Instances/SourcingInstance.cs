using System.Collections.Immutable;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Pipeline.Instances;

/// <summary>A purchasing problem as a measuring file states it: suppliers with fees and minimum order values, lines with offers.</summary>
/// <param name="Suppliers">Amounts in the file's currency.</param>
/// <param name="Lines">In the file's order.</param>
/// <param name="MostOffers">Offers that may be used together for one line.</param>
public sealed record SourcingInstance(ImmutableArray<InstanceSupplier> Suppliers, ImmutableArray<InstanceLine> Lines, int MostOffers)
{
    /// <summary>Decimal places of millionths, which the optimiser reckons in, and of the finest fraction that is kept exactly.</summary>
    private const int UsualDecimals = 6;
    private const int MostDecimals = 9;

    /// <summary>The problem for a number of boards, in the finest fraction of the currency that its amounts need and its sum allows.</summary>
    /// <returns>The parts of the currency that one unit of the problem's money is; or what forbids to solve it.</returns>
    public (PurchaseProblem Problem, decimal Unit, string? Fault) At(int boards)
    {
        var finest = Amounts().Max(Decimals);
        for (var decimals = Math.Clamp(finest, UsualDecimals, MostDecimals); ; decimals--)
        {
            var scale = Power(decimals);
            try
            {
                var problem = At(boards, scale);
                var fault = problem.Fault();
                if (fault is null || decimals == UsualDecimals) return (problem, 1 / scale, fault);
            }
            catch (OverflowException)
            {
                if (decimals == UsualDecimals) return (new([], []), 1 / scale, $"an amount is above {decimal.Floor(PurchaseProblem.MostMoney / scale)}");
            }
        }
    }

    private PurchaseProblem At(int boards, decimal scale) => new(
        [.. Suppliers.Select(supplier => new SupplierTerms(supplier.Name, Units(supplier.FixedFee, scale), Units(supplier.MinimumOrderValue, scale)))],
        [.. Lines.Select(line => new DemandLine($"line {line.Number}", checked(line.QuantityPerBoard * boards), MostOffers, [.. line.Offers.Select(offer =>
            new OfferTerms(offer.Supplier, offer.Minimum, offer.Multiple, offer.Stock, [.. offer.Prices.Select(price => new BreakPrice(price.Quantity, Units(price.UnitPrice, scale)))]))]))]);

    private static long Units(decimal amount, decimal scale) => checked((long)decimal.Round(amount * scale, MidpointRounding.AwayFromZero));

    private IEnumerable<decimal> Amounts() =>
        Suppliers.SelectMany(supplier => (decimal[])[supplier.FixedFee, supplier.MinimumOrderValue])
            .Concat(Lines.SelectMany(line => line.Offers).SelectMany(offer => offer.Prices).Select(price => price.UnitPrice)).Append(0);

    private static decimal Power(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten);

    private static int Decimals(decimal amount)
    {
        // Dividing by one with all its zeros takes away the trailing ones.
        return (amount / 1.000000000000000000000000000m).Scale;
    }
}

/// <param name="Name">Its <c>id</c>.</param>
public sealed record InstanceSupplier(string Name, decimal FixedFee, decimal MinimumOrderValue);

/// <param name="Number">The file's own number of the line.</param>
/// <param name="QuantityPerBoard">At least 1.</param>
public sealed record InstanceLine(int Number, long QuantityPerBoard, ImmutableArray<InstanceOffer> Offers);

/// <param name="Supplier">Index of the supplier.</param>
/// <param name="Prices">Ascending by quantity.</param>
public sealed record InstanceOffer(int Supplier, long Minimum, long Multiple, long Stock, ImmutableArray<(long Quantity, decimal UnitPrice)> Prices);
