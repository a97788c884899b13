using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Access;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Offers;

/// <summary>A manufacturer begins, writes, sends and withdraws an offer.</summary>
internal static class WriteOffer
{
    /// <summary>Begins the next version; with a finished quote job, from what it reckoned.</summary>
    public static Task<Decision<Offer>> BeginAsync(Store store, Actor actor, Guid rfqId, Guid? jobId, Guid? answers, CancellationToken cancel = default) =>
        store.WriteAsync<Offer>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Estimate) is { } refusal) return refusal;
            if (!(await writing.OwnInvitationAsync(rfqId)).TryGet(out var invitation, out var why)) return why;
            var (rfq, self) = ((await writing.Seen.Rfqs.SingleAsync(row => row.Id == rfqId, cancel)).Read(), await writing.OrganisationAsync(actor.Organisation));
            if (rfq.State != RfqState.Sent) return new Refusal("rfq.ended", "the request has ended; it takes no offers any more");
            if (RequestView.ForManufacturer(rfq, invitation.Read(), self, writing.Today) is not { } view) return Refusal.NotFound("request");
            if (!view.DesignOpen) return new Refusal("gates.closed", "fulfil the conditions of the request first: " + string.Join("; ", view.Gates!.Closed.Select(gate => gate.Why)));
            if (answers is { } counter && !await writing.Seen.CounterOffers.AnyAsync(row => row.Id == counter && row.RfqId == rfqId && row.ManufacturerId == actor.Organisation, cancel)) return Refusal.NotFound("counter-offer");
            var own = await writing.Seen.Offers.Where(row => row.RfqId == rfqId && row.ManufacturerId == actor.Organisation).OrderBy(row => row.Number).ToListAsync(cancel);
            if (own.Find(row => row.State == OfferState.Draft) is { } draft) return new Refusal("offer.draft", $"version {draft.Number} is being written; send it or change it");
            var content = new OfferContent
            {
                Revision = view.Request.Latest.Number,
                Package = view.Request.Latest.Package,
                Currency = view.Request.Latest.Currency,
                ValidUntil = writing.Today.AddDays(30),
                Site = self.Sites.FirstOrDefault()?.Name ?? "",
            };
            var offer = new Offer(writing.NewId(), rfqId, rfq.Customer, actor.Organisation, (own.LastOrDefault()?.Number ?? 0) + 1, content) { Answers = answers, Supersedes = own.LastOrDefault(row => row.State == OfferState.Sent)?.Id };
            if (jobId is { } job)
            {
                if (!(await QuotedOffer.ReadAsync(store, writing, job, view.Request.Latest, cancel)).TryGet(out var quoted, out why)) return why;
                offer = offer with { Content = quoted.Apply(content) };
                quoted.Attach(writing, offer);
            }
            var row = new OfferRow { CreatedAt = writing.At };
            row.Write(offer);
            writing.Seen.Offers.Add(row);
            writing.Audit("offer.begun", $"offer/{offer.Id}", new { rfq = rfqId, offer.Version });
            return offer;
        }, cancel);

    /// <summary>Begins the next version as a copy of one that was sent, with its papers; the customer's counter-offer may be its reason.</summary>
    public static Task<Decision<Offer>> AgainAsync(Store store, Actor actor, Guid id, Guid? answers, CancellationToken cancel = default) =>
        store.WriteAsync<Offer>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Estimate) is { } refusal) return refusal;
            if (!(await writing.OfferAsync(id)).TryGet(out var former, out var why)) return why;
            if (former.ManufacturerId != actor.Organisation) return Refusal.NotFound("offer");
            if (answers is { } counter && !await writing.Seen.CounterOffers.AnyAsync(row => row.Id == counter && row.OfferId == id, cancel)) return Refusal.NotFound("counter-offer");
            if (await writing.Seen.Rfqs.SingleOrDefaultAsync(row => row.Id == former.RfqId, cancel) is not { State: RfqState.Sent }) return new Refusal("rfq.ended", "the request has ended; it takes no offers any more");
            var own = await writing.Seen.Offers.Where(row => row.RfqId == former.RfqId && row.ManufacturerId == actor.Organisation).OrderBy(row => row.Number).ToListAsync(cancel);
            if (own.Find(row => row.State == OfferState.Draft) is { } draft) return new Refusal("offer.draft", $"version {draft.Number} is being written; send it or change it");
            var before = former.Read();
            var offer = new Offer(writing.NewId(), before.Rfq, before.Customer, before.Manufacturer, own[^1].Number + 1, before.Content with { ValidUntil = writing.Today.AddDays(30) }) { Answers = answers, Supersedes = id };
            foreach (var paper in await writing.Seen.Artifacts.AsNoTracking().Where(row => row.OfferId == id).ToListAsync(cancel))
            {
                (paper.Id, paper.OfferId, paper.CreatedAt) = (writing.NewId(), offer.Id, writing.At);
                writing.Seen.Artifacts.Add(paper);
            }
            if (await writing.Seen.CostSheets.AsNoTracking().SingleOrDefaultAsync(row => row.OfferId == id, cancel) is { } sheet)
            {
                (sheet.OfferId, sheet.OpenBook) = (offer.Id, false);
                writing.Seen.CostSheets.Add(sheet);
            }
            var row = new OfferRow { CreatedAt = writing.At };
            row.Write(offer);
            writing.Seen.Offers.Add(row);
            writing.Audit("offer.begun", $"offer/{offer.Id}", new { rfq = offer.Rfq, offer.Version, answers });
            return offer;
        }, cancel);

    public static Task<Decision<Offer>> ContentAsync(Store store, Actor actor, Guid id, OfferContent content, int? version = null, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Estimate, "offer.written", async (writing, row, offer) =>
        {
            if (version is { } read && read != row.Version) return new Refusal("changed", "somebody else changed this meanwhile; look at it again");
            var self = await writing.OrganisationAsync(actor.Organisation);
            // What is offered for is not for the manufacturer to change, nor what papers the reckoning made.
            return OfferForm.Check(content, self).Then(checkedContent => offer.Write(checkedContent with { Revision = offer.Content.Revision, Package = offer.Content.Package, Papers = offer.Content.Papers }));
        }, cancel);

    /// <summary>Sends it: from now on it stays as it is, and those before it are superseded.</summary>
    public static Task<Decision<Offer>> SendAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Sell, "offer.sent", async (writing, own, offer) =>
        {
            if (!(await writing.OwnInvitationAsync(offer.Rfq)).TryGet(out var invitation, out var why)) return why;
            if (invitation.State != InvitationState.Sent) return new Refusal("invitation.declined", "you declined this request; ask the customer to send it again");
            var rfq = await writing.Seen.Rfqs.SingleAsync(row => row.Id == offer.Rfq, cancel);
            if (rfq.State != RfqState.Sent) return new Refusal("rfq.ended", "the request has ended; it takes no offers any more");
            if (!offer.Send(writing.At, writing.Today).TryGet(out var sent, out why)) return why;
            foreach (var former in await writing.Seen.Offers.Where(row => row.RfqId == offer.Rfq && row.ManufacturerId == actor.Organisation && row.Id != own.Id && row.State == OfferState.Sent).ToListAsync(cancel))
            {
                if (former.Read().Supersede().TryGet(out var superseded, out _)) former.Write(superseded);
            }
            var self = await writing.OrganisationAsync(actor.Organisation);
            await writing.NotifyAsync(offer.Customer, "offer.received", $"{self.Name} offers for {rfq.Number}{(offer.Version > 1 ? $", version {offer.Version}" : "")}", $"/rfqs/{offer.Rfq}#offers");
            return sent;
        }, cancel);

    public static Task<Decision<Offer>> WithdrawAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Sell, "offer.withdrawn", async (writing, _, offer) =>
        {
            if (!offer.Withdraw().TryGet(out var withdrawn, out var why)) return why;
            var (self, rfq) = (await writing.OrganisationAsync(actor.Organisation), await writing.All.Rfqs.SingleAsync(row => row.Id == offer.Rfq, cancel));
            await writing.NotifyAsync(offer.Customer, "offer.withdrawn", $"{self.Name} withdrew its offer for {rfq.Number}", $"/rfqs/{offer.Rfq}#offers");
            return withdrawn;
        }, cancel);

    /// <summary>Opens the book to the customer of this offer, or closes it again.</summary>
    public static Task<Decision<Offer>> OpenBookAsync(Store store, Actor actor, Guid id, bool open, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Sell, open ? "offer.book-opened" : "offer.book-closed", async (writing, _, offer) =>
        {
            var sheet = await writing.Seen.CostSheets.SingleOrDefaultAsync(row => row.OfferId == id, cancel);
            if (sheet is null) return new Refusal("offer.no-sheet", "this offer has no cost sheet; make it from a quote");
            sheet.OpenBook = open;
            return offer;
        }, cancel);

    private static Task<Decision<Offer>> ChangeAsync(Store store, Actor actor, Guid id, Permission permission, string action, Func<Change, OfferRow, Offer, Task<Decision<Offer>>> change, CancellationToken cancel) =>
        store.WriteAsync<Offer>(actor, async writing =>
        {
            if (actor.Lacks(permission) is { } refusal) return refusal;
            if (!(await writing.OfferAsync(id)).TryGet(out var row, out var why)) return why;
            if (row.ManufacturerId != actor.Organisation) return Refusal.NotFound("offer");
            if (!(await change(writing, row, row.Read())).TryGet(out var offer, out why)) return why;
            row.Write(offer);
            writing.Audit(action, $"offer/{id}", new { rfq = offer.Rfq, offer.Version });
            return offer;
        }, cancel);
}
