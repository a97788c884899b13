using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Questions;
using Turnkey.Storage;

namespace Turnkey.Server.Questions;

/// <summary>What a page or a program reads of questions, as far as the viewer may.</summary>
internal static class ReadQuestions
{
    /// <summary>Last said first.</summary>
    /// <param name="rfq">Only of this request; null for all.</param>
    public static Task<ImmutableArray<(Question Question, DateTimeOffset At)>> ListAsync(Store store, Actor actor, Guid? rfq, QuestionState? state, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            // A request that was taken back takes its conversation with it.
            var rows = db.Questions.AsNoTracking().Where(row => db.Rfqs.Any(one => one.Id == row.RfqId));
            if (rfq is { } wanted) rows = rows.Where(row => row.RfqId == wanted);
            if (state is { } one) rows = rows.Where(row => row.State == one);
            if (after is { } last) rows = rows.Where(row => row.UpdatedAt < last.At || (row.UpdatedAt == last.At && row.Id.CompareTo(last.Id) < 0));
            return (await rows.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancel)).Select(row => (row.Read(), row.UpdatedAt)).ToImmutableArray();
        }, cancel);

    /// <summary>Null when the viewer may not see it, or there is none.</summary>
    public static Task<(Question Question, int Version)?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync<(Question, int)?>(actor.Organisation, async db =>
            await db.Questions.AsNoTracking().Where(row => row.Id == id && db.Rfqs.Any(one => one.Id == row.RfqId)).SingleOrDefaultAsync(cancel) is { } row ? (row.Read(), row.Version) : null, cancel);
}
