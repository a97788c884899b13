using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Jobs;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Packages;

/// <summary>Takes in a design package: first the bytes, whole and on the disk, then the row that names them, with the work to read it.</summary>
internal static class UploadPackage
{
    private const int LongestName = 150;

    public static async Task<Decision<PackageRow>> RunAsync(Store store, Actor actor, string name, Stream content, long limit, CancellationToken cancel = default)
    {
        if (actor.Lacks(Permission.Request) is { } refusal) return refusal;
        if (FileName(name) is not { Length: > 0 } plain) return new Refusal("package.name", "give the file a name, for example design.zip");
        if (await store.Blobs.PutAsync(content, limit, cancel) is not { } blob) return new Refusal("package.too-large", $"a package holds up to {limit >> 20:N0} MB; leave out what is not needed to make the product, such as 3D models");
        if (blob.Size == 0) return new Refusal("package.empty", "the file is empty");
        return await store.WriteAsync<PackageRow>(actor, writing =>
        {
            var package = new PackageRow { Id = writing.NewId(), OwnerId = actor.Organisation, Blob = blob.Hash, Name = plain, Size = blob.Size, UploadedBy = actor.User, UploadedAt = writing.At };
            writing.Seen.Packages.Add(package);
            writing.Enqueue(RequestJob.Of(writing, JobKind.Intake, package.Id, null, new JobInput()));
            writing.Audit("package.uploaded", $"package/{package.Id}", new { package.Name, package.Size, sha256 = package.Blob });
            return Task.FromResult<Decision<PackageRow>>(package);
        }, cancel);
    }

    /// <summary>The last part of a path, without what a file system or a header could take for something else.</summary>
    private static string FileName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = new string([.. last.Where(letter => !char.IsControl(letter) && !"\"<>|?*:".Contains(letter, StringComparison.Ordinal))]).Trim(' ', '.');
        return clean.Length > LongestName ? clean[^LongestName..] : clean;
    }
}
