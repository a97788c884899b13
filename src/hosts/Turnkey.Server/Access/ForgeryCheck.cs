using Microsoft.AspNetCore.Antiforgery;

namespace Turnkey.Server.Access;

/// <summary>
/// A page of somebody else can make a browser send a request with our cookie, but not with a header of its own: what changes something through the
/// interface for programs on the strength of a cookie has to carry one. Who sends a token has shown already that they meant it.
/// </summary>
internal static class ForgeryCheck
{
    public const string Header = "Turnkey-Form";

    public static async Task<bool> PassesAsync(HttpContext context, IAntiforgery antiforgery) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
        // Without the header it would look into the form, and read all of an upload for it.
        || (context.Request.Headers.ContainsKey(Header) && await antiforgery.IsRequestValidAsync(context));
}
