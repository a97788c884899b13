using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>What the viewer's organisation had done on a package, and what came of it.</summary>
internal static class ReadJobs
{
    /// <summary>The last job of each kind, with its papers.</summary>
    public static Task<ImmutableArray<JobDetail>> OfPackageAsync(Store store, Actor actor, Guid package, CancellationToken cancel = default) =>
        store.ReadAsync(actor.Organisation, async db =>
        {
            var jobs = await db.Jobs.AsNoTracking().Where(row => row.PackageId == package).OrderByDescending(row => row.CreatedAt).Take(50).ToListAsync(cancel);
            var last = jobs.GroupBy(row => row.Kind).Select(kind => kind.First()).OrderBy(row => row.Kind).ToArray();
            var ids = last.Select(row => row.Id).ToArray();
            var papers = await db.Artifacts.AsNoTracking().Where(row => ids.Contains(row.JobId) && row.OfferId == null).OrderBy(row => row.Name).ToListAsync(cancel);
            return last.Select(job => new JobDetail(job, [.. papers.Where(paper => paper.JobId == job.Id)])).ToImmutableArray();
        }, cancel);

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

internal sealed record JobDetail(JobRow Job, ImmutableArray<ArtifactRow> Papers)
{
    public bool Running => Job.State is JobState.Waiting or JobState.Running;

    public ArtifactRow? Paper(string name) => Papers.FirstOrDefault(paper => paper.Name == name);
}
