using Turnkey.Kernel;

namespace Turnkey.Sourcing.Landing;

/// <summary>Who bears the duty on a supplier's goods.</summary>
public enum DutyBearer
{
    /// <summary>In the price within the supplier's own customs territory, the buyer's across its border.</summary>
    Importer,
    /// <summary>The buyer, wherever the goods lie: shown as a line of its own.</summary>
    Buyer,
    /// <summary>The supplier: delivered duty paid.</summary>
    Supplier,
}

/// <summary>What a supplier asks for an order beside the prices. All money in one currency.</summary>
/// <param name="Supplier">As the table writes it; <c>*</c> for one without a row.</param>
/// <param name="ShipsFrom">ISO 3166-1 alpha-2; null when not known.</param>
/// <param name="OrderFee">Handling or small-order fee, per order.</param>
/// <param name="Freight">Per order.</param>
/// <param name="FreightFreeFrom">Value of an order from which freight costs nothing; null when there is none or it is not known.</param>
/// <param name="FreightPercent">Freight that grows with the value of the goods, on top.</param>
/// <param name="MinimumOrder">Least value of an order; null when not known, which is not zero.</param>
/// <param name="Duties">Who bears the duty.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Assumed">Nobody has verified it.</param>
public sealed record OrderTerms(
    string Supplier, string? ShipsFrom, Money OrderFee, Money Freight, Money? FreightFreeFrom, decimal FreightPercent, Money? MinimumOrder, DutyBearer Duties, string Source, bool Assumed)
{
    /// <summary>What the row leaves open, in words: "freight". Such an amount is zero here, and is not known.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>Other names of the supplier.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
