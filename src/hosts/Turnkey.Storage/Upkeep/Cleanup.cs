using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;

namespace Turnkey.Storage.Upkeep;

/// <summary>
/// Removes what nothing needs any more: contents that no row refers to (the server stopped between the upload and its row, or the row is gone), uploads
/// that never ended, and answers kept for requests that nobody will repeat.
/// </summary>
public static class Cleanup
{
    /// <summary>How long a content may wait for its row: longer than any request takes.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    /// <summary>How long a request may be repeated with the same key.</summary>
    public static TimeSpan IdempotencyKept { get; } = TimeSpan.FromDays(1);

    public static async Task<CleanupReport> RunAsync(Store store, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var now = store.Clock.GetUtcNow();
        var before = now - Grace;
        // First what is there, then what is wanted: a row written in between refers to a content that was put in between, and so is young.
        var old = store.Blobs.PutBefore(before).ToList();
        var referred = old.Count == 0 ? [] : await store.ReadAllAsync(all => ReferredBlobs.ReadAsync(all, cancel), cancel);
        var (contents, bytes) = (0, 0L);
        foreach (var hash in old.Where(hash => !referred.Contains(hash)))
        {
            cancel.ThrowIfCancellationRequested();
            if (store.Blobs.Remove(hash, before) is not { } size) continue;
            contents++;
            bytes += size;
        }
        var uploads = store.Blobs.CleanIncoming(before);
        var kept = now - IdempotencyKept;
        var answers = await store.WriteAsync<int>(Actor.Installation, async writing => await writing.All.Idempotency.Where(row => row.CreatedAt < kept).ExecuteDeleteAsync(cancel), cancel);
        return new CleanupReport(contents, bytes, uploads, answers is Decision<int>.Made made ? made.Value : 0);
    }
}

/// <summary>What was removed.</summary>
/// <param name="Contents">Contents that no row referred to.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Uploads">Uploads that never ended.</param>
/// <param name="IdempotencyKeys">Answers whose time is over.</param>
public sealed record CleanupReport(int Contents, long Bytes, int Uploads, int IdempotencyKeys);
