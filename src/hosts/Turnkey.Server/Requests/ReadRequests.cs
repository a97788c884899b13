using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Access;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Requests;

/// <summary>What a page or a program reads of requests, as far as the viewer may.</summary>
internal static class ReadRequests
{
    /// <summary>Newest first.</summary>
    /// <param name="after">Continues after the one that was changed then; null for the newest.</param>
    public static Task<ImmutableArray<RequestLine>> ListAsync(Store store, Actor actor, int count, (DateTimeOffset At, Guid Id)? after = null, RfqState? state = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            // Each side is read from its own index; then the newest of both.
            var received = db.Rfqs.Where(row => db.ReceivedInvitations().Select(one => one.RfqId).Contains(row.Id));
            var found = new List<RequestLine>();
            foreach (var side in new[] { db.OwnRfqs(), received })
            {
                var rows = side.AsNoTracking();
                if (state is { } wanted) rows = rows.Where(row => row.State == wanted);
                if (after is { } last) rows = rows.Where(row => row.UpdatedAt < last.At || (row.UpdatedAt == last.At && row.Id.CompareTo(last.Id) < 0));
                found.AddRange(await rows.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id).Take(count)
                    .Select(row => new RequestLine(row.Id, row.Number, row.Title, row.State, row.CustomerId, row.UpdatedAt, row.AnswersDue)
                    {
                        Customer = db.Organisations.Where(one => one.Id == row.CustomerId).Select(one => one.Name).FirstOrDefault() ?? "",
                        Invited = row.CustomerId == actor.Organisation ? db.Invitations.Count(one => one.RfqId == row.Id && one.State != InvitationState.Revoked) : 0,
                        Offers = db.Offers.Count(one => one.RfqId == row.Id && one.State == Contracts.Offers.OfferState.Sent),
                        OpenQuestions = db.Questions.Count(one => one.RfqId == row.Id && one.State == Contracts.Questions.QuestionState.Open),
                    }).ToListAsync(cancel));
            }
            return await AsShownAsync(db, [.. found.OrderByDescending(line => line.UpdatedAt).ThenByDescending(line => line.Id).Take(count)], cancel);
        }, cancel);

    /// <summary>The day in the list is that of the last revision: of one that is being written, a manufacturer must not learn it before it is sent.</summary>
    private static async Task<ImmutableArray<RequestLine>> AsShownAsync(ViewerContext db, List<RequestLine> lines, CancellationToken cancel)
    {
        var others = lines.Where(line => line.CustomerId != db.Viewer).Select(line => line.Id).ToArray();
        if (others.Length == 0) return [.. lines];
        var self = (await db.Organisations.AsNoTracking().SingleAsync(row => row.Id == db.Viewer, cancel)).Read();
        var asked = await (from rfq in db.Rfqs.AsNoTracking() where others.Contains(rfq.Id) join invitation in db.Invitations.AsNoTracking() on rfq.Id equals invitation.RfqId select new { rfq, invitation }).ToListAsync(cancel);
        var days = asked.ToDictionary(one => one.rfq.Id, one => RequestView.ForManufacturer(one.rfq.Read(), one.invitation.Read(), self, DateOnly.FromDayNumber(db.Today))?.Request.Latest.AnswersDue);
        return [.. lines.Select(line => line.CustomerId == db.Viewer ? line : line with { AnswersDue = days.GetValueOrDefault(line.Id) })];
    }

    /// <summary>One request as the viewer may see it; null when it may not, or there is none.</summary>
    public static Task<RequestDetail?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync<RequestDetail?>(actor.Organisation, async db =>
        {
            if (await db.Rfqs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return null;
            var invitations = await db.Invitations.AsNoTracking().Where(one => one.RfqId == id).OrderBy(one => one.SentAt).ToListAsync(cancel);
            var names = invitations.Select(one => one.ManufacturerId).Append(row.CustomerId).ToArray();
            var parties = (await db.Organisations.AsNoTracking().Where(one => names.Contains(one.Id)).ToListAsync(cancel)).Select(one => one.Read()).ToDictionary(one => one.Id);
            var day = DateOnly.FromDayNumber(db.Today);
            var view = row.CustomerId == actor.Organisation
                ? RequestView.ForCustomer(row.Read())
                : RequestView.ForManufacturer(row.Read(), invitations.Single(one => one.ManufacturerId == actor.Organisation).Read(), (await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == actor.Organisation, cancel)).Read(), day);
            if (view is null) return null;
            var upload = view.Request.Latest.Upload;
            var package = upload is null ? null : await db.Packages.AsNoTracking().SingleOrDefaultAsync(one => one.Id == upload, cancel);
            return new RequestDetail(view, row.Version, parties.GetValueOrDefault(row.CustomerId), [.. invitations.Select(one => one.Read())], parties.ToImmutableDictionary(), package?.ReadFacts(), package);
        }, cancel);
}

/// <summary>A line of the list.</summary>
internal sealed record RequestLine(Guid Id, string Number, string Title, RfqState State, Guid CustomerId, DateTimeOffset UpdatedAt, DateOnly? AnswersDue)
{
    public string Customer { get; init; } = "";

    /// <summary>Manufacturers asked; 0 for those who are asked, who must not know.</summary>
    public int Invited { get; init; }

    /// <summary>Offers that the viewer may see.</summary>
    public int Offers { get; init; }

    public int OpenQuestions { get; init; }
}

/// <summary>A request with what stands around it.</summary>
/// <param name="Invitations">All of them for the customer, its own for a manufacturer.</param>
/// <param name="Facts">What was found in the package; null while it was not read or may not be seen.</param>
public sealed record RequestDetail(RequestView View, int Version, Organisation? Customer, ImmutableArray<Invitation> Invitations, ImmutableDictionary<Guid, Organisation> Parties, PackageFacts? Facts, PackageRow? Package)
{
    public Rfq Request => View.Request;

    public Completeness Completeness => Completeness.Of(Request.Latest, Facts);
}
