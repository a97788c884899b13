using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>The files that an organisation reckons with: its plant's figures, its suppliers' offers.</summary>
internal static class OrganisationFiles
{
    /// <summary>What may be kept, with its largest size: a plant is a text file, offers a zip of price lists.</summary>
    public static IReadOnlyDictionary<string, long> Kinds { get; } = new Dictionary<string, long>(StringComparer.Ordinal) { ["plant"] = 4L << 20, ["offers"] = 100L << 20 };

    /// <summary>Blobs by kind.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OrganisationFilesAsync(this ViewerContext seen, CancellationToken cancel) =>
        await seen.OrganisationFiles.AsNoTracking().ToDictionaryAsync(row => row.Kind, row => row.Blob, cancel);

    public static async Task<Decision<OrganisationFileRow>> PutAsync(Store store, Actor actor, string kind, string name, Stream content, CancellationToken cancel = default)
    {
        if (actor.Lacks(Permission.Estimate) is { } refusal) return refusal;
        if (!Kinds.TryGetValue(kind, out var limit)) return new Refusal("file.kind", $"files to reckon with are {string.Join(" and ", Kinds.Keys)}");
        if (await store.Blobs.PutAsync(content, limit, cancel) is not { } blob) return new Refusal("file.too-large", $"it may hold up to {limit >> 20} MB");
        return await store.WriteAsync<OrganisationFileRow>(actor, async writing =>
        {
            var row = await writing.Seen.OrganisationFiles.SingleOrDefaultAsync(one => one.Kind == kind, cancel);
            if (row is null) writing.Seen.OrganisationFiles.Add(row = new OrganisationFileRow { OrganisationId = actor.Organisation, Kind = kind });
            (row.Name, row.Blob, row.Size, row.UploadedAt) = (name, blob.Hash, blob.Size, writing.At);
            writing.Audit("file.replaced", $"file/{kind}", new { sha256 = blob.Hash, name });
            return row;
        }, cancel);
    }
}
