using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Access;
using Turnkey.Server.Packages;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>Design packages: uploaded whole, read in the background, downloaded by their owner and whom they are shown to.</summary>
internal static class PackagesApi
{
    public static void Map(IEndpointRouteBuilder api, ServerOptions options)
    {
        api.MapGet("/packages", ListAsync).Needs(Permission.Read).WithTags("Packages")
            .Says("listPackages", "List packages", "Your own, and those that a customer shows you; newest first.").Gives<Page<PackageAnswer>>();
        api.MapPost("/packages", UploadAsync).Needs(Permission.Request).WithTags("Packages")
            .WithMetadata(new RequestSizeLimitAttribute(options.MostUpload + UploadedFile.Around))
            .Accepts<Stream>("application/octet-stream", "application/zip", "multipart/form-data")
            .Says("uploadPackage", "Upload a package", "The bytes as they are, with the file's name in the query; or a form with one file. It is then read in the background: see its state.", new FileExample("design.zip"))
            .Gives<PackageAnswer>(StatusCodes.Status201Created);
        api.MapGet("/packages/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("Packages")
            .Says("readPackage", "Read what is known of a package").Gives<PackageAnswer>();
        api.MapGet("/packages/{id:guid}/content", DownloadAsync).Needs(Permission.Read).WithTags("Packages")
            .Says("downloadPackage", "Download a package", "The bytes as they were uploaded. Its owner can read who did.").GivesFile();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadPackages.ListAsync(store, context.Actor(), count, after?.Time, cancel), row => Position.Of(row.UploadedAt, row.Id), row => PackageAnswer.Of(row, context.Actor()));

    private static async Task<IResult> UploadAsync(HttpContext context, Store store, ServerOptions options, [Description("Name of the file, where the body is the file itself.")] string? name, CancellationToken cancel) =>
        (await UploadedFile.ReadAsync(context.Request, name, (file, content) => UploadPackage.RunAsync(store, context.Actor(), file, content, options.MostUpload, cancel), cancel))
            .Answer(row => Answers.Created(context, $"/packages/{row.Id}", PackageAnswer.Of(row, context.Actor())));

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadPackages.OneAsync(store, context.Actor(), id, cancel) is { } row ? Answers.Tagged(context, PackageAnswer.Of(row, context.Actor())) : Problems.Of(Refusal.NotFound("package"));

    private static async Task<IResult> DownloadAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await OpenPaper.PackageAsync(store, context.Actor(), id, cancel)).Answer(paper => PaperFile.Send(context, paper));
}

/// <param name="Sha256">Of the uploaded bytes.</param>
/// <param name="State">Whether it was read.</param>
/// <param name="Facts">What was found in it; null until it was read.</param>
/// <param name="Refusal">Why nothing in it could be understood.</param>
/// <param name="Mine">Your organisation uploaded it.</param>
internal sealed record PackageAnswer(Guid Id, string Name, long Size, string Sha256, PackageState State, PackageFacts? Facts, string Refusal, DateTimeOffset Uploaded, bool Mine)
{
    public static PackageAnswer Of(PackageRow row, Actor viewer) => new(row.Id, row.Name, row.Size, row.Blob, row.State, row.ReadFacts(), row.Refusal, row.UploadedAt, row.OwnerId == viewer.Organisation);
}
