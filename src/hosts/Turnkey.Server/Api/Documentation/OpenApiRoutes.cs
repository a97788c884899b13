namespace Turnkey.Server.Api.Documentation;

/// <summary>Where the description is. It holds nothing of anybody, so everybody may read it.</summary>
internal static class OpenApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi("/api/openapi.json").AllowAnonymous();
}
