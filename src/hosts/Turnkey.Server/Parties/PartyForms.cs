using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Jobs;
using Turnkey.Server.Pages.Shared;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>What pages send that is not a page's own form: leaving, and files.</summary>
internal static class PartyForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", async ([FromForm] IFormCollection _, SignInManager<Account> identity) =>
        {
            await identity.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        }).WithMetadata(new RequiresAttribute(Permission.Read)).ExcludeFromDescription();
        routes.MapPost("/organisation/files/{kind}", async (string kind, [FromForm(Name = "file")] IFormFile file, HttpContext context, Store store) =>
        {
            await using var content = file.OpenReadStream();
            var put = await OrganisationFiles.PutAsync(store, context.Actor(), kind, Path.GetFileName(file.FileName), content, context.RequestAborted);
            return put.TryGet(out _, out var why)
                ? Results.LocalRedirect("/organisation#files")
                : Results.Content(PlainPage.Write(StatusCodes.Status422UnprocessableEntity, why.Message), "text/html; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        }).WithMetadata(new RequiresAttribute(Permission.Estimate), new RequestSizeLimitAttribute(OrganisationFiles.Kinds.Values.Max() + (1 << 20))).ExcludeFromDescription();
    }
}
