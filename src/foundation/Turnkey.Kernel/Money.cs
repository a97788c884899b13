using System.Globalization;

namespace Turnkey.Kernel;

/// <summary>
/// An amount of money in one currency, exact in decimal: nothing is rounded until <see cref="RoundUnitPrice"/> (four decimals) or
/// <see cref="RoundTotal"/> (the currency's minor unit) says so. Both round half away from zero, as invoices do.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Decimals of a unit price, the usage of component and board price lists.</summary>
    public const int UnitPriceDecimals = 4;

    private readonly Currency? currency;

    public Money(decimal amount, Currency currency)
    {
        Amount = amount;
        this.currency = currency ?? throw new ArgumentNullException(nameof(currency));
    }

    public decimal Amount { get; }

    public Currency Currency => currency ?? throw new InvalidOperationException("money without a currency");

    public static Money Zero(Currency currency) => new(0m, currency);

    /// <exception cref="InvalidOperationException">The currencies differ: convert first, with a rate and its date.</exception>
    public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount, Same(a, b));

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money a, Money b) => new(a.Amount - b.Amount, Same(a, b));
    public static Money operator *(Money a, decimal factor) => new(a.Amount * factor, a.Currency);

    /// <summary>Divides to 28 significant digits; round the result where it becomes a price.</summary>
    public static Money operator /(Money a, decimal divisor) => new(a.Amount / divisor, a.Currency);
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <summary>Rounds half away from zero to four decimals.</summary>
    public Money RoundUnitPrice() => new(Math.Round(Amount, UnitPriceDecimals, MidpointRounding.AwayFromZero), Currency);

    /// <summary>Rounds half away from zero to the currency's minor unit.</summary>
    public Money RoundTotal() => new(Math.Round(Amount, Currency.Decimals, MidpointRounding.AwayFromZero), Currency);

    /// <summary>
    /// Splits this amount over <paramref name="weights"/> in steps of 10^-<paramref name="decimals"/> so that the parts add up to it exactly
    /// (largest remainder; ties go to the earlier part).
    /// </summary>
    /// <param name="weights">Not negative, with a positive sum; parts come back in their order.</param>
    /// <param name="decimals">The amount must itself be a multiple of 10^-decimals.</param>
    /// <exception cref="ArgumentException">A weight is negative, all are zero, or the amount has more decimals.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> weights, int decimals)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = weights.Sum();
        if (weights.Any(weight => weight < 0) || sum <= 0) throw new ArgumentException("weights must not be negative and not all zero", nameof(weights));
        var scale = 1m;
        for (var i = 0; i < decimals; i++) scale *= 10m;
        var steps = Amount * scale;
        if (steps != decimal.Truncate(steps)) throw new ArgumentException($"{Amount} has more than {decimals} decimals", nameof(decimals));
        var exact = weights.Select(weight => steps * weight / sum).ToArray();
        // A quotient of 28 digits may have been rounded up to the next whole step.
        var parts = exact.Select((value, i) => decimal.Floor(value) is var part && part * sum > steps * weights[i] ? part - 1 : part).ToArray();
        var missing = (int)(steps - parts.Sum());
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(missing)) parts[index]++;
        var own = Currency;
        return [.. parts.Select(part => new Money(part / scale, own))];
    }

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Same(this, other) is null ? 0 : Amount.CompareTo(other.Amount);

    /// <summary>The amount with up to six decimals and at least the minor unit's, and the currency: <c>12.50 USD</c>.</summary>
    public override string ToString() =>
        Amount.ToString("0." + new string('0', Currency.Decimals) + new string('#', 6 - Currency.Decimals), CultureInfo.InvariantCulture) + " " + Currency.Code;

    private static Currency Same(Money a, Money b) =>
        a.Currency == b.Currency ? a.Currency : throw new InvalidOperationException($"{a.Currency} and {b.Currency} cannot be mixed without a rate");
}
