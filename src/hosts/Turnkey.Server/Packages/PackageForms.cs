using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Access;
using Turnkey.Server.Hosting;
using Turnkey.Server.Pages.Shared;
using Turnkey.Server.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Packages;

/// <summary>Files that come in from a page, and files that go out to one.</summary>
internal static class PackageForms
{
    public static void Map(IEndpointRouteBuilder routes, ServerOptions options)
    {
        routes.MapPost("/rfqs/{id:guid}/package", UploadAsync).WithMetadata(new RequiresAttribute(Permission.Request), new RequestSizeLimitAttribute(options.MostUpload + (1 << 20))).ExcludeFromDescription();
        routes.MapGet("/packages/{id:guid}/download", async (Guid id, HttpContext context, Store store) =>
            await DownloadAsync(context, await OpenPaper.PackageAsync(store, context.Actor(), id, context.RequestAborted))).WithMetadata(new RequiresAttribute(Permission.Read)).ExcludeFromDescription();
        routes.MapGet("/papers/{id:guid}", async (Guid id, HttpContext context, Store store) =>
            await DownloadAsync(context, await OpenPaper.ArtifactAsync(store, context.Actor(), id, context.RequestAborted))).WithMetadata(new RequiresAttribute(Permission.Read)).ExcludeFromDescription();
    }

    private static async Task<IResult> UploadAsync(Guid id, [FromForm(Name = "package")] IFormFile package, HttpContext context, Store store, ServerOptions options)
    {
        var (actor, cancel) = (context.Actor(), context.RequestAborted);
        await using var content = package.OpenReadStream();
        if (!(await UploadPackage.RunAsync(store, actor, package.FileName, content, options.MostUpload, cancel)).TryGet(out var row, out var why)) return Refusal(why);
        var rfq = await store.ReadAsync(actor.Organisation, db => db.Rfqs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.CustomerId == actor.Organisation, cancel), cancel);
        if (rfq is null) return Refusal(Contracts.Refusal.NotFound("request"));
        RequestRevision latest = rfq.Read().Latest;
        var written = await WriteRequest.ContentAsync(store, actor, id, latest with { Upload = row.Id, PackageName = row.Name, Package = "" }, cancel: cancel);
        return written.TryGet(out _, out why) ? Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/rfqs/{id}#design")) : Refusal(why);
    }

    private static IResult Refusal(Refusal why) => Results.Content(PlainPage.Write(StatusCodes.Status422UnprocessableEntity, why.Message), "text/html; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DownloadAsync(HttpContext context, Decision<OpenedPaper> decision)
    {
        if (!decision.TryGet(out var paper, out var why)) return Results.Content(PlainPage.Write(StatusCodes.Status404NotFound, why.Message), "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        if (!paper.MediaType.StartsWith("text/html", StringComparison.Ordinal)) return Results.Stream(paper.Content, paper.MediaType, paper.Name);
        context.Response.Headers.ContentSecurityPolicy = await SelfContained.PolicyOfAsync(paper.Content, context.RequestAborted);
        return Results.Stream(paper.Content, "text/html; charset=utf-8");
    }
}
