using System.Collections.Immutable;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Risk;

/// <summary>What has to arrive before a build can begin.</summary>
/// <param name="Start">The day of the orders: days count from it.</param>
/// <param name="Lines">With keys of their own; their order does not matter.</param>
/// <param name="Model">When purchases arrive.</param>
/// <param name="Seed">The same seed gives the same answer, on every machine.</param>
/// <param name="Runs">How often the kit is gathered, 1 to <see cref="MostRuns"/>.</param>
public sealed record KitRequest(DateOnly Start, ImmutableArray<KitLine> Lines, LeadTimeModel Model, ulong Seed = 1, int Runs = KitRequest.UsualRuns)
{
    public const int UsualRuns = 10_000;
    public const int MostRuns = 1_000_000;
}

/// <param name="Key">Names the line; unique. What it draws hangs on this and the seed alone.</param>
/// <param name="Name">Of the part, for people.</param>
/// <param name="Arrivals">All of them have to be there; empty where nothing could be bought.</param>
public sealed record KitLine(string Key, string Name, ImmutableArray<KitArrival> Arrivals)
{
    /// <summary>A line of the risk request as something to wait for: on hand, or what was bought for it.</summary>
    public static KitLine Of(RiskLine line, OrderTermsTable suppliers)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(suppliers);
        return new(line.Key, line.Name, line.OnHand >= line.Demand
            ? [new("", LeadTimeModel.OnHand, null)]
            : [.. line.Purchases.Select(one => new KitArrival(suppliers.NameOf(one.Offer.Supplier), LeadTimeModel.ClassOf(one), one.LeadTimeDays) { Spelt = one.Offer.Supplier })]);
    }

    /// <summary>A line that the customer supplies.</summary>
    public static KitLine Consigned(string key, string name) => new(key, name, [new("customer", LeadTimeModel.Consigned, null)]);
}

/// <param name="Supplier">One name for all spellings.</param>
/// <param name="Class">In <c>lead-time-distributions.csv</c>; one that is not there counts as unstated.</param>
/// <param name="StatedDays">Calendar days that the supplier states; null where it states none or has it on stock.</param>
public sealed record KitArrival(string Supplier, string Class, int? StatedDays)
{
    /// <summary>The supplier's name as its offer spells it, for people.</summary>
    public string Spelt { get; init; } = Supplier;
}
