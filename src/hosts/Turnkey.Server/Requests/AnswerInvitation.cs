using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Access;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Requests;

/// <summary>A manufacturer passes a gate or declines; a customer takes an invitation or a revision back.</summary>
internal static class AnswerInvitation
{
    /// <summary>Accepts a gate by its key. What nobody can accept (a certificate that is not held) stays closed.</summary>
    public static Task<Decision<Invitation>> AcceptAsync(Store store, Actor actor, Guid rfqId, string gate, CancellationToken cancel = default) =>
        store.WriteAsync<Invitation>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Sell) is { } refusal) return refusal;
            if (!(await writing.OwnInvitationAsync(rfqId)).TryGet(out var row, out var why)) return why;
            var rfq = (await writing.Seen.Rfqs.SingleAsync(one => one.Id == rfqId, cancel)).Read();
            var manufacturer = await writing.OrganisationAsync(actor.Organisation);
            // What has ended opens to nobody any more.
            if (rfq.State != RfqState.Sent) return new Refusal("rfq.ended", "the request has ended");
            if (rfq.Gates.FirstOrDefault(one => one.Key == gate) is not (Gate.Nda or Gate.ExportControl)) return new Refusal("gate.unknown", "there is no such condition to accept; look at the request again");
            if (!row.Read().Accept(new GateAcceptance(gate, actor.Name, writing.At)).TryGet(out var invitation, out why)) return why;
            row.Write(invitation);
            await Grants.RefreshAsync(writing, rfq, invitation, manufacturer);
            writing.Audit("gate.accepted", $"invitation/{invitation.Id}", new { rfq = rfqId, gate });
            if (GateCheck.Judge(rfq.Gates, invitation, manufacturer, writing.Today).Open)
                await writing.NotifyAsync(rfq.Customer, "gates.passed", $"{manufacturer.Name} fulfils the conditions of {rfq.Number} and can see the design", $"/rfqs/{rfq.Id}");
            return invitation;
        }, cancel);

    public static Task<Decision<Invitation>> DeclineAsync(Store store, Actor actor, Guid rfqId, string reason, CancellationToken cancel = default) =>
        store.WriteAsync<Invitation>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Sell) is { } refusal) return refusal;
            if (!(await writing.OwnInvitationAsync(rfqId)).TryGet(out var row, out var why)) return why;
            if (!row.Read().Decline(reason.Trim()).TryGet(out var invitation, out why)) return why;
            row.Write(invitation);
            writing.Audit("invitation.declined", $"invitation/{invitation.Id}", new { rfq = rfqId, reason });
            var (rfq, manufacturer) = ((await writing.Seen.Rfqs.SingleAsync(one => one.Id == rfqId, cancel)).Read(), await writing.OrganisationAsync(actor.Organisation));
            await Grants.RefreshAsync(writing, rfq, invitation, manufacturer);
            await writing.NotifyAsync(rfq.Customer, "invitation.declined", $"{manufacturer.Name} does not quote {rfq.Number}{(reason.Trim().Length == 0 ? "" : $": {reason.Trim()}")}", $"/rfqs/{rfq.Id}");
            return invitation;
        }, cancel);

    /// <summary>Takes back one revision, or with null the whole invitation. What was opened before stays in the log; what was downloaded cannot be called back.</summary>
    public static Task<Decision<Invitation>> RevokeAsync(Store store, Actor actor, Guid rfqId, Guid manufacturerId, int? revision, string reason, CancellationToken cancel = default) =>
        store.WriteAsync<Invitation>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Request) is { } refusal) return refusal;
            if (!(await writing.OwnRfqAsync(rfqId)).TryGet(out var rfqRow, out var why)) return why;
            var row = await writing.Seen.Invitations.SingleOrDefaultAsync(one => one.RfqId == rfqId && one.ManufacturerId == manufacturerId, cancel);
            if (row is null) return Refusal.NotFound("invitation");
            if (!(revision is { } number ? row.Read().Hide(number) : row.Read().Revoke(reason.Trim())).TryGet(out var invitation, out why)) return why;
            row.Write(invitation);
            var rfq = rfqRow.Read();
            await Grants.RefreshAsync(writing, rfq, invitation, await writing.OrganisationAsync(manufacturerId));
            writing.Audit(revision is null ? "invitation.revoked" : "revision.hidden", $"invitation/{invitation.Id}", new { rfq = rfqId, manufacturer = manufacturerId, revision, reason });
            await writing.NotifyAsync(manufacturerId, "invitation.revoked", revision is null ? $"{rfq.Number} was taken back by the customer" : $"Revision {revision} of {rfq.Number} was taken back by the customer", "/rfqs");
            return invitation;
        }, cancel);
}
