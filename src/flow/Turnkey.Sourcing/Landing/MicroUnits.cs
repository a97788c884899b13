using Turnkey.Kernel;
using Turnkey.Sourcing.Optimisation;

namespace Turnkey.Sourcing.Landing;

/// <summary>
/// Money as whole millionths of its currency, which the optimiser reckons in. A unit price or a fee is rounded once, here, half away from zero; sums and
/// multiples of it are exact from then on.
/// </summary>
public static class MicroUnits
{
    private const decimal PerUnit = 1_000_000m;

    /// <exception cref="OverflowException">The amount is not within <see cref="PurchaseProblem.MostMoney"/>.</exception>
    public static long Of(decimal amount) =>
        Fits(amount) ? (long)Math.Round(amount * PerUnit, 0, MidpointRounding.AwayFromZero) : throw new OverflowException($"{amount} is beyond what the optimiser reckons with");

    /// <exception cref="OverflowException">The amount is not within <see cref="PurchaseProblem.MostMoney"/>.</exception>
    public static long Of(Money amount) => Of(amount.Amount);

    public static bool Fits(decimal amount) => Math.Abs(amount) <= PurchaseProblem.MostMoney / PerUnit;

    /// <summary>Back to an amount, exactly.</summary>
    public static decimal Amount(long millionths) => millionths / PerUnit;
}
