using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Jobs;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Rows;
using Turnkey.Storage.Tests.Databases;

namespace Turnkey.Server.Tests.Jobs;

/// <summary>Jobs that are called off, die, move to another server: done once or not at all.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly string scripts = Directory.CreateTempSubdirectory("turnkey-scripts-").FullName;

    public void Dispose() => Directory.Delete(scripts, recursive: true);

    [Fact]
    public async Task A_running_job_that_is_called_off_ends_with_all_its_processes()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Endless(scripts) });
        var upload = await installation.UploadAsync("a.zip", Installation.Sample);
        var running = await installation.UntilAsync((await installation.IntakeOfAsync(upload)).Id, job => job.Stage == "pretending");
        Assert.Equal((JobState.Running, 100), (running.State, running.Permille));
        Installation.Made(await RequestJob.CancelAsync(installation.Store, installation.Actor, running.Id, TestContext.Current.CancellationToken));
        var job = await installation.EndOfAsync(running.Id);
        Assert.Equal(JobState.Cancelled, job.State);
        Assert.Equal(PackageState.Refused, (await installation.PackageAsync(upload.Id)).State);
        var grandchild = int.Parse(await File.ReadAllTextAsync(Path.Combine(scripts, "grandchild"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        Assert.True(HasEnded(grandchild), "a process that the job's process started still runs");
    }

    [Fact]
    public async Task A_job_whose_process_is_killed_is_done_again_and_once()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Dying(scripts, JobQueue.MostAttempts - 1) });
        var upload = await installation.UploadAsync("sensor-node.zip", Installation.Sample);
        var job = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        Assert.Equal((JobState.Done, JobQueue.MostAttempts), (job.State, job.Attempts));
        Assert.Equal(["inspect.json"], (await installation.PapersAsync(job.Id)).Select(paper => paper.Name));
    }

    [Fact]
    public async Task A_job_whose_process_is_killed_each_time_is_given_up()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Dying(scripts, 100) });
        var upload = await installation.UploadAsync("sensor-node.zip", Installation.Sample);
        var job = await installation.EndOfAsync((await installation.IntakeOfAsync(upload)).Id);
        Assert.Equal((JobState.Failed, JobQueue.MostAttempts, JobQueue.GivenUp), (job.State, job.Attempts, job.Error));
        Assert.Equal(JobQueue.GivenUp, (await installation.PackageAsync(upload.Id)).Refusal);
    }

    [Fact]
    public async Task A_server_that_stops_gives_its_job_to_the_next()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Endless(scripts) });
        var upload = await installation.UploadAsync("sensor-node.zip", Installation.Sample);
        var running = await installation.UntilAsync((await installation.IntakeOfAsync(upload)).Id, job => job.Stage == "pretending");
        await installation.StopAsync(installation.First);
        await installation.StartAsync();
        var job = await installation.EndOfAsync(running.Id);
        Assert.Equal((JobState.Done, running.Fence + 1, 1), (job.State, job.Fence, job.Attempts));
        Assert.Equal(["inspect.json"], (await installation.PapersAsync(job.Id)).Select(paper => paper.Name));
    }

    [Fact]
    public async Task A_server_that_lost_its_lease_stops_and_its_result_does_not_count()
    {
        await using var installation = await Installation.BeginAsync(options => options with { Worker = Pretender.Endless(scripts) });
        var upload = await installation.UploadAsync("sensor-node.zip", Installation.Sample);
        var running = await installation.UntilAsync((await installation.IntakeOfAsync(upload)).Id, job => job.Stage == "pretending");
        // As another server does it that found the lease run out.
        await installation.Store.WriteAsync<JobRow>(Storage.Actor.Installation, async writing =>
        {
            var row = await writing.All.Jobs.SingleAsync(one => one.Id == running.Id);
            (row.Fence, row.Worker) = (row.Fence + 1, "another");
            return row;
        }, TestContext.Current.CancellationToken);
        var grandchild = int.Parse(await File.ReadAllTextAsync(Path.Combine(scripts, "grandchild"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!HasEnded(grandchild)) await Task.Delay(50, patience.Token);
        var late = await installation.Store.Jobs.EndAsync(running.Id, running.Fence, JobState.Done, "", cancel: TestContext.Current.CancellationToken);
        Assert.IsType<Contracts.Decision<JobRow>.Refused>(late);
        var job = await installation.JobAsync(running.Id);
        Assert.Equal((JobState.Running, "another"), (job.State, job.Worker));
    }

    [Theory]
    [ClassData(typeof(Both))]
    public async Task Two_servers_share_the_work_and_do_nothing_twice(string database)
    {
        var cluster = database == Both.Postgres ? await PostgresCluster.ObtainAsync() : null;
        var address = cluster is null ? null : await cluster.CreateAsync();
        await using (var installation = await Installation.BeginAsync(options => options with { Database = address }))
        {
            await installation.StartAsync(options => options with { Database = address });
            await ShareAsync(installation);
        }
        if (cluster is not null) await cluster.DropAsync(address!);
    }

    private static async Task ShareAsync(Installation installation)
    {
        var jobs = new List<JobRow>();
        for (var i = 0; i < 6; i++)
        {
            var content = System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Designator,Quantity,MPN\nR{i + 1},1,RC0402FR-0710KL\n"));
            jobs.Add(await installation.IntakeOfAsync(await installation.UploadAsync(string.Create(CultureInfo.InvariantCulture, $"bom-{i}.csv"), content)));
        }
        foreach (var waiting in jobs)
        {
            var job = await installation.EndOfAsync(waiting.Id);
            Assert.Equal((JobState.Done, 1L, 1), (job.State, job.Fence, job.Attempts));
            Assert.Single(await installation.PapersAsync(job.Id));
        }
    }

    /// <summary>A process that nobody waited for yet counts as ended.</summary>
    private static bool HasEnded(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(' ')[2] == "Z";
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return true;
        }
    }
}
