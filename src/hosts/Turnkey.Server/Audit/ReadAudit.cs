using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Audit;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Audit;

/// <summary>What the viewer's organisation did, and who opened its designs.</summary>
internal static class ReadAudit
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Continues before this number; null for the newest.</param>
    public static Task<ImmutableArray<AuditEntry>> ListAsync(Store store, Actor actor, int count, long? before = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.Audit.AsNoTracking();
            if (before is { } number) rows = rows.Where(row => row.Number < number);
            return (await rows.OrderByDescending(row => row.Number).Take(count).ToListAsync(cancel)).Select(row => row.Read()).ToImmutableArray();
        }, cancel);

    /// <summary>Who opened what, newest first: the organisation's own designs, and what its own people opened of others.</summary>
    public static Task<ImmutableArray<OpenedDesign>> OpenedAsync(Store store, Actor actor, Guid? package, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.Accesses.AsNoTracking();
            if (package is { } wanted) rows = rows.Where(row => row.PackageId == wanted);
            if (after is { } last) rows = rows.Where(row => row.At < last.At || (row.At == last.At && row.Id.CompareTo(last.Id) < 0));
            return (await rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(count)
                .Select(row => new { row, Organisation = db.Organisations.Where(one => one.Id == row.OrganisationId).Select(one => one.Name).FirstOrDefault() }).ToListAsync(cancel))
                .Select(one => new OpenedDesign(one.row, one.Organisation ?? "")).ToImmutableArray();
        }, cancel);
}

/// <summary>That somebody opened a design.</summary>
internal sealed record OpenedDesign(AccessRow Access, string Organisation);
