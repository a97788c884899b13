using System.Data.Common;

namespace Turnkey.Storage.Schema;

/// <summary>A writing transaction and the turn it was given; disposing ends both, and takes back what was not committed.</summary>
internal sealed class WritersTurn(DbTransaction transaction, Action? passOn = null) : IAsyncDisposable
{
    public DbTransaction Transaction { get; } = transaction;

    /// <summary>Not to be cancelled: whoever asked has to learn whether it happened.</summary>
    public Task CommitAsync() => Transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            passOn?.Invoke();
        }
    }
}
