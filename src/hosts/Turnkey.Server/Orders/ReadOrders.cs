using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Storage;

namespace Turnkey.Server.Orders;

/// <summary>What a page or a program reads of orders, as far as the viewer may.</summary>
internal static class ReadOrders
{
    /// <summary>Last changed first.</summary>
    public static Task<ImmutableArray<OrderLine>> ListAsync(Store store, Actor actor, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var found = new List<OrderLine>();
            foreach (var side in new[] { db.PlacedOrders(), db.ReceivedOrders().Where(row => row.CustomerId != db.Viewer) })
            {
                var rows = side.AsNoTracking();
                if (after is { } last) rows = rows.Where(row => row.UpdatedAt < last.At || (row.UpdatedAt == last.At && row.Id.CompareTo(last.Id) < 0));
                var read = await rows.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id).Take(count)
                    .Select(row => new
                    {
                        row,
                        Title = db.Rfqs.Where(one => one.Id == row.RfqId).Select(one => one.Title).FirstOrDefault(),
                        Manufacturer = db.Organisations.Where(one => one.Id == row.ManufacturerId).Select(one => one.Name).FirstOrDefault(),
                        Customer = db.Organisations.Where(one => one.Id == row.CustomerId).Select(one => one.Name).FirstOrDefault(),
                    }).ToListAsync(cancel);
                found.AddRange(read.Select(one => new OrderLine(one.row.Read(), one.row.UpdatedAt, one.Title ?? "", one.Manufacturer ?? "", one.Customer ?? "")));
            }
            return found.OrderByDescending(line => line.UpdatedAt).ThenByDescending(line => line.Order.Id).Take(count).ToImmutableArray();
        }, cancel);

    /// <summary>Null when the viewer may not see it, or there is none.</summary>
    public static Task<OrderDetail?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync<OrderDetail?>(actor.Organisation, async db =>
        {
            if (await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return null;
            var rfq = await db.Rfqs.AsNoTracking().Where(one => one.Id == row.RfqId).Select(one => new { one.Number, one.Title }).SingleOrDefaultAsync(cancel);
            var parties = await db.Organisations.AsNoTracking().Where(one => one.Id == row.CustomerId || one.Id == row.ManufacturerId).ToListAsync(cancel);
            return new OrderDetail(row.Read(), row.Version, rfq?.Number ?? "", rfq?.Title ?? "", parties.Find(one => one.Id == row.CustomerId)?.Read(), parties.Find(one => one.Id == row.ManufacturerId)?.Read());
        }, cancel);
}

internal sealed record OrderLine(Order Order, DateTimeOffset UpdatedAt, string Title, string Manufacturer, string Customer);

internal sealed record OrderDetail(Order Order, int Version, string RequestNumber, string Title, Organisation? Customer, Organisation? Manufacturer);
