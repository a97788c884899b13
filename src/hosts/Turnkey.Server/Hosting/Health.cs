using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;

namespace Turnkey.Server.Hosting;

/// <summary>For whoever watches the process: it lives; it can work.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/ready", async (Store store, CancellationToken cancel) =>
        {
            try
            {
                await store.ReadAllAsync(all => all.Settings.CountAsync(cancel), cancel);
                return Results.Text("ready");
            }
            catch (Exception fault) when (fault is StoreException or System.Data.Common.DbException or IOException)
            {
                return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
