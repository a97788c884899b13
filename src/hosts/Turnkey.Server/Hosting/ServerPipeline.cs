using Microsoft.AspNetCore.HttpOverrides;
using Turnkey.Server.Access;
using Turnkey.Server.Api;
using Turnkey.Server.Jobs;
using Turnkey.Server.Pages;

namespace Turnkey.Server.Hosting;

/// <summary>What a request goes through.</summary>
internal static class ServerPipeline
{
    public static void Use(WebApplication application)
    {
        // Only a proxy on this machine is believed about whom it speaks for.
        application.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        // First, so that also what fails later says it; and again around a fault, which clears what was said.
        application.UseMiddleware<SecurityHeaders>();
        application.UseExceptionHandler(faults => faults.UseMiddleware<SecurityHeaders>().Run(Faults.AnswerAsync));
        application.UseStatusCodePages(answer => PlainAnswer.WriteAsync(answer.HttpContext, answer.HttpContext.Response.StatusCode, "http-" + answer.HttpContext.Response.StatusCode, Words(answer.HttpContext.Response.StatusCode)));
        var limits = application.Services.GetRequiredService<RateLimits>();
        application.Use(limits.AtTheDoorAsync);
        application.UseRouting();
        application.UseMiddleware<AccessGuard>();
        application.Use(limits.InsideAsync);
        application.UseAntiforgery();
        application.UseMiddleware<OnceOnly>();
        AssetFiles.Map(application);
        Health.Map(application);
        ApiRoutes.Map(application, application.Services.GetRequiredService<ServerOptions>());
        Parties.PartyForms.Map(application);
        Packages.PackageForms.Map(application, application.Services.GetRequiredService<ServerOptions>());
        JobEvents.Map(application);
        application.MapRazorComponents<App>();
    }

    private static string Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => "there is nothing at this address",
        StatusCodes.Status405MethodNotAllowed => "this cannot be done at this address",
        StatusCodes.Status415UnsupportedMediaType => "send the body as JSON, with Content-Type: application/json",
        StatusCodes.Status400BadRequest => "the request is not understood; load the page again",
        _ => "this did not work",
    };
}
