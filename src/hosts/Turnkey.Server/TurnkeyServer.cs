using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Turnkey.Server.Hosting;
using Turnkey.Server.Parties;
using Turnkey.Storage;

namespace Turnkey.Server;

/// <summary>The server both sides work in: <see cref="StartAsync"/> opens what is kept, brings it to today's schema, and answers.</summary>
public sealed class TurnkeyServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private TurnkeyServer(WebApplication application, Store store)
    {
        this.application = application;
        Store = store;
        Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
    }

    /// <summary>Where it answers: <c>http://127.0.0.1:5080</c>.</summary>
    public string Address { get; }

    internal Store Store { get; }

    internal IServiceProvider Services => application.Services;

    internal IReadOnlyList<Endpoint> Endpoints => [.. ((IEndpointRouteBuilder)application).DataSources.SelectMany(source => source.Endpoints)];

    /// <exception cref="StoreException">The database cannot be used.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<TurnkeyServer> StartAsync(ServerOptions options, TimeProvider? clock = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        clock ??= TimeProvider.System;
        var store = await Store.OpenAsync(new StoreOptions(options.Folder) { Database = options.Database, Pooling = options.Pooling }, clock, cancel);
        try
        {
            var builder = WebApplication.CreateSlimBuilder();
            ServerServices.Add(builder, options, store, clock);
            var built = builder.Build();
            ServerPipeline.Use(built);
            await built.StartAsync(cancel);
            return new TurnkeyServer(built, store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Nobody has set it up yet.</summary>
    public async Task<bool> IsNewAsync(CancellationToken cancel = default)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FoundOrganisation>().NeededAsync(cancel);
    }

    /// <summary>Returns when it was told to stop, by a signal or from inside.</summary>
    public Task WaitAsync(CancellationToken cancel = default) => application.WaitForShutdownAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        await Store.DisposeAsync();
    }
}
