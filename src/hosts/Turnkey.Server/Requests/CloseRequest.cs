using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Requests;

/// <summary>A customer ends a request without an award; open offers are declined.</summary>
internal static class CloseRequest
{
    public static Task<Decision<Rfq>> RunAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.WriteAsync<Rfq>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Buy) is { } refusal) return refusal;
            if (!(await writing.OwnRfqAsync(id)).TryGet(out var row, out var why)) return why;
            if (!row.Read().Close().TryGet(out var rfq, out why)) return why;
            row.Write(rfq, writing.At);
            foreach (var offerRow in await writing.Seen.Offers.Where(one => one.RfqId == id && one.State == OfferState.Sent).ToListAsync(cancel))
            {
                if (offerRow.Read().Decline().TryGet(out var offer, out _)) offerRow.Write(offer);
            }
            writing.Audit("rfq.closed", $"rfq/{id}");
            foreach (var manufacturer in await writing.Seen.Invitations.Where(one => one.RfqId == id && one.State == InvitationState.Sent).Select(one => one.ManufacturerId).ToListAsync(cancel))
                await writing.NotifyAsync(manufacturer, "rfq.closed", $"{rfq.Number} was closed without an award", $"/rfqs/{id}");
            return rfq;
        }, cancel);
}
