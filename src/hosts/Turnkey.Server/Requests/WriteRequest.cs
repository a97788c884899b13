using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Requests;

/// <summary>A customer writes what it asks for: the revision that was not sent yet, its gates, its next revision.</summary>
internal static class WriteRequest
{
    /// <param name="version">The version that was read; null to write over whatever is there.</param>
    public static Task<Decision<Rfq>> ContentAsync(Store store, Actor actor, Guid id, RequestRevision content, int? version = null, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, version, "rfq.written", async (writing, rfq) =>
        {
            var package = content.Upload is { } upload ? await writing.Seen.Packages.AsNoTracking().SingleOrDefaultAsync(row => row.Id == upload && row.OwnerId == actor.Organisation, cancel) : null;
            if (content.Upload is not null && package is null) return Refusal.NotFound("package");
            // What the package is and how it is called is not for whoever writes to say.
            return RequestForm.Check(content with { Package = package?.Canonical ?? "", PackageName = package?.Name ?? "" }).Then(rfq.Write);
        }, cancel);

    public static Task<Decision<Rfq>> GatesAsync(Store store, Actor actor, Guid id, ImmutableArray<Gate> gates, int? version = null, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, version, "rfq.guarded", (_, rfq) => Task.FromResult(RequestForm.Check(gates).Then(rfq.Guard)), cancel);

    public static Task<Decision<Rfq>> ReviseAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, null, "rfq.revised", (_, rfq) => Task.FromResult(rfq.Revise()), cancel);

    private static Task<Decision<Rfq>> ChangeAsync(Store store, Actor actor, Guid id, int? version, string action, Func<Change, Rfq, Task<Decision<Rfq>>> change, CancellationToken cancel) =>
        store.WriteAsync<Rfq>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Request) is { } refusal) return refusal;
            if (!(await writing.OwnRfqAsync(id)).TryGet(out var row, out var why)) return why;
            if (version is { } read && read != row.Version) return new Refusal("changed", "somebody else changed this meanwhile; look at it again");
            if (!(await change(writing, row.Read())).TryGet(out var rfq, out why)) return why;
            row.Write(rfq, writing.At);
            writing.Audit(action, $"rfq/{rfq.Id}", new { revision = rfq.Latest.Number });
            return rfq;
        }, cancel);
}
