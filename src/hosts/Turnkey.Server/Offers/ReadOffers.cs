using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Offers;

/// <summary>What a page or a program reads of offers, as far as the viewer may.</summary>
internal static class ReadOffers
{
    /// <summary>Offers of one request, newest versions last.</summary>
    public static Task<ImmutableArray<(Offer Offer, Organisation Manufacturer)>> OfRequestAsync(Store store, Actor actor, Guid rfq, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var offers = await db.Offers.AsNoTracking().Where(row => row.RfqId == rfq).OrderBy(row => row.ManufacturerId).ThenBy(row => row.Number).ToListAsync(cancel);
            var makers = offers.Select(row => row.ManufacturerId).Distinct().ToArray();
            var parties = (await db.Organisations.AsNoTracking().Where(row => makers.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
            return offers.Where(row => parties.ContainsKey(row.ManufacturerId)).Select(row => (row.Read(), parties[row.ManufacturerId])).ToImmutableArray();
        }, cancel);

    /// <summary>Newest first.</summary>
    public static Task<ImmutableArray<OfferLine>> ListAsync(Store store, Actor actor, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var found = new List<OfferLine>();
            foreach (var side in new[] { db.OwnOffers(), db.ReceivedOffers().Where(row => row.ManufacturerId != db.Viewer) })
            {
                var rows = side.AsNoTracking();
                if (after is { } last) rows = rows.Where(row => row.CreatedAt < last.At || (row.CreatedAt == last.At && row.Id.CompareTo(last.Id) < 0));
                var read = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(count)
                    .Select(row => new
                    {
                        row,
                        Rfq = db.Rfqs.Where(one => one.Id == row.RfqId).Select(one => one.Number + ", " + one.Title).FirstOrDefault(),
                        Manufacturer = db.Organisations.Where(one => one.Id == row.ManufacturerId).Select(one => one.Name).FirstOrDefault(),
                        Customer = db.Organisations.Where(one => one.Id == row.CustomerId).Select(one => one.Name).FirstOrDefault(),
                    }).ToListAsync(cancel);
                found.AddRange(read.Select(one => new OfferLine(one.row.Read(), one.row.CreatedAt, one.Rfq ?? "", one.Manufacturer ?? "", one.Customer ?? "")));
            }
            return found.OrderByDescending(line => line.CreatedAt).ThenByDescending(line => line.Offer.Id).Take(count).ToImmutableArray();
        }, cancel);

    /// <summary>One offer with what the viewer may see around it; null when it may not, or there is none.</summary>
    public static Task<OfferDetail?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync<OfferDetail?>(actor.Organisation, async db =>
        {
            if (await db.Offers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return null;
            var sheet = await db.CostSheets.AsNoTracking().SingleOrDefaultAsync(one => one.OfferId == id, cancel);
            var artifacts = await db.Artifacts.AsNoTracking().Where(one => one.OfferId == id).OrderBy(one => one.Name).ToListAsync(cancel);
            var counters = await db.CounterOffers.AsNoTracking().Where(one => one.OfferId == id).OrderBy(one => one.At).ToListAsync(cancel);
            var rfq = await db.Rfqs.AsNoTracking().Where(one => one.Id == row.RfqId).Select(one => new { one.Number, one.Title }).SingleOrDefaultAsync(cancel);
            var manufacturer = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.ManufacturerId, cancel);
            return new OfferDetail(row.Read(), row.Version, rfq?.Number ?? "", rfq?.Title ?? "", manufacturer?.Read(), sheet, [.. artifacts], [.. counters.Select(one => one.Read())]);
        }, cancel);
}

internal sealed record OfferLine(Offer Offer, DateTimeOffset CreatedAt, string Request, string Manufacturer, string Customer);

/// <param name="Sheet">Null for the customer, unless the book was opened.</param>
internal sealed record OfferDetail(Offer Offer, int Version, string RequestNumber, string RequestTitle, Organisation? Manufacturer, CostSheetRow? Sheet, ImmutableArray<ArtifactRow> Papers, ImmutableArray<CounterOffer> Counters);
