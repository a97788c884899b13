using Turnkey.Sourcing.Scrub.Makers;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Material;

/// <summary>Whether two names mean the same company.</summary>
internal static class Manufacturers
{
    /// <summary>True unless both are given and differ.</summary>
    public static bool Agree(string? a, string? b) => MakerDirectory.Default.Agree(a, b);

    public static bool SameSupplier(string a, string b) => Distributors.Same(a, b);
}
