using Turnkey.Contracts.Audit;

namespace Turnkey.Storage.Upkeep;

/// <summary>Follows the whole audit, entry by entry as they come from the database, and says whether anything was changed, removed or inserted.</summary>
public static class AuditVerification
{
    public static Task<ChainVerdict> RunAsync(Store store, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.ReadAllAsync(all => Task.Run(() => AuditChain.Verify(all.Audit.OrderBy(row => row.Number).AsEnumerable().Select(row =>
        {
            cancel.ThrowIfCancellationRequested();
            return row.Read();
        })), cancel), cancel);
    }
}
