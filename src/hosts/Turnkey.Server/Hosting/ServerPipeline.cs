using Turnkey.Server.Access;
using Turnkey.Server.Jobs;
using Turnkey.Server.Pages;

namespace Turnkey.Server.Hosting;

/// <summary>What a request goes through.</summary>
internal static class ServerPipeline
{
    public static void Use(WebApplication application)
    {
        application.UseMiddleware<SecurityHeaders>();
        application.UseRouting();
        application.UseMiddleware<AccessGuard>();
        application.UseAntiforgery();
        AssetFiles.Map(application);
        Health.Map(application);
        Parties.PartyForms.Map(application);
        Packages.PackageForms.Map(application, application.Services.GetRequiredService<ServerOptions>());
        JobEvents.Map(application);
        application.MapRazorComponents<App>();
    }
}
