using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Questions;

/// <summary>The conversation about open points, between the customer and one manufacturer at a time.</summary>
internal static class Converse
{
    private const int MostText = 20_000;

    /// <summary>Asks. A manufacturer asks the customer; the customer names the manufacturer it asks.</summary>
    /// <param name="query">Identifier of the query of the design review that is put; empty when a person thought of it.</param>
    public static Task<Decision<Question>> AskAsync(Store store, Actor actor, Guid rfqId, Guid? manufacturer, int revision, string subject, string query, string proposal, CancellationToken cancel = default) =>
        store.WriteAsync<Question>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Converse) is { } refusal) return refusal;
            if (!(await writing.RfqAsync(rfqId)).TryGet(out var rfq, out var why)) return why;
            if (subject.Trim().Length is 0 or > MostText) return new Refusal("question.empty", $"write your question, in up to {MostText:N0} characters");
            if (query.Length > 200 || proposal.Length > MostText) return new Refusal("question.too-long", $"a proposal holds up to {MostText:N0} characters");
            var other = rfq.CustomerId == actor.Organisation ? manufacturer : actor.Organisation;
            var invitation = await writing.Seen.Invitations.SingleOrDefaultAsync(row => row.RfqId == rfqId && row.ManufacturerId == other && row.State == Contracts.Requests.InvitationState.Sent, cancel);
            if (invitation is null) return new Refusal("question.to-whom", "ask a manufacturer that this request was sent to");
            if (!invitation.Read().Revisions.Contains(revision)) return new Refusal("question.revision", $"revision {revision} was not shown to this manufacturer");
            if (query.Length > 0 && await writing.Seen.Questions.AnyAsync(row => row.RfqId == rfqId && row.ManufacturerId == other && row.Revision == revision && row.Query == query, cancel))
                return new Refusal("question.asked", "this query was already put");
            var question = new Question(writing.NewId(), rfqId, rfq.CustomerId, invitation.ManufacturerId, revision, subject.Trim())
            {
                Query = query,
                Proposal = proposal,
                Remarks = [new Remark(actor.Organisation, actor.Name, writing.At, subject.Trim())],
            };
            var row = new QuestionRow();
            row.Write(question, writing.At);
            writing.Seen.Questions.Add(row);
            writing.Audit("question.asked", $"question/{question.Id}", new { rfq = rfqId, revision });
            await TellAsync(writing, question, rfq.Number, "question.asked", "asks");
            return question;
        }, cancel);

    public static Task<Decision<Question>> SayAsync(Store store, Actor actor, Guid id, string text, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, "question.said", "says", (writing, question) =>
            text.Length > MostText ? new Refusal("question.too-long", $"write up to {MostText:N0} characters") : question.Say(new Remark(actor.Organisation, actor.Name, writing.At, text.Trim())), cancel);

    public static Task<Decision<Question>> CloseAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, "question.closed", "closed", (_, question) => question.Close(), cancel);

    private static Task<Decision<Question>> ChangeAsync(Store store, Actor actor, Guid id, string action, string verb, Func<Change, Question, Decision<Question>> change, CancellationToken cancel) =>
        store.WriteAsync<Question>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Converse) is { } refusal) return refusal;
            var row = await writing.Seen.Questions.SingleOrDefaultAsync(one => one.Id == id, cancel);
            if (row is null || await writing.Seen.Rfqs.SingleOrDefaultAsync(one => one.Id == row.RfqId, cancel) is not { } rfq) return Refusal.NotFound("question");
            if (!change(writing, row.Read()).TryGet(out var question, out var why)) return why;
            row.Write(question, writing.At);
            writing.Audit(action, $"question/{id}");
            await TellAsync(writing, question, rfq.Number, action, verb);
            return question;
        }, cancel);

    private static async Task TellAsync(Change writing, Question question, string number, string kind, string verb)
    {
        var other = writing.Actor.Organisation == question.Customer ? question.Manufacturer : question.Customer;
        var self = await writing.OrganisationAsync(writing.Actor.Organisation);
        await writing.NotifyAsync(other, kind, $"{self.Name} {verb} on {number}: {Short(question.Remarks[^1].Text)}", $"/rfqs/{question.Rfq}#question-{question.Id}");
    }

    private static string Short(string text) => text.Length <= 120 ? text : text[..119] + "…";
}
