using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Packages;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>Papers that jobs made: costings and data for who made them, offers and their sheets for the customer too, once they are sent.</summary>
internal static class ArtifactsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/packages/{id:guid}/artifacts", (HttpContext context, Store store, Guid id, [AsParameters] PageQuery page, CancellationToken cancel) => ListAsync(context, store, PapersOf.Package, id, page, cancel))
            .Needs(Permission.Read).WithTags("Papers").Says("listPackagePapers", "List papers made from a package", "Those that you may see, newest first.").Gives<Page<ArtifactAnswer>>();
        api.MapGet("/jobs/{id:guid}/artifacts", (HttpContext context, Store store, Guid id, [AsParameters] PageQuery page, CancellationToken cancel) => ListAsync(context, store, PapersOf.Job, id, page, cancel))
            .Needs(Permission.Read).WithTags("Papers").Says("listJobPapers", "List papers that a job made").Gives<Page<ArtifactAnswer>>();
        api.MapGet("/offers/{id:guid}/artifacts", (HttpContext context, Store store, Guid id, [AsParameters] PageQuery page, CancellationToken cancel) => ListAsync(context, store, PapersOf.Offer, id, page, cancel))
            .Needs(Permission.Read).WithTags("Papers").Says("listOfferPapers", "List papers that go with an offer").Gives<Page<ArtifactAnswer>>();
        api.MapGet("/artifacts/{id:guid}/content", DownloadAsync)
            .Needs(Permission.Read).WithTags("Papers").Says("downloadPaper", "Download a paper", "The owner of the design can read who did.").GivesFile();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, PapersOf of, Guid id, PageQuery page, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadPackages.PapersAsync(store, context.Actor(), of, id, count, after?.Time, cancel), row => Position.Of(row.CreatedAt, row.Id), ArtifactAnswer.Of);

    private static async Task<IResult> DownloadAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await OpenPaper.ArtifactAsync(store, context.Actor(), id, cancel)).Answer(paper => PaperFile.Send(context, paper));
}

/// <param name="Sha256">Of its content.</param>
/// <param name="Audience">Whether the customer gets it with the offer.</param>
internal sealed record ArtifactAnswer(Guid Id, string Name, string MediaType, long Size, string Sha256, Audience Audience, Guid Package, Guid? Offer, DateTimeOffset Created)
{
    public static ArtifactAnswer Of(ArtifactRow row) => new(row.Id, row.Name, row.MediaType, row.Size, row.Blob, row.Audience, row.PackageId, row.OfferId, row.CreatedAt);
}
