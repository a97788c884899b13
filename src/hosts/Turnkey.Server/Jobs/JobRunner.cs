using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Jobs.Work;
using Turnkey.Storage;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>
/// Does the work that waits: takes a job when a place is free, has it done by a process of its own, and ends it with all its results in one transaction
/// or not at all. A server that ends gives its jobs back; one that is killed is silent, and others take them when the lease has run out.
/// </summary>
internal sealed partial class JobRunner(ServerOptions options, Store store, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    /// <summary>After which it looks by itself: another server may have added work, or may have died with some.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly string worker = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");
    private readonly string root = Path.Combine(options.Folder, "work");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Workers <= 0) return;
        // The start of the server is not to wait for this.
        await Task.Yield();
        using var free = new SemaphoreSlim(options.Workers);
        try
        {
            await GuardedAsync(() => WorkFolder.SweepAsync(store, root, stoppingToken));
            while (true)
            {
                await free.WaitAsync(stoppingToken);
                JobRow? job = null;
                await GuardedAsync(async () => job = await store.Jobs.TakeAsync(worker, stoppingToken));
                if (job is { } taken) _ = Task.Run(() => DoAsync(taken, free, stoppingToken), CancellationToken.None);
                else
                {
                    free.Release();
                    await store.Jobs.WaitAsync(Look, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What still runs is stopped and given back before the server says that it has ended.
            for (var i = 0; i < options.Workers; i++) await free.WaitAsync(CancellationToken.None);
        }
    }

    private async Task DoAsync(JobRow job, SemaphoreSlim free, CancellationToken stop)
    {
        try
        {
            await GuardedAsync(() => DoAsync(job, stop));
        }
        finally
        {
            free.Release();
        }
    }

    private async Task DoAsync(JobRow job, CancellationToken stop)
    {
        await using var held = new HeldJob(store, job, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, held.Lost);
        using var folder = await WorkFolder.PrepareAsync(store, root, job, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), CancellationToken.None);
        if (folder is null)
        {
            await FailAsync(job, "the files that it needs are not on the disk any more; restore a backup, or upload the package again");
            return;
        }
        using var span = JobMetrics.Source.StartActivity(job.Kind.ToString());
        var begin = clock.GetTimestamp();
        var outcome = await new WorkerProcess(options, clock).RunAsync(folder.Order, folder.Path, held.Report, end.Token);
        JobMetrics.Ended(job.Kind, outcome.GetType().Name, clock.GetElapsedTime(begin));
        switch (outcome)
        {
            case WorkOutcome.Done done:
                await KeepAsync(job, folder, done);
                break;
            case WorkOutcome.Refused refused:
                await FailAsync(job, refused.Why);
                break;
            case WorkOutcome.Died died:
                Log.Died(log, job.Id, job.Kind, job.Attempts, died.ExitCode, died.Trace);
                if (job.Attempts >= JobQueue.MostAttempts) await FailAsync(job, JobQueue.GivenUp);
                else await store.Jobs.ReturnAsync(job.Id, job.Fence, counts: true, CancellationToken.None);
                break;
            case WorkOutcome.Stopped when !held.Lost.IsCancellationRequested:
                await store.Jobs.ReturnAsync(job.Id, job.Fence, counts: false, CancellationToken.None);
                break;
            case WorkOutcome.Stopped when await IsCalledOffAsync(job):
                await store.Jobs.EndAsync(job.Id, job.Fence, JobState.Cancelled, "", null, CancellationToken.None);
                break;
            default:
                Log.Lost(log, job.Id, job.Kind);
                break;
        }
    }

    private async Task KeepAsync(JobRow job, WorkFolder folder, WorkOutcome.Done done)
    {
        JobResults results;
        try
        {
            results = await JobResults.KeepAsync(store, folder.Order.Output, done.Files, options.MostResults, CancellationToken.None);
        }
        catch (InvalidDataException wrong)
        {
            await FailAsync(job, wrong.Message);
            return;
        }
        await store.Jobs.EndAsync(job.Id, job.Fence, JobState.Done, "", (writing, row) => results.WriteAsync(writing, row, CancellationToken.None), CancellationToken.None);
    }

    private Task FailAsync(JobRow job, string why) => store.Jobs.EndAsync(job.Id, job.Fence, JobState.Failed, why, null, CancellationToken.None);

    private Task<bool> IsCalledOffAsync(JobRow job) =>
        store.ReadAllAsync(all => all.Jobs.AnyAsync(row => row.Id == job.Id && row.Fence == job.Fence && row.State == JobState.Running && row.CancelRequested), CancellationToken.None);

    /// <summary>A disk that is full or a database that does not answer ends no server: the job stays, and is taken again when its lease has run out.</summary>
    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Fault(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The process of job {Job} ({Kind}, attempt {Attempt}) ended with {ExitCode}: {Trace}")]
        public static partial void Died(ILogger log, Guid job, JobKind kind, int attempt, int exitCode, string trace);

        [LoggerMessage(2, LogLevel.Warning, "Job {Job} ({Kind}) was taken by another server")]
        public static partial void Lost(ILogger log, Guid job, JobKind kind);

        [LoggerMessage(3, LogLevel.Error, "A job could not be worked on")]
        public static partial void Fault(ILogger log, Exception fault);
    }
}
