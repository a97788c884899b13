using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Rows;

namespace Turnkey.Storage.Queue;

/// <summary>
/// Work, taken by one server at a time. Who takes a job holds it by a lease that has to be renewed; when a server dies the lease runs out and another one
/// takes it. Each taking has a higher fence, and a result is accepted only with the highest, so that nothing is done twice even when a server that was
/// given up comes back.
/// </summary>
public sealed class JobQueue : IDisposable
{
    private readonly Store store;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim work = new(0, MostWaking);

    internal JobQueue(Store store, TimeProvider clock)
    {
        this.store = store;
        this.clock = clock;
    }

    /// <summary>More workers than one server has.</summary>
    private const int MostWaking = 64;

    /// <summary>How long a server may be silent before another one takes its job.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a job is tried: one whose process dies each time is not tried for ever.</summary>
    public const int MostAttempts = 3;

    /// <summary>How often a job is taken at all: a server that dies of one each time, without a word, is not to die for ever.</summary>
    public const int MostTakings = 20;

    /// <summary>What a job ends with that was tried for the last time.</summary>
    public const string GivenUp = "the program stopped each time it worked on this; the package may be too large or damaged";

    /// <summary>Takes the oldest job that waits or whose server is silent; null when there is none.</summary>
    public async Task<JobRow?> TakeAsync(string worker, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (!await store.ReadAllAsync(all => Ready(all, now).AnyAsync(cancel), cancel)) return null;
        var taken = await store.WriteAsync<JobRow?>(Actor.Installation, async writing =>
        {
            while (await Ready(writing.All, now).OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(cancel) is { } job)
            {
                if (job.CancelRequested) await JobEnd.SetAsync(writing.All, job, JobState.Cancelled, "", writing.At, cancel);
                else if ((job.State == JobState.Waiting && job.Attempts >= MostAttempts) || job.Fence >= MostTakings) await JobEnd.SetAsync(writing.All, job, JobState.Failed, GivenUp, writing.At, cancel);
                else
                {
                    // A server that was silent may have been stopped for reasons of its own: that is no attempt of this job.
                    if (job.State == JobState.Waiting) job.Attempts++;
                    (job.State, job.Worker, job.LeaseUntil, job.Stage, job.Permille) = (JobState.Running, worker, now + Lease, "starting", 0);
                    job.Fence++;
                    return job;
                }
                await writing.All.SaveChangesAsync(cancel);
            }
            return (JobRow?)null;
        }, cancel);
        return taken is Decision<JobRow?>.Made { Value: { } row } ? row : null;
    }

    /// <summary>
    /// Says that it goes on. False when the job was taken by another server or is to be cancelled: stop then. It does not wait for the writers' turn, so
    /// that a long change elsewhere costs no job its lease: it is one statement, which the fence guards by itself, and it touches no column that a change
    /// in the writers' turn decides on but the lease; one that is taken just as it is renewed goes to the taker, whose fence is higher.
    /// </summary>
    public async Task<bool> RenewAsync(Guid id, long fence, int permille, string stage, CancellationToken cancel = default)
    {
        var until = clock.GetUtcNow() + Lease;
        return await store.TouchAsync(all => all.Jobs.Where(row => row.Id == id && row.Fence == fence && row.State == JobState.Running && !row.CancelRequested)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until).SetProperty(row => row.Permille, permille).SetProperty(row => row.Stage, stage), cancel), cancel) == 1;
    }

    /// <summary>Ends it, with what it gave, in one transaction; refused when another server has it now.</summary>
    public Task<Decision<JobRow>> EndAsync(Guid id, long fence, JobState state, string error, Func<Change, JobRow, Task>? result = null, CancellationToken cancel = default) =>
        store.WriteAsync<JobRow>(Actor.Installation, async writing =>
        {
            var job = await writing.All.Jobs.SingleOrDefaultAsync(row => row.Id == id, cancel);
            if (job is null || job.Fence != fence || job.State != JobState.Running) return new Refusal("job.lost", "another server has this job now");
            await JobEnd.SetAsync(writing.All, job, state, error, writing.At, cancel);
            if (result is not null) await result(writing, job);
            return job;
        }, cancel);

    /// <summary>Gives it back unfinished, so that it is taken again at once.</summary>
    /// <param name="counts">Whether the attempt counts: it does when its process died, not when this server stops.</param>
    public Task<Decision<JobRow>> ReturnAsync(Guid id, long fence, bool counts, CancellationToken cancel = default) =>
        store.WriteAsync<JobRow>(Actor.Installation, async writing =>
        {
            var job = await writing.All.Jobs.SingleOrDefaultAsync(row => row.Id == id, cancel);
            if (job is null || job.Fence != fence || job.State != JobState.Running) return new Refusal("job.lost", "another server has this job now");
            (job.State, job.LeaseUntil, job.Worker, job.Stage, job.Permille) = (JobState.Waiting, null, "", "", 0);
            if (!counts) job.Attempts--;
            writing.WakeFor(job);
            return job;
        }, cancel);

    /// <summary>Returns when there may be work: soon after some was added here, or after a while because another server may have added some.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancel) => work.WaitAsync(longest, cancel);

    public void Dispose() => work.Dispose();

    /// <summary>Wakes as many workers as there is new work; one too many looks and waits again.</summary>
    internal void Wake(int jobs)
    {
        lock (work)
        {
            if (Math.Min(jobs, MostWaking - work.CurrentCount) is > 0 and var more) work.Release(more);
        }
    }

    private static IQueryable<JobRow> Ready(TurnkeyContext context, DateTimeOffset now) =>
        context.Jobs.Where(row => row.State == JobState.Waiting || (row.State == JobState.Running && row.LeaseUntil < now));
}
