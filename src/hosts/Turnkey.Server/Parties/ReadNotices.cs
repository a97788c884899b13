using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage;

namespace Turnkey.Server.Parties;

/// <summary>Marks what an organisation was told as read.</summary>
internal static class ReadNotices
{
    public static Task<Decision<int>> RunAsync(Store store, Actor actor, CancellationToken cancel = default) =>
        store.WriteAsync<int>(actor, async writing => await writing.Seen.Notices.Where(row => row.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, writing.At), cancel), cancel);
}
