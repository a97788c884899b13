using Turnkey.Kernel;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>Where parts are shipped and in which currency prices are asked: suppliers answer each market with other prices.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Currency">Asked for; a supplier that has another in that country answers in its own.</param>
public sealed record SupplierMarket(string Country, Currency Currency)
{
    public static SupplierMarket UnitedStates { get; } = new("US", Currency.Usd);

    public string Key => $"{Country} {Currency.Code}";
}
