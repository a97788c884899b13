using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Material;

/// <summary>How a buyer wants parts to be bought. The defaults ask for the lowest landed cost, from stock where stock is enough.</summary>
public sealed record SourcingPolicy
{
    public static SourcingPolicy Default { get; } = new();

    /// <summary>Of <see cref="MostSources"/>: no part has more offers that are looked at.</summary>
    public const int LargestSplit = 100;

    /// <summary>The most purchases that one part may be split into, 1 to <see cref="LargestSplit"/>.</summary>
    public int MostSources { get; init; } = 2;

    /// <summary>Of a part that cannot be had in full what there is is bought; else nothing of it.</summary>
    public bool BuyInPart { get; init; } = true;

    /// <summary>Parts of which a share must come from a second supplier.</summary>
    public DualSourcing Dual { get; init; } = DualSourcing.None;

    /// <summary>Calendar days within which everything must be here; null: no limit.</summary>
    public int? LeadTimeLimitDays { get; init; }

    public BrokerPolicy Brokers { get; init; } = BrokerPolicy.Last;

    /// <summary>What a piece left over is worth, in percent of the lowest landed price of its part; 0 to 100.</summary>
    public decimal LeftoverValue { get; init; }

    /// <summary>
    /// Percent of the price that a week of waiting counts for beside the money; 0: time does not count, but stock still goes before waiting, up to the premium of the rules (<see cref="Landing.LandingRules.StockPremiumPercent"/>).
    /// </summary>
    public decimal WeekWeight { get; init; }

    /// <summary>Percent of the price that each risk of an offer counts for (see <see cref="OfferRisk"/>).</summary>
    public decimal RiskWeight { get; init; }

    /// <summary>The customer the purchase is for: its contract prices and its stock may be used. Empty: only what is open to all.</summary>
    public string Customer { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 of the plant's country or its customs territory; null: no duty is reckoned, and it is said so.</summary>
    public string? Destination { get; init; }

    /// <summary>The day on which offers are judged; null: neither age nor validity is looked at. Needed with a destination: duties hold for a day.</summary>
    public DateOnly? AsOf { get; init; }
}

public enum BrokerPolicy
{
    /// <summary>Independent sellers are used only for parts that nobody else offers, or not enough of within the limit on the lead time; then after all others.</summary>
    Last,
    /// <summary>
    /// Independent sellers are not used. A seller of whom nobody says whether it is authorised is counted as no broker, used after those that are, and named.
    /// </summary>
    Never,
    /// <summary>As any other.</summary>
    Allowed,
}

/// <summary>Which parts are to be bought from two suppliers.</summary>
/// <param name="Everything">All of them.</param>
/// <param name="Designators">Those named.</param>
/// <param name="Share">Least percent of the need from the second supplier, above 0 and at most 50.</param>
public sealed record DualSourcing(bool Everything, ImmutableHashSet<Designator> Designators, decimal Share)
{
    /// <summary>The share where none is said. A convention of purchasing, not a published figure.</summary>
    public const decimal UsualShare = 20m;

    public static DualSourcing None { get; } = new(false, [], UsualShare);
}
