using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>What an organisation was told, and that somebody read it.</summary>
internal static class ReadNotices
{
    /// <summary>Newest first.</summary>
    public static Task<ImmutableArray<NoticeRow>> ListAsync(Store store, Actor actor, bool unreadOnly, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.Notices.AsNoTracking();
            if (unreadOnly) rows = rows.Where(row => row.ReadAt == null);
            if (after is { } last) rows = rows.Where(row => row.At < last.At || (row.At == last.At && row.Id.CompareTo(last.Id) < 0));
            return (await rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancel)).ToImmutableArray();
        }, cancel);

    /// <summary>Marks one as read, or with null all that are there now; gives how many that were.</summary>
    public static Task<Decision<int>> MarkAsync(Store store, Actor actor, Guid? id, CancellationToken cancel = default) =>
        store.WriteAsync<int>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Read) is { } refusal) return refusal;
            if (id is { } wanted && !await writing.Seen.Notices.AnyAsync(row => row.Id == wanted, cancel)) return Refusal.NotFound("notice");
            return await writing.Seen.Notices.Where(row => row.ReadAt == null && (id == null || row.Id == id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, writing.At), cancel);
        }, cancel);

    /// <summary>Marks all as read.</summary>
    public static Task<Decision<int>> RunAsync(Store store, Actor actor, CancellationToken cancel = default) => MarkAsync(store, actor, null, cancel);
}
