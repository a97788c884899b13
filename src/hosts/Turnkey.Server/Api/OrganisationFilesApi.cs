using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Jobs;
using Turnkey.Server.Packages;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>The files that an organisation reckons with: its plant's figures, its suppliers' offers. Nobody else ever sees them.</summary>
internal static class OrganisationFilesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisation/files", ListAsync).Needs(Permission.Estimate).WithTags("Organisations")
            .Says("listOrganisationFiles", "List the files you reckon with", "The plant's figures (plant, YAML) and suppliers' offers (offers, a zip); the whole list.").Gives<Page<OrganisationFileAnswer>>();
        api.MapPut("/organisation/files/{kind}", WriteAsync).Needs(Permission.Estimate).WithTags("Organisations")
            .WithMetadata(new RequestSizeLimitAttribute(OrganisationFiles.Kinds.Values.Max() + UploadedFile.Around))
            .Accepts<Stream>("application/octet-stream", "application/zip", "application/yaml", "multipart/form-data")
            .Says("writeOrganisationFile", "Replace a file you reckon with", "Quotes asked for from now on use it.", new FileExample("plant.yaml")).Gives<OrganisationFileAnswer>();
        api.MapGet("/organisation/files/{kind}/content", DownloadAsync).Needs(Permission.Estimate).WithTags("Organisations")
            .Says("downloadOrganisationFile", "Download a file you reckon with").GivesFile();
    }

    private static async Task<IResult> ListAsync(HttpContext context, Store store, CancellationToken cancel) =>
        Answers.Json(Page<OrganisationFileAnswer>.Whole(await store.ReadAsync(context.Actor().Organisation, async db => (await db.OrganisationFiles.AsNoTracking().OrderBy(row => row.Kind).ToListAsync(cancel)).Select(OrganisationFileAnswer.Of), cancel)));

    private static async Task<IResult> WriteAsync(HttpContext context, Store store, string kind, [Description("Name of the file, where the body is the file itself.")] string? name, CancellationToken cancel) =>
        (await UploadedFile.ReadAsync(context.Request, name, (file, content) => OrganisationFiles.PutAsync(store, context.Actor(), kind, file, content, cancel), cancel)).Answer(OrganisationFileAnswer.Of);

    private static async Task<IResult> DownloadAsync(HttpContext context, Store store, string kind, CancellationToken cancel)
    {
        var row = await store.ReadAsync(context.Actor().Organisation, db => db.OrganisationFiles.AsNoTracking().SingleOrDefaultAsync(one => one.Kind == kind, cancel), cancel);
        return row is null || store.Blobs.Open(row.Blob) is not { } content ? Problems.Of(Refusal.NotFound("file")) : PaperFile.Send(context, new OpenedPaper(content, row.Name, "application/octet-stream", row.Blob));
    }
}

internal sealed record OrganisationFileAnswer(string Kind, string Name, long Size, string Sha256, DateTimeOffset Uploaded)
{
    public static OrganisationFileAnswer Of(OrganisationFileRow row) => new(row.Kind, row.Name, row.Size, row.Blob, row.UploadedAt);
}
