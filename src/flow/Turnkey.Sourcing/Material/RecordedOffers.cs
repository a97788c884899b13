using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>
/// The offers of a book with each of them once. Two sources tell of the same offer (a price list and an interface's answer, or two interfaces that both ask one
/// seller): the newer answer counts, or its stock would be there twice. A customer's price and a quotation stay offers of their own beside the list, of the same stock.
/// </summary>
internal sealed class RecordedOffers
{
    /// <summary>Records that a message names.</summary>
    private const int MostTold = 3;

    private readonly Dictionary<Offer, ImmutableArray<Offer>> instead;

    private RecordedOffers(ImmutableArray<Offer> offers, Dictionary<Offer, ImmutableArray<Offer>> instead)
    {
        Offers = offers;
        this.instead = instead;
    }

    /// <summary>In the book's order, each where it was told first.</summary>
    public ImmutableArray<Offer> Offers { get; }

    /// <param name="request">Its offers; its day and rates say which of them can be used.</param>
    public static RecordedOffers Of(SourcingRequest request)
    {
        var suppliers = request.Tables.Suppliers;
        var offers = Coded(request.Offers.Offers, suppliers);
        Sku[] skus = [.. offers.Select(offer => Sku.Of(offer, suppliers))];
        var replaced = new Dictionary<Offer, ImmutableArray<Offer>>(ReferenceEqualityComparer.Instance);
        var kept = offers.Cast<Offer?>().ToArray();
        var packagings = Enumerable.Range(0, offers.Length).Where(i => offers[i].Packaging != Packaging.Unknown).ToLookup(i => skus[i], i => offers[i].Packaging);
        foreach (var told in Enumerable.Range(0, offers.Length).GroupBy(i => (skus[i], Packed(offers[i], packagings[skus[i]]), Terms(offers[i]))))
        {
            int[] same = [.. told];
            if (same.Length == 1 || same.All(i => offers[i].Source == offers[same[0]].Source)) continue;
            // What one source tells apart (lots, stores) is apart.
            var best = same.OrderByDescending(i => IsUsable(offers[i])).ThenByDescending(i => Day(offers[i])).ThenByDescending(i => offers[i].Stock is not null).ThenBy(i => i).First();
            ImmutableArray<Offer> others = [.. same.Where(i => offers[i].Source != offers[best].Source).Select(i => offers[i])];
            foreach (var i in same) kept[i] = offers[i].Source == offers[best].Source ? offers[i] : null;
            replaced[offers[best]] = others;
        }
        return new(WithOneStock(kept, skus, replaced), replaced);

        bool IsUsable(Offer offer) => request.Plant.Rates.Find(offer.Currency, request.Plant.Currency) is not null && !(request.Policy.AsOf > offer.Date?.Until);
    }

    /// <summary>Other records of the same offer that do not count; empty where there are none.</summary>
    public ImmutableArray<Offer> InsteadOf(Offer offer) => instead.GetValueOrDefault(offer, []);

    /// <summary>Which of several records counts, and what the others say of price and stock; null where there is one.</summary>
    /// <returns>A sentence, and whether they differ.</returns>
    public (string Text, bool Differ)? Told(Offer offer)
    {
        var others = InsteadOf(offer);
        if (others.IsEmpty) return null;
        var said = others.Select(other => (Other: other, Differences: Differences(other, offer))).ToArray();
        var differ = said.Any(one => one.Differences.Length > 0);
        return ($"{offer.Supplier}'s {offer.SupplierCode ?? offer.Mpn} is recorded in several places; {Place(offer)} counts{(Day(offer) == DateOnly.MinValue ? ", as none of them is dated and it tells most or comes first" : " as the newest")}. "
            + string.Join("; ", said.Take(MostTold).Select(one => $"{Place(one.Other)} says {(one.Differences.Length > 0 ? one.Differences : "the same")}")) + (said.Length > MostTold ? FormattableString.Invariant($"; {said.Length - MostTold} more") : ""), differ);
    }

    /// <summary>An offer without a code is that of the one code under which the seller has the number in this packaging, or in these quantities.</summary>
    private static Offer[] Coded(ImmutableArray<Offer> offers, OrderTermsTable suppliers)
    {
        Offer[] coded = [.. offers];
        var known = offers.Where(offer => offer is { SupplierCode: not null, Mpn: not null }).ToLookup(Number);
        foreach (var i in Enumerable.Range(0, coded.Length).Where(i => coded[i] is { SupplierCode: null, Mpn: not null }).ToArray())
        {
            PartNumber?[] found = [.. known[Number(coded[i])].Where(other => Manufacturers.Agree(other.Manufacturer, coded[i].Manufacturer) && Agree(other, coded[i])).DistinctBy(other => other.SupplierCode!.Value.Key).Select(other => other.SupplierCode).Take(2)];
            if (found is [var only]) coded[i] = coded[i] with { SupplierCode = only };
        }
        return coded;

        (string, string) Number(Offer offer) => (suppliers.NameOf(offer.Supplier), offer.Mpn!.Value.Key);

        static bool Agree(Offer a, Offer b) => a.Packaging != Packaging.Unknown && b.Packaging != Packaging.Unknown ? a.Packaging == b.Packaging : a.LeastOrder == b.LeastOrder && (a.Multiple ?? 1) == (b.Multiple ?? 1);
    }

    /// <summary>Under a code that is sold in one packaging, a record that does not say the packaging is one of it; quantities tell apart what has no code.</summary>
    private static (Packaging, long, long) Packed(Offer offer, IEnumerable<Packaging> known)
    {
        if (offer.SupplierCode is null) return (offer.Packaging, offer.LeastOrder, offer.Multiple ?? 1);
        return (offer.Packaging == Packaging.Unknown && known.Distinct().Take(2).ToArray() is [var only] ? only : offer.Packaging, 0, 0);
    }

    private static (string Customer, string Quotation) Terms(Offer offer) => (offer.Customer.Trim().ToUpperInvariant(), offer.QuoteNumber);

    private static DateOnly Day(Offer offer) => offer.Date?.Made ?? offer.Date?.Until ?? DateOnly.MinValue;

    /// <summary>What the newest source tells of the stock holds for other terms of the same pieces as well: a customer's price, a quotation.</summary>
    private static ImmutableArray<Offer> WithOneStock(Offer?[] kept, Sku[] skus, Dictionary<Offer, ImmutableArray<Offer>> replaced)
    {
        foreach (var pieces in Enumerable.Range(0, kept.Length).Where(i => kept[i]?.Stock is not null).GroupBy(i => (skus[i], kept[i]!.Packaging)))
        {
            int[] all = [.. pieces];
            if (all.Select(i => kept[i]!.Source).Distinct(StringComparer.Ordinal).Take(2).Count() < 2) continue;
            var newest = all.Select(i => kept[i]!).MaxBy(Day)!;
            foreach (var i in all.Where(i => kept[i]!.Source != newest.Source && kept[i]!.Stock != newest.Stock))
            {
                var changed = kept[i]! with { Stock = newest.Stock };
                if (replaced.Remove(kept[i]!, out var others)) replaced[changed] = others;
                kept[i] = changed;
            }
        }
        return [.. kept.OfType<Offer>()];
    }

    private static string Differences(Offer other, Offer used) => string.Join(" and ", new[]
    {
        other.Currency == used.Currency && other.Breaks.SequenceEqual(used.Breaks) ? "" : $"a price of {Price(other)} instead of {Price(used)}",
        other.Stock == used.Stock ? "" : $"{Stock(other)} on stock instead of {Stock(used)}",
    }.Where(text => text.Length > 0));

    private static string Price(Offer offer) => string.Create(CultureInfo.InvariantCulture, $"{offer.Breaks[0].UnitPrice.Amount:0.######} {offer.Currency} from {offer.Breaks[0].Quantity}{(offer.Breaks.Length > 1 ? $", {offer.Breaks[^1].UnitPrice.Amount:0.######} from {offer.Breaks[^1].Quantity}" : "")}");

    private static string Stock(Offer offer) => offer.Stock?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number";

    private static string Place(Offer offer) => string.Create(CultureInfo.InvariantCulture, $"{offer.Source}{(offer.Row > 0 ? $":{offer.Row}" : "")} ({offer.Date?.ToString() ?? "undated"})");
}
