using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>What a page or a program reads of the work of the viewer's organisation.</summary>
internal static class ReadJobs
{
    /// <summary>Newest first.</summary>
    /// <param name="rfq">Only for this request; null for all.</param>
    public static Task<ImmutableArray<JobRow>> ListAsync(Store store, Actor actor, Guid? rfq, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.Jobs.AsNoTracking();
            if (rfq is { } wanted) rows = rows.Where(row => row.RfqId == wanted);
            if (after is { } last) rows = rows.Where(row => row.CreatedAt < last.At || (row.CreatedAt == last.At && row.Id.CompareTo(last.Id) < 0));
            return (await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancel)).ToImmutableArray();
        }, cancel);

    /// <summary>Null when it is another's, or there is none.</summary>
    public static Task<JobRow?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, db => db.Jobs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel), cancel);
}
