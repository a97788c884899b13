using Microsoft.Net.Http.Headers;
using Turnkey.Server.Packages;

namespace Turnkey.Server.Api;

/// <summary>Sends a kept file to be saved, never to be shown as a page of ours: what is in it was written by somebody else.</summary>
internal static class PaperFile
{
    public static IResult Send(HttpContext context, OpenedPaper paper)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(paper.Content, paper.MediaType, paper.Name, entityTag: new EntityTagHeaderValue($"\"{paper.Hash}\""), enableRangeProcessing: paper.Content.CanSeek);
    }
}
