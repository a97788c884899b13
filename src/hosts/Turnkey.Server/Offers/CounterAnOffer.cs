using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Offers;

/// <summary>A customer says what it would take instead.</summary>
internal static class CounterAnOffer
{
    public static Task<Decision<CounterOffer>> RunAsync(Store store, Actor actor, Guid offerId, int quantity, decimal? unitPrice, int? leadDays, string note, CancellationToken cancel = default) =>
        store.WriteAsync<CounterOffer>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Buy) is { } refusal) return refusal;
            if (!(await writing.OfferAsync(offerId)).TryGet(out var row, out var why)) return why;
            if (row.CustomerId != actor.Organisation) return Refusal.NotFound("offer");
            if (!CounterOffer.To(row.Read(), writing.NewId(), writing.At, quantity, unitPrice, leadDays, note.Trim()).TryGet(out var counter, out why)) return why;
            writing.Seen.CounterOffers.Add(CounterOfferRow.Of(counter));
            writing.Audit("offer.countered", $"offer/{offerId}", new { counter = counter.Id, quantity, unitPrice, leadDays });
            var customer = await writing.OrganisationAsync(actor.Organisation);
            await writing.NotifyAsync(row.ManufacturerId, "offer.countered", $"{customer.Name} makes a counter-offer to version {row.Number}", $"/offers/{offerId}");
            return counter;
        }, cancel);
}
