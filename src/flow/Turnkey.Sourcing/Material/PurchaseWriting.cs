using System.Collections.Immutable;
using Turnkey.Plants.Figures;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.PartNumbers;

namespace Turnkey.Sourcing.Material;

/// <summary>Writes what was chosen as purchases: pieces, prices, what is left over, why, and what a buyer must be told.</summary>
internal sealed class PurchaseWriting(SourcingRequest request, PartIdentities parts, LandingTerms landing, BomLog log, ImmutableArray<SupplierOrder> orders)
{
    /// <returns>The purchase, and the need with what the chosen way of feeding loses.</returns>
    public (PartNeed Need, PartPurchase Purchase) Write(ChosenPurchase chosen)
    {
        var need = chosen.Need with { Attrition = chosen.Need.Attrition.Peeled(chosen.Ways.Where(one => one.Way.Peeled > 0).Sum(one => chosen.Need.Lost(one.Way.Feed.Feed))) };
        ImmutableArray<OrderedPart> lines = [.. chosen.Ways.OrderByDescending(one => one.Quantity).ThenBy(one => one.Way.Supplier, StringComparer.Ordinal).Select(one => Order(one, chosen.Need, orders.First(order => order.Key == one.Way.Supplier).FreightFree))];
        Tell(chosen, lines);
        var excess = Math.Max(0, lines.Sum(line => line.Quantity) - need.ToOrder);
        // What is left over is the dearest that was bought: without it, it would not have been.
        var dearest = lines.OrderByDescending(line => line.Landed.Likely).FirstOrDefault();
        return (need, new PartPurchase(need.Name, need.Members, need.Demand, need.Attrition.Required, need.Draws, lines, [.. need.Candidates.Select(one => one.Offer)])
        {
            Excess = excess,
            ExcessCost = dearest is null ? Spread.Zero : dearest.Landed * excess,
            ExcessNonCancellable = excess == 0 ? false : lines.Any(line => line.Offer.NonCancellable == true) ? true : lines.All(line => line.Offer.NonCancellable == false) ? false : null,
            Reason = (chosen.Missing > 0 && !lines.IsEmpty ? FormattableString.Invariant($"{chosen.Need.ToOrder - chosen.Missing} of {chosen.Need.ToOrder} pieces, all that can be had{Within} {From(need)}; ") : "")
                + PurchaseReason.Of(chosen, lines, orders, landing)
                + (excess > 0 && excess >= need.ToOrder ? FormattableString.Invariant($"; {excess} are left over for {dearest!.Landed.Likely * excess:0.00} {landing.Currency}, owner to be agreed") : ""),
            NextBest = chosen.Other,
            Shortfall = chosen.Missing,
        });
    }

    private static OrderedPart Order(ChosenWay one, PartNeed need, bool freightFree)
    {
        var (candidate, feed) = (one.Way.Candidate, one.Way.Feed);
        var asked = candidate.Offer.Breaks.Last(other => other.Quantity <= one.Together).UnitPrice;
        return new(candidate.Offer, one.Quantity, asked, candidate.At(one.Together).In(freightFree), one.Once(need), one.Way.LeadTimeDays)
        {
            Basis = candidate.Text,
            Feeding = feed.Feed.Reason(one.Together),
            Joined = one.Joined,
        };
    }

    private void Tell(ChosenPurchase chosen, ImmutableArray<OrderedPart> lines)
    {
        var need = chosen.Need;
        if (chosen.Missing > 0)
        {
            log.Warning("sourcing.shortfall", need.First.Line, FormattableString.Invariant(
                $"{need.Name}: {need.ToOrder} pieces are needed and {chosen.Missing} of them cannot be had{Within} {From(need)}; {(lines.IsEmpty ? "none is ordered" : $"the other {need.ToOrder - chosen.Missing} are ordered")}. Allow more time, more sources or another part"));
        }
        if (request.Policy is { WeekWeight: 0, LeadTimeLimitDays: null } && lines.Any(line => line.LeadTimeDays is > 0) && need.ToOrder > 0 && StockPremium.Beyond(need, PurchaseWay.Released(need, request), request) is { } premium)
        {
            log.Warning("sourcing.stock-too-dear", need.First.Line, FormattableString.Invariant(
                $"{need.Name}: {premium.Stocked.Offer.Supplier} can deliver {(premium.Stocked.Offer.Stock is null ? "without saying its stock" : "from stock")}, for {premium.Extra:0.00} {landing.Currency} more than {premium.Waited.Offer.Supplier} in {premium.Waited.Offer.LeadTimeDays} days; the rules allow {request.Tables.Rules.StockPremiumPercent:0.##}% or {request.Tables.Rules.StockPremiumAmount:0.##} {landing.Currency}, so it is waited for. Give a weight on time or a limit on the lead time if it must be here sooner"));
        }
        foreach (var line in lines.Where(line => line.LeadTimeDays != 0 && line.Offer.Stock < line.Quantity + line.Joined))
        {
            log.Warning("sourcing.beyond-stock", need.First.Line, FormattableString.Invariant(
                $"{need.Name}: {line.Quantity + line.Joined} pieces are bought of {line.Offer.Supplier}, which has {line.Offer.Stock} on stock; the others {(line.LeadTimeDays is { } wait ? $"take {wait} days" : "come nobody says when")}"));
        }
        foreach (var (part, line) in need.Parts.Select(part => part.First).SelectMany(part => lines.Select(line => (part, line))))
        {
            if (OtherEnding(part, line.Offer) is { } ending) log.Info("sourcing.ending-choice", part.Line, $"{part.Name}: {line.Offer.Mpn} of {line.Offer.Supplier} is taken for {ending.Asked}{(ending.Meaning.Length > 0 ? $" ({ending.Meaning})" : "")}, the same part by the maker's endings; confirm it");
        }
        foreach (var (part, line) in need.Parts.Select(part => part.First).Where(part => part.Part.Generic is not null).SelectMany(part => lines.Select(line => (part, line))))
        {
            log.Info("sourcing.generic-choice", part.Line, $"{part.Name}: any part that has these parameters will do; {line.Offer.Manufacturer} {line.Offer.Mpn ?? line.Offer.SupplierCode} of {line.Offer.Supplier} is proposed ({parts.Proposed(part.Part).First(one => one.Offer == line.Offer).Reason}). Confirm it");
        }
    }

    /// <summary>The number that the line allows and that the offer's differs from in its ending alone, and what that ending means; null where it is the number itself, or found in another way.</summary>
    internal static (string Asked, string Meaning)? OtherEnding(PartDemand part, Offer offer)
    {
        if (offer.Mpn is not { } sold || part.Part.Generic is not null || part.Allowed.Any(one => one.Mpn == sold)) return null;
        foreach (var (mpn, manufacturer) in part.Allowed)
        {
            var (own, other) = (PackagingVariants.Of(mpn, manufacturer ?? offer.Manufacturer), PackagingVariants.Of(sold, manufacturer ?? offer.Manufacturer));
            if (own.Base == other.Base) return (mpn.Text, other.Packaging == own.Packaging ? "" : other.Packaging.Length > 0 ? other.Packaging : "without " + own.Packaging);
        }
        return null;
    }

    private string Within => request.Policy.LeadTimeLimitDays is { } days ? FormattableString.Invariant($" within {days} days") : "";

    private string From(PartNeed need) =>
        need.Dual ? "from two suppliers" : request.Policy.MostSources < need.Candidates.Length ? FormattableString.Invariant($"from {request.Policy.MostSources} of {need.Candidates.Length} offers")
        : need.Candidates.Length == 1 ? "from the only offer" : FormattableString.Invariant($"from {need.Candidates.Length} offers");
}
