using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;
using Turnkey.Storage.Tests.Tenants;

namespace Turnkey.Storage.Tests.Queue;

public sealed class JobQueueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Both))]
    public async Task Jobs_are_taken_in_the_order_they_came(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        Assert.Null(await store.Jobs.TakeAsync("a", Cancel));
        await AddAsync(place, store, "1");
        await AddAsync(place, store, "2");
        var (first, second) = (await store.Jobs.TakeAsync("a", Cancel), await store.Jobs.TakeAsync("b", Cancel));
        Assert.Equal(("1", "2", 1, JobState.Running), (first!.Input, second!.Input, first.Attempts, first.State));
        Assert.Null(await store.Jobs.TakeAsync("a", Cancel));
        Assert.IsType<Decision<JobRow>.Made>(await store.Jobs.EndAsync(first.Id, first.Fence, JobState.Done, "", cancel: Cancel));
        var ended = await GetAsync(store, first.Id);
        Assert.Equal((JobState.Done, 1000, place.Clock.GetUtcNow(), null), (ended.State, ended.Permille, ended.EndedAt!.Value, ended.LeaseUntil));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_silent_server_loses_its_job_and_its_late_result_is_refused(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        await AddAsync(place, one, "1");
        var lost = (await one.Jobs.TakeAsync("one", Cancel))!;
        place.Clock.Advance(JobQueue.Lease - TimeSpan.FromSeconds(1));
        Assert.True(await one.Jobs.RenewAsync(lost.Id, lost.Fence, 300, "reading", Cancel));
        Assert.Equal((300, "reading"), ((await GetAsync(one, lost.Id)).Permille, (await GetAsync(one, lost.Id)).Stage));
        place.Clock.Advance(JobQueue.Lease - TimeSpan.FromSeconds(1));
        Assert.Null(await other.Jobs.TakeAsync("other", Cancel));
        place.Clock.Advance(TimeSpan.FromSeconds(2));
        var taken = (await other.Jobs.TakeAsync("other", Cancel))!;
        Assert.Equal((lost.Id, lost.Fence + 1, "other"), (taken.Id, taken.Fence, taken.Worker));
        Assert.False(await one.Jobs.RenewAsync(lost.Id, lost.Fence, 900, "late", Cancel));
        var called = false;
        var late = await one.Jobs.EndAsync(lost.Id, lost.Fence, JobState.Done, "", (_, _) => { called = true; return Task.CompletedTask; }, Cancel);
        Assert.Equal("job.lost", Assert.IsType<Decision<JobRow>.Refused>(late).Why.Code);
        Assert.False(called);
        Assert.IsType<Decision<JobRow>.Made>(await other.Jobs.EndAsync(taken.Id, taken.Fence, JobState.Done, "", cancel: Cancel));
        Assert.IsType<Decision<JobRow>.Refused>(await other.Jobs.EndAsync(taken.Id, taken.Fence, JobState.Done, "", cancel: Cancel));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_job_whose_process_dies_each_time_fails_in_the_end(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        var id = await AddAsync(place, store, "1");
        for (var attempt = 1; attempt <= JobQueue.MostAttempts; attempt++)
        {
            var job = (await store.Jobs.TakeAsync("a", Cancel))!;
            Assert.Equal(attempt, job.Attempts);
            Assert.IsType<Decision<JobRow>.Made>(await store.Jobs.ReturnAsync(job.Id, job.Fence, counts: true, Cancel));
        }
        Assert.Null(await store.Jobs.TakeAsync("a", Cancel));
        var failed = await GetAsync(store, id);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("stopped each time", failed.Error, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_job_whose_servers_die_without_a_word_is_not_taken_for_ever(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        var id = await AddAsync(place, store, "1");
        for (var taking = 1; taking <= JobQueue.MostTakings; taking++)
        {
            Assert.Equal((1, taking), ((await store.Jobs.TakeAsync("a", Cancel))!.Attempts, (int)(await GetAsync(store, id)).Fence));
            place.Clock.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
        }
        Assert.Null(await store.Jobs.TakeAsync("a", Cancel));
        Assert.Equal((JobState.Failed, JobQueue.GivenUp), ((await GetAsync(store, id)).State, (await GetAsync(store, id)).Error));
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_job_given_back_is_taken_again_without_counting(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        await AddAsync(place, store, "1");
        for (var i = 0; i <= JobQueue.MostAttempts; i++)
        {
            var job = (await store.Jobs.TakeAsync("a", Cancel))!;
            Assert.Equal((1, i + 1L), (job.Attempts, job.Fence));
            Assert.IsType<Decision<JobRow>.Made>(await store.Jobs.ReturnAsync(job.Id, job.Fence, counts: false, Cancel));
            Assert.IsType<Decision<JobRow>.Refused>(await store.Jobs.ReturnAsync(job.Id, job.Fence, counts: false, Cancel));
        }
    }

    [Theory, ClassData(typeof(Both))]
    public async Task A_waiting_job_is_cancelled_at_once_and_a_running_one_is_told(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var store = await place.OpenAsync();
        var (running, waiting) = (await AddAsync(place, store, "1"), await AddAsync(place, store, "2"));
        var job = (await store.Jobs.TakeAsync("a", Cancel))!;
        await store.WriteAsync<bool>(Actor.Installation with { Organisation = World.First }, async writing =>
        {
            foreach (var row in await writing.Seen.Jobs.ToListAsync(Cancel)) writing.Cancel(row);
            return true;
        }, Cancel);
        Assert.Equal((JobState.Cancelled, JobState.Running), ((await GetAsync(store, waiting)).State, (await GetAsync(store, running)).State));
        Assert.Null(await store.Jobs.TakeAsync("b", Cancel));
        Assert.False(await store.Jobs.RenewAsync(running, job.Fence, 1, "", Cancel));
        // Its server died before it heard of it.
        place.Clock.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
        Assert.Null(await store.Jobs.TakeAsync("b", Cancel));
        Assert.Equal(JobState.Cancelled, (await GetAsync(store, running)).State);
    }

    [Theory, ClassData(typeof(Both))]
    public async Task Servers_that_share_a_database_do_each_job_once(string database)
    {
        await using var place = await Place.MakeAsync(database);
        var servers = new[] { await place.OpenAsync(), await place.OpenAsync() };
        const int jobs = 24;
        for (var i = 0; i < jobs; i++) await AddAsync(place, servers[0], $"{i}");
        var done = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var queue = servers[worker % 2].Jobs;
            while (await queue.TakeAsync($"{worker}", Cancel) is { } job)
            {
                done.Add(job.Input);
                Assert.IsType<Decision<JobRow>.Made>(await queue.EndAsync(job.Id, job.Fence, JobState.Done, "", (writing, _) =>
                {
                    writing.Audit("job.done", job.Input);
                    return Task.CompletedTask;
                }, Cancel));
            }
        }, Cancel)));
        Assert.Equal(Enumerable.Range(0, jobs), done.Select(int.Parse).Order());
        Assert.Equal(jobs, await servers[1].ReadAllAsync(all => all.Audit.CountAsync(Cancel), Cancel));
    }

    [Fact]
    public async Task New_work_wakes_a_worker_for_each_job_and_refused_work_none()
    {
        await using var place = await Place.MakeAsync(Both.Sqlite);
        var store = await place.OpenAsync();
        var waiting = Enumerable.Range(0, 3).Select(_ => store.Jobs.WaitAsync(Timeout.InfiniteTimeSpan, Cancel)).ToArray();
        await store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            writing.Enqueue(Job(writing, "refused"));
            return Task.FromResult<Decision<bool>>(new Refusal("no", ""));
        }, Cancel);
        Assert.DoesNotContain(waiting, wait => wait.IsCompleted);
        await store.WriteAsync<bool>(Actor.Installation, writing =>
        {
            for (var i = 0; i < 3; i++) writing.Enqueue(Job(writing, $"{i}"));
            return Task.FromResult<Decision<bool>>(true);
        }, Cancel);
        await Task.WhenAll(waiting);
    }

    private static JobRow Job(Storage.Change writing, string input) => new() { Id = writing.NewId(), OrganisationId = World.First, Kind = JobKind.Check, Input = input, CreatedAt = writing.At };

    private static async Task<Guid> AddAsync(Place place, Store store, string input)
    {
        place.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var added = await store.WriteAsync<Guid>(Actor.Installation, writing =>
        {
            var job = Job(writing, input);
            writing.Enqueue(job);
            return Task.FromResult<Decision<Guid>>(job.Id);
        }, Cancel);
        return Assert.IsType<Decision<Guid>.Made>(added).Value;
    }

    private static Task<JobRow> GetAsync(Store store, Guid id) => store.ReadAllAsync(all => all.Jobs.SingleAsync(row => row.Id == id, Cancel), Cancel);
}
