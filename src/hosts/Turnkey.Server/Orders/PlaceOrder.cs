using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Orders;

/// <summary>A customer takes an offer, and orders against it.</summary>
internal static class PlaceOrder
{
    /// <summary>Takes an offer; the others of the request are declined.</summary>
    public static Task<Decision<Offer>> AwardAsync(Store store, Actor actor, Guid offerId, CancellationToken cancel = default) =>
        store.WriteAsync<Offer>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Buy) is { } refusal) return refusal;
            if (!(await writing.OfferAsync(offerId)).TryGet(out var row, out var why)) return why;
            if (row.CustomerId != actor.Organisation) return Refusal.NotFound("offer");
            if (!(await writing.OwnRfqAsync(row.RfqId)).TryGet(out var rfqRow, out why)) return why;
            if (!rfqRow.Read().Award().TryGet(out var rfq, out why)) return why;
            if (!row.Read().Award(writing.Today).TryGet(out var offer, out why)) return why;
            rfqRow.Write(rfq, writing.At);
            row.Write(offer);
            await writing.NotifyAsync(offer.Manufacturer, "offer.awarded", $"Your offer for {rfq.Number} was taken", $"/offers/{offer.Id}");
            foreach (var other in await writing.Seen.Offers.Where(one => one.RfqId == row.RfqId && one.Id != row.Id && one.State == OfferState.Sent).ToListAsync(cancel))
            {
                if (!other.Read().Decline().TryGet(out var declined, out _)) continue;
                other.Write(declined);
                await writing.NotifyAsync(other.ManufacturerId, "offer.declined", $"Your offer for {rfq.Number} was not taken", $"/offers/{other.Id}");
            }
            writing.Audit("offer.awarded", $"offer/{offerId}", new { rfq = rfq.Id, manufacturer = offer.Manufacturer });
            return offer;
        }, cancel);

    /// <param name="number">The customer's number; empty for the next of its series.</param>
    public static Task<Decision<Order>> RunAsync(Store store, Actor actor, Guid offerId, string number, ImmutableArray<OrderedLot> lots, string deliverTo, string note, CancellationToken cancel = default) =>
        store.WriteAsync<Order>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Buy) is { } refusal) return refusal;
            if (!(await writing.OfferAsync(offerId)).TryGet(out var row, out var why)) return why;
            if (row.CustomerId != actor.Organisation) return Refusal.NotFound("offer");
            if (lots.Any(lot => lot.Due < writing.Today)) return new Refusal("order.past", "the days of delivery lie ahead");
            if (lots.Length > 200 || note.Length > 20_000 || deliverTo.Length > 2000 || number.Length > 100) return new Refusal("order.too-long", "that is more than an order can hold");
            var name = number.Trim().Length > 0 ? number.Trim() : await writing.NextNumberAsync("PO");
            if (await writing.Seen.Orders.AnyAsync(one => one.CustomerId == actor.Organisation && one.Number == name, cancel)) return new Refusal("order.number-taken", $"there is already an order {name}; give another number");
            if (!OrderPlacing.Place(row.Read(), writing.NewId(), name, writing.At, [.. lots.OrderBy(lot => lot.Due)]).TryGet(out var order, out why)) return why;
            var self = await writing.OrganisationAsync(actor.Organisation);
            order = order with { DeliverTo = deliverTo.Trim().Length > 0 ? deliverTo.Trim() : self.Address, Note = note.Trim() };
            var orderRow = new OrderRow();
            orderRow.Write(order, writing.At);
            writing.Seen.Orders.Add(orderRow);
            writing.Audit("order.placed", $"order/{order.Id}", new { order.Number, offer = offerId, quantity = order.Quantity, total = order.Total, order.Currency });
            await writing.NotifyAsync(order.Manufacturer, "order.placed", $"{self.Name} orders {order.Quantity:N0} pieces: {order.Number}", $"/orders/{order.Id}");
            return order;
        }, cancel);
}
