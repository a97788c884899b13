using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Jobs.Work;
using Turnkey.Storage;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>
/// A job while this server has it: says every few seconds that it goes on, and looks more often whether it still may. <see cref="Lost"/> is called as soon
/// as it may not: it was called off, another server took it, or the database has been silent for as long as others wait.
/// </summary>
internal sealed class HeldJob : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Renew = JobQueue.Lease / 6;

    private readonly Store store;
    private readonly JobRow job;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource over = new();
    private readonly Task watch;
    private WorkMessage now = new() { Stage = "starting" };

    public HeldJob(Store store, JobRow job, TimeProvider clock)
    {
        (this.store, this.job, this.clock) = (store, job, clock);
        watch = Task.Run(WatchAsync);
    }

    public CancellationToken Lost => lost.Token;

    /// <summary>What the page shows from now on.</summary>
    public void Report(WorkMessage message) => Volatile.Write(ref now, message);

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await watch;
        over.Dispose();
        lost.Dispose();
    }

    private async Task WatchAsync()
    {
        var (told, renewed) = (now, clock.GetUtcNow());
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over.Token))
            {
                var (message, at) = (Volatile.Read(ref now), clock.GetUtcNow());
                try
                {
                    bool mine;
                    if (message != told || at - renewed >= Renew)
                    {
                        mine = await store.Jobs.RenewAsync(job.Id, job.Fence, message.Permille, message.Stage, over.Token);
                        (told, renewed) = (message, at);
                    }
                    else mine = await store.ReadAllAsync(all => all.Jobs.AnyAsync(row => row.Id == job.Id && row.Fence == job.Fence && row.State == JobState.Running && !row.CancelRequested, over.Token), over.Token);
                    if (mine) continue;
                }
                catch (Exception silent) when (silent is DbException or StoreException or IOException)
                {
                    if (clock.GetUtcNow() - renewed < JobQueue.Lease) continue;
                }
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The job is over.
        }
    }
}
