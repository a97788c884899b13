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
}

internal sealed record JobDetail(JobRow Job, ImmutableArray<ArtifactRow> Papers)
{
    public bool Running => Job.State is JobState.Waiting or JobState.Running;

    public ArtifactRow? Paper(string name) => Papers.FirstOrDefault(paper => paper.Name == name);
}
