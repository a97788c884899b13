using Turnkey.Server.Access;
using Turnkey.Server.Api;
using Turnkey.Server.Pages.Shared;

namespace Turnkey.Server.Hosting;

/// <summary>Says that something did not work: to programs as a problem, to people as a page.</summary>
internal static class PlainAnswer
{
    public static Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return AccessGuard.IsApi(context)
            ? Problems.Of(status, code, message).ExecuteAsync(context)
            : Results.Content(PlainPage.Write(status, message), "text/html; charset=utf-8", statusCode: status).ExecuteAsync(context);
    }
}
