using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Material;

/// <summary>The terms of every supplier that may be ordered from.</summary>
internal sealed class OrderTermsBook
{
    public static OrderTermsBook Of(SourcingRequest request) => new();

    public OrderTerms Of(string supplier) => new(supplier, Spread.Zero, 0m, "");
}
