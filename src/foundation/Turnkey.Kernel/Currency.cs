namespace Turnkey.Kernel;

/// <summary>
/// A currency by its ISO 4217 code, with the number of decimals of its minor unit (2 for USD, 0 for JPY).
/// Only the currencies in <see cref="All"/> exist, so a typing error is found where the code is read.
/// </summary>
public sealed record Currency
{
    private Currency(string code, int decimals)
    {
        Code = code;
        Decimals = decimals;
    }

    public string Code { get; }

    /// <summary>Decimals of the minor unit by ISO 4217.</summary>
    public int Decimals { get; }

    /// <summary>Currencies that component and board suppliers price in. Source: ISO 4217 table A.1.</summary>
    public static IReadOnlyList<Currency> All { get; } =
    [
        new("AUD", 2), new("BRL", 2), new("CAD", 2), new("CHF", 2), new("CNY", 2), new("CZK", 2), new("DKK", 2), new("EUR", 2), new("GBP", 2),
        new("HKD", 2), new("HUF", 2), new("ILS", 2), new("INR", 2), new("JPY", 0), new("KRW", 0), new("MXN", 2), new("MYR", 2), new("NOK", 2),
        new("NZD", 2), new("PHP", 2), new("PLN", 2), new("RON", 2), new("SEK", 2), new("SGD", 2), new("THB", 2), new("TRY", 2), new("TWD", 2),
        new("USD", 2), new("VND", 0), new("ZAR", 2),
    ];

    public static Currency Usd { get; } = Parse("USD")!;
    public static Currency Eur { get; } = Parse("EUR")!;

    /// <summary>The currency of an ISO 4217 code in any letter case; null when it is none that is known.</summary>
    public static Currency? Parse(string? code) =>
        All.FirstOrDefault(currency => string.Equals(currency.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Code;
}
