using Turnkey.Plants.Figures;

namespace Turnkey.Sourcing.Material;

/// <summary>What an order at a supplier costs beside its parts, in the plan's currency.</summary>
/// <param name="Fees">Once per order: handling, freight.</param>
/// <param name="MinimumOrderValue">Least value of the parts; 0 when there is none.</param>
/// <param name="Source">Where that is from; empty when nothing is known of the supplier's terms.</param>
internal sealed record OrderTerms(string Supplier, Spread Fees, decimal MinimumOrderValue, string Source);
