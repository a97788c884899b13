using Microsoft.EntityFrameworkCore;
using Turnkey.Storage.Rows;

namespace Turnkey.Storage.Queue;

/// <summary>The end of a job, and what follows from it in the row of its package: one that was never read says so instead of waiting for ever.</summary>
public static class JobEnd
{
    private const string CalledOff = "reading it was called off; upload it again";

    /// <param name="error">Why there is no result, in the words of who asked; empty otherwise.</param>
    public static async Task SetAsync(SystemContext all, JobRow job, JobState state, string error, DateTimeOffset at, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(job);
        (job.State, job.Error, job.EndedAt, job.LeaseUntil, job.Stage) = (state, error, at, null, "");
        if (state == JobState.Done) job.Permille = 1000;
        if (job.Kind != JobKind.Intake || state is not (JobState.Failed or JobState.Cancelled)) return;
        if (await all.Packages.SingleOrDefaultAsync(row => row.Id == job.PackageId && row.State == PackageState.Waiting, cancel) is not { } package) return;
        (package.State, package.Refusal) = (PackageState.Refused, state == JobState.Cancelled ? CalledOff : error);
    }
}
