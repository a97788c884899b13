using Turnkey.Storage.Tests.Databases;

[assembly: AssemblyFixture(typeof(ClusterEnd))]

namespace Turnkey.Storage.Tests.Databases;

/// <summary>Stops the cluster when the last test ended.</summary>
public sealed class ClusterEnd : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => PostgresCluster.StopAsync();
}
