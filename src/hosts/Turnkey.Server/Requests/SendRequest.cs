using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Requests;

/// <summary>A customer sends the revision in force to manufacturers; sending again shows it to more of them.</summary>
internal static class SendRequest
{
    private const int MostManufacturers = 50;

    public static Task<Decision<Rfq>> RunAsync(Store store, Actor actor, Guid id, IReadOnlyCollection<Guid> manufacturers, CancellationToken cancel = default) =>
        store.WriteAsync<Rfq>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Request) is { } refusal) return refusal;
            if (!(await writing.OwnRfqAsync(id)).TryGet(out var row, out var why)) return why;
            if (manufacturers.Count is 0 or > MostManufacturers) return new Refusal("rfq.to-nobody", $"choose whom to send it to: one to {MostManufacturers} manufacturers");
            var rfq = row.Read();
            if (rfq.State is RfqState.Awarded or RfqState.Closed) return new Refusal("rfq.ended", "the request has ended; begin a new one");
            if (rfq.Open)
            {
                var package = rfq.Latest.Upload is { } upload ? await writing.Seen.Packages.SingleOrDefaultAsync(one => one.Id == upload, cancel) : null;
                if (!rfq.Send(package?.ReadFacts(), writing.At).TryGet(out rfq, out why)) return why;
                row.Write(rfq, writing.At);
                writing.Audit("rfq.sent", $"rfq/{rfq.Id}", new { revision = rfq.Latest.Number, package = rfq.Latest.Package });
            }
            var customer = await writing.OrganisationAsync(actor.Organisation);
            foreach (var manufacturer in manufacturers.Distinct())
            {
                if (!(await InviteAsync(writing, rfq, customer, manufacturer)).TryGet(out _, out why)) return why;
            }
            return rfq;
        }, cancel);

    private static async Task<Decision<Invitation>> InviteAsync(Change writing, Rfq rfq, Organisation customer, Guid manufacturer)
    {
        var found = await writing.Seen.Organisations.SingleOrDefaultAsync(row => row.Id == manufacturer && (row.Kinds & OrganisationKinds.Manufacturer) == OrganisationKinds.Manufacturer);
        if (found is null || manufacturer == rfq.Customer) return Refusal.NotFound("manufacturer");
        var row = await writing.Seen.Invitations.SingleOrDefaultAsync(one => one.RfqId == rfq.Id && one.ManufacturerId == manufacturer);
        if (row is null) writing.Seen.Invitations.Add(row = new InvitationRow());
        var before = row.Body.Length == 0 ? new Invitation(writing.NewId(), rfq.Id, rfq.Customer, manufacturer, writing.At) : row.Read();
        // Who was uninvited and is invited again begins anew: what was accepted then still stands, for the same text.
        if (before.State == InvitationState.Revoked) before = before with { State = InvitationState.Sent, At = writing.At, Reason = "" };
        if (!before.Show(rfq.Latest.Number).TryGet(out var invitation, out var why)) return why;
        row.Write(invitation);
        await Grants.RefreshAsync(writing, rfq, invitation, found.Read());
        writing.Audit("invitation.sent", $"invitation/{invitation.Id}", new { rfq = rfq.Id, manufacturer, revision = rfq.Latest.Number });
        await writing.NotifyAsync(manufacturer, "rfq.received", $"{customer.Name} asks for a quote: {rfq.Number}, {rfq.Title}, revision {rfq.Latest.Number}", $"/rfqs/{rfq.Id}");
        return invitation;
    }
}
