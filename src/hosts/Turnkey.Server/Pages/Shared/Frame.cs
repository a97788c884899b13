using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;

namespace Turnkey.Server.Pages.Shared;

/// <summary>What stands on every page: for whom one works, and how many notices nobody has read.</summary>
internal static class Frame
{
    public static Task<(string Organisation, int Unread)> ReadAsync(Store store, Actor actor, CancellationToken cancel) =>
        store.ReadAsync(actor.Organisation, async db => (
            await db.Organisations.Where(row => row.Id == actor.Organisation).Select(row => row.Name).SingleOrDefaultAsync(cancel) ?? "",
            await db.Notices.CountAsync(row => row.ReadAt == null, cancel)), cancel);
}
