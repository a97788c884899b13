using System.Collections.Immutable;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>An offer in one of the ways it can be used: from stock or waited for, fed as it is or made fit to be fed.</summary>
/// <param name="Feed">How the line takes it.</param>
/// <param name="Least">Fewest pieces.</param>
/// <param name="Cap">Most pieces.</param>
/// <param name="LeadTimeDays">Calendar days; 0 from stock, null when nothing is known.</param>
/// <param name="Peeled">Of the pieces bought, those that are lost in feeding beyond what attrition allows for, in whole order multiples.</param>
internal sealed record PurchaseWay(Candidate Candidate, FeedOption Feed, long Least, long Cap, int? LeadTimeDays, long Peeled)
{
    public string Supplier => Candidate.Supplier;

    public Offer Offer => Candidate.Offer;

    /// <summary>Stock that is not said, and what can be made to order.</summary>
    private const long Unlimited = 1_000_000_000_000;

    /// <summary>From stock, or from a seller that does not say its stock.</summary>
    public bool IsStocked { get; init; }

    /// <summary>
    /// Stock goes before waiting: where the stock of so many offers as may be used covers what a release needs, none is waited for, unless stock costs more above
    /// it than the rules allow (<see cref="StockPremium"/>). Otherwise everything is open, or with a limit on the lead time whatever arrives within it. With a weight on time the optimiser decides.
    /// </summary>
    /// <param name="need">With something to order.</param>
    /// <param name="request">Its policy and releases.</param>
    /// <param name="contested">Others take from the same stock, and it is not enough for all: everything is open.</param>
    public static ImmutableArray<PurchaseWay> Of(PartNeed need, SourcingRequest request, bool contested = false)
    {
        if (need.ToOrder == 0) return [];
        var policy = request.Policy;
        var (stocked, waited) = (Stocked(need, request), need.Candidates.Where(one => one.Offer.Stock is not null).SelectMany(one => Fed(need, one, Unlimited, one.Offer.LeadTimeDays)));
        if (policy.LeadTimeLimitDays is { } limit)
            return [.. stocked.Where(way => way.LeadTimeDays <= limit), .. waited.Where(way => way.LeadTimeDays <= limit)];
        if (!contested && policy.WeekWeight == 0 && Covers(stocked, Released(need, request), policy.MostSources) && StockPremium.Beyond(need, Released(need, request), request) is null) return stocked;
        return [.. stocked, .. waited];
    }

    /// <summary>Whether the candidates have what is needed, in as many purchases as are allowed and within the limit on the lead time.</summary>
    public static bool Delivers(PartNeed need, SourcingRequest request) => Covers(Of(need, request, contested: true), need.ToOrder, request.Policy.MostSources);

    /// <summary>Pieces that can be had from the stock of an offer; <see cref="Unlimited"/> where it is not said. For releases in turn, a stock is enough that covers its share of one.</summary>
    public static long Available(Offer offer, SourcingRequest request) =>
        offer.Stock is { } stock ? (long)Math.Min(Unlimited, Math.Floor((decimal)stock * Math.Max(1, request.Products) / Math.Max(1, Math.Min(request.Release, request.Products)))) : Unlimited;

    private static ImmutableArray<PurchaseWay> Stocked(PartNeed need, SourcingRequest request)
    {
        var whole = request.Release >= request.Products;
        return
        [
            .. need.Candidates.Where(one => one.Offer.Stock is not 0).SelectMany(one => one.Offer.Stock is { } stock && (whole || stock < Released(need, request))
                ? Fed(need, one, stock, 0)
                : Fed(need, one, Unlimited, one.Offer.Stock is null ? one.Offer.LeadTimeDays : 0)).Select(way => way with { IsStocked = true }),
        ];
    }

    internal static long Released(PartNeed need, SourcingRequest request) => (long)Math.Ceiling((decimal)need.ToOrder * request.Release / request.Products);

    private static bool Covers(IEnumerable<PurchaseWay> ways, long pieces, int sources) =>
        ways.Where(way => way.Cap >= way.Least).GroupBy(way => way.Offer, ReferenceEqualityComparer.Instance).Select(offer => offer.Max(way => way.Cap - way.Peeled)).OrderDescending().Take(sources).Sum() >= pieces;

    /// <summary>
    /// As a strip that is long enough, and in the cheapest of the ways that take any. Where the offer has less than is needed it is used in one of them only:
    /// its stock is there once.
    /// </summary>
    private static IEnumerable<PurchaseWay> Fed(PartNeed need, Candidate candidate, long cap, int? leadTimeDays)
    {
        var multiple = candidate.Offer.Multiple ?? 1;
        var strip = candidate.Feeds.FirstOrDefault(option => option.Feed.LeastPieces > 0);
        var other = candidate.Feeds.Where(option => option != strip).MinBy(Once);
        if (strip is null || other is null) return [Way(strip ?? other!)];
        var (least, all) = (Math.Max(candidate.Offer.LeastOrder, strip.Feed.LeastPieces), need.ToOrder + need.Lost(strip.Feed));
        if (cap < Whole(need.ToOrder) + Whole(need.Lost(strip.Feed))) return [Way(cap >= least && Once(strip) <= Once(other) ? strip : other)];
        // Whatever is bought of it is long enough.
        if (Once(strip) == 0 && (candidate.Offer.LeastOrder >= strip.Feed.LeastPieces || (all >= strip.Feed.LeastPieces && !need.Dual))) return [Way(strip)];
        return [Way(strip), Way(other)];

        decimal Once(FeedOption option) => option.Cost(need.ToOrder) + (need.Lost(option.Feed) * candidate.ListPrice);

        long Whole(long pieces) => (pieces + multiple - 1) / multiple * multiple;

        PurchaseWay Way(FeedOption option) =>
            new(candidate, option, Math.Max(candidate.Offer.LeastOrder, option.Feed.LeastPieces), cap, leadTimeDays, Whole(need.Lost(option.Feed)));
    }
}
