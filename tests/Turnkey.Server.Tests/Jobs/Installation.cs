using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Jobs;
using Turnkey.Server.Packages;
using Turnkey.Server.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Tests.Jobs;

/// <summary>A folder with servers on it, and one company that both has products made and makes them.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<TurnkeyServer> servers = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("turnkey-jobs-").FullName;

    public Actor Actor { get; private set; } = Actor.Installation;

    public TurnkeyServer First => servers[0];

    public Store Store => servers[^1].Store;

    /// <summary>The program as it was built beside the tests.</summary>
    public static IReadOnlyList<string> Worker { get; } = ["dotnet", Path.Combine(AppContext.BaseDirectory, "turnkey.dll")];

    public static byte[] Sample { get; } = Zip(Path.Combine(Root(), "samples", "sensor-node"));

    public static async Task<Installation> BeginAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var installation = new Installation();
        var server = await installation.StartAsync(change);
        await using var scope = server.Services.CreateAsyncScope();
        var decision = await scope.ServiceProvider.GetRequiredService<FoundOrganisation>().RunAsync("Both Ways", OrganisationKinds.Customer | OrganisationKinds.Manufacturer, "DE", "ada@example.com", "Ada", "correct horse battery", first: true);
        var founded = Made(decision);
        installation.Actor = new Actor(founded.Organisation.Id, founded.Administrator, "Ada", Roles.Admin | Roles.Buyer | Roles.Engineer | Roles.Estimator | Roles.Sales);
        return installation;
    }

    public async Task<TurnkeyServer> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var options = new ServerOptions(Folder) { Listen = "http://127.0.0.1:0", Pooling = false, Log = false, Worker = Worker };
        var server = await TurnkeyServer.StartAsync(change is null ? options : change(options));
        servers.Add(server);
        return server;
    }

    public async Task StopAsync(TurnkeyServer server)
    {
        servers.Remove(server);
        await server.DisposeAsync();
    }

    public async Task<PackageRow> UploadAsync(string name, byte[] content) =>
        Made(await UploadPackage.RunAsync(Store, Actor, name, new MemoryStream(content), 50 << 20));

    /// <summary>The job that reads a package.</summary>
    public Task<JobRow> IntakeOfAsync(PackageRow package) => Store.ReadAllAsync(all => all.Jobs.AsNoTracking().SingleAsync(row => row.PackageId == package.Id && row.Kind == JobKind.Intake));

    public Task<PackageRow> PackageAsync(Guid id) => Store.ReadAllAsync(all => all.Packages.AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>A request for the package, of the company itself.</summary>
    public async Task<Rfq> RequestAsync(PackageRow package, params int[] quantities)
    {
        var rfq = Made(await BeginRequest.RunAsync(Store, Actor, "Sensor node"));
        return Made(await WriteRequest.ContentAsync(Store, Actor, rfq.Id, rfq.Latest with { Upload = package.Id, Quantities = [.. quantities], Currency = "USD", Destination = "DE" }));
    }

    public async Task<JobRow> AskAsync(Rfq rfq, JobKind kind) => Made(await RequestJob.ForRequestAsync(Store, Actor, rfq.Id, kind));

    public Task<JobRow> JobAsync(Guid id) => Store.ReadAllAsync(all => all.Jobs.AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>Waits until the job has come so far, or has ended.</summary>
    public async Task<JobRow> UntilAsync(Guid id, Func<JobRow, bool> far)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var job = await JobAsync(id);
            if (far(job) || HasEnded(job)) return job;
            await Task.Delay(50, patience.Token);
        }
    }

    public Task<JobRow> EndOfAsync(Guid id) => UntilAsync(id, _ => false);

    public Task<List<ArtifactRow>> PapersAsync(Guid job) => Store.ReadAllAsync(all => all.Artifacts.AsNoTracking().Where(row => row.JobId == job).OrderBy(row => row.Name).ToListAsync());

    public async Task<string> TextAsync(ArtifactRow paper)
    {
        using var reader = new StreamReader(Store.Blobs.Open(paper.Blob)!);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers) await server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public static T Made<T>(Decision<T> decision) => decision switch
    {
        Decision<T>.Made made => made.Value,
        Decision<T>.Refused refused => throw new InvalidOperationException(refused.Why.Code + ": " + refused.Why.Message),
        _ => throw new InvalidOperationException("no decision"),
    };

    private static bool HasEnded(JobRow job) => job.State is JobState.Done or JobState.Failed or JobState.Cancelled;

    private static byte[] Zip(string folder)
    {
        using var memory = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, memory);
        return memory.ToArray();
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Turnkey.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
