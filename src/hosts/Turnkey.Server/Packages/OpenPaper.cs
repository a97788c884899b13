using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Packages;

/// <summary>Opens a design or a paper made from it, and writes down who did. Nothing is opened that was not written down first.</summary>
internal static class OpenPaper
{
    /// <summary>The package itself, for its owner and those it is shown to.</summary>
    public static async Task<Decision<OpenedPaper>> PackageAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        await OpenAsync(store, await store.WriteAsync<Paper>(actor, async writing =>
        {
            if (await writing.Seen.Packages.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } package) return Refusal.NotFound("package");
            Note(writing, package.OwnerId, package.Id, "package");
            return new Paper(package.Blob, package.Name, "application/octet-stream");
        }, cancel));

    /// <summary>A paper that a job made.</summary>
    public static async Task<Decision<OpenedPaper>> ArtifactAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        await OpenAsync(store, await store.WriteAsync<Paper>(actor, async writing =>
        {
            if (await writing.Seen.Artifacts.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } artifact) return Refusal.NotFound("paper");
            // A paper shows the design: a manufacturer whose grant ended keeps what it offered, and the customer reads who still looks at it.
            var owner = await writing.All.Packages.Where(row => row.Id == artifact.PackageId).Select(row => row.OwnerId).SingleOrDefaultAsync(cancel);
            Note(writing, owner, artifact.PackageId, artifact.Name);
            return new Paper(artifact.Blob, artifact.Name, artifact.MediaType);
        }, cancel));

    private static void Note(Change writing, Guid owner, Guid package, string what) =>
        writing.Seen.Accesses.Add(new AccessRow
        {
            Id = writing.NewId(),
            At = writing.At,
            OwnerId = owner,
            OrganisationId = writing.Actor.Organisation,
            UserId = writing.Actor.User,
            By = writing.Actor.Name,
            PackageId = package,
            What = what,
        });

    private static Task<Decision<OpenedPaper>> OpenAsync(Store store, Decision<Paper> decision) => Task.FromResult(decision.Then<OpenedPaper>(paper =>
        store.Blobs.Open(paper.Blob) is { } content ? new OpenedPaper(content, paper.Name, paper.MediaType, paper.Blob) : new Refusal("paper.lost", "the file is not on the disk any more; restore a backup")));

    private sealed record Paper(string Blob, string Name, string MediaType);
}

/// <summary>A paper to be read; whoever gets it closes the stream.</summary>
internal sealed record OpenedPaper(Stream Content, string Name, string MediaType, string Hash);
