using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// Whom a part is bought of first, by the channel of the seller. Parts from outside of the manufacturer's channel are where counterfeits are met: a seller of
/// the last resort (<see cref="IsReserve"/>) is used only where the others do not have the part, or not enough of it in time.
/// </summary>
internal static class SellerOrder
{
    /// <summary>Independent sellers; where they are never used, those that nobody says to be authorised.</summary>
    public static bool IsReserve(Offer offer, BrokerPolicy policy) => policy switch
    {
        BrokerPolicy.Last => offer.Channel == SupplyChannel.Independent,
        BrokerPolicy.Never => offer.Channel == SupplyChannel.Unknown,
        _ => false,
    };

    /// <summary>Offers that the policy does not forbid; said where none is left.</summary>
    public static Offer[] Allowed(PartDemand part, Offer[] offers, BrokerPolicy policy, BomLog log)
    {
        Offer[] allowed = policy == BrokerPolicy.Never ? [.. offers.Where(offer => offer.Channel != SupplyChannel.Independent)] : offers;
        if (allowed.Length == 0 && offers.Length > 0)
            log.Warning("sourcing.broker-only", part.Line, $"{part.Name}: only independent sellers offer it ({offers[0].Supplier}), and they are not allowed");
        return allowed;
    }

    /// <summary>The need with the candidates of sellers that go first where they have enough in time, else with all of them, which is said.</summary>
    public static PartNeed First(PartNeed need, SourcingRequest request, BomLog log)
    {
        if (!need.Candidates.Any(one => one.IsReserve) || need.ToOrder == 0) return need;
        var first = need with { Candidates = [.. need.Candidates.Where(one => !one.IsReserve)] };
        if (!first.Candidates.IsEmpty && PurchaseWay.Delivers(first, request)) return first with { Reserve = [.. need.Candidates.Where(one => one.IsReserve)] };
        Tell(need, request, !first.Candidates.IsEmpty, log);
        return need;
    }

    /// <param name="need">With the sellers of the last resort.</param>
    /// <param name="request">For its policy.</param>
    /// <param name="few">Others have the part, and not enough of it.</param>
    /// <param name="log">Takes the warning.</param>
    public static void Tell(PartNeed need, SourcingRequest request, bool few, BomLog log)
    {
        var sellers = string.Join(", ", need.Candidates.Where(one => one.IsReserve).Select(one => one.Offer.Supplier).Distinct(StringComparer.Ordinal));
        var (never, within) = (request.Policy.Brokers == BrokerPolicy.Never, request.Policy.LeadTimeLimitDays is { } days ? FormattableString.Invariant($" within {days} days") : "");
        var others = never ? "authorised sellers" : "sellers that are no brokers";
        var why = few ? FormattableString.Invariant($"{others} do not have {need.ToOrder} pieces{within} in {request.Policy.MostSources} purchases") : never ? "no seller that is known to be authorised offers it" : "only independent sellers offer it";
        if (never) log.Warning("sourcing.channel-unknown", need.First.Line, $"{need.Name}: {why}; whether {sellers} is authorised is not said, and it is counted as no broker. Ask, or write the channel in the price list");
        else log.Warning(few ? "sourcing.broker-last" : "sourcing.broker-only", need.First.Line, $"{need.Name}: {why}{(few ? $"; {sellers}, independent, is used for the rest" : $" ({sellers})")}; have the parts inspected for counterfeits, or ask the manufacturer's own channel");
    }
}
