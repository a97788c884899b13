using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Packages;

/// <summary>What a page or a program reads of packages and of papers made from them, as far as the viewer may.</summary>
internal static class ReadPackages
{
    /// <summary>Newest first: one's own, and those that one was shown.</summary>
    public static Task<ImmutableArray<PackageRow>> ListAsync(Store store, Actor actor, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = db.Packages.AsNoTracking();
            if (after is { } last) rows = rows.Where(row => row.UploadedAt < last.At || (row.UploadedAt == last.At && row.Id.CompareTo(last.Id) < 0));
            return (await rows.OrderByDescending(row => row.UploadedAt).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancel)).ToImmutableArray();
        }, cancel);

    public static Task<PackageRow?> OneAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, db => db.Packages.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel), cancel);

    /// <summary>Papers made from a package, by a job, or with an offer; newest first.</summary>
    public static Task<ImmutableArray<ArtifactRow>> PapersAsync(Store store, Actor actor, PapersOf of, Guid id, int count, (DateTimeOffset At, Guid Id)? after = null, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var rows = of switch
            {
                PapersOf.Package => db.Artifacts.Where(row => row.PackageId == id),
                PapersOf.Job => db.Artifacts.Where(row => row.JobId == id && row.OfferId == null),
                _ => db.Artifacts.Where(row => row.OfferId == id),
            };
            if (after is { } last) rows = rows.Where(row => row.CreatedAt < last.At || (row.CreatedAt == last.At && row.Id.CompareTo(last.Id) < 0));
            return (await rows.AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(count).ToListAsync(cancel)).ToImmutableArray();
        }, cancel);
}

internal enum PapersOf
{
    Package,
    Job,
    Offer,
}
