using Microsoft.EntityFrameworkCore;

namespace Turnkey.Storage.Upkeep;

/// <summary>Every content that a row refers to: each column called <c>Blob</c> names one.</summary>
internal static class ReferredBlobs
{
    public static async Task<HashSet<string>> ReadAsync(SystemContext all, CancellationToken cancel)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in new[] { all.Packages.Select(row => row.Blob), all.Artifacts.Select(row => row.Blob), all.Bundles.Select(row => row.Blob), all.OrganisationFiles.Select(row => row.Blob) })
        {
            await foreach (var hash in query.Distinct().AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (hash.Length > 0) hashes.Add(hash);
            }
        }
        return hashes;
    }
}
