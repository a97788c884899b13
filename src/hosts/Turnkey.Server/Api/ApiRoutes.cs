using Turnkey.Server.Api.Documentation;

namespace Turnkey.Server.Api;

/// <summary>The interface for programs: everything that the pages do. One file a resource; this is the table of contents.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static void Map(IEndpointRouteBuilder routes, ServerOptions options)
    {
        var api = routes.MapGroup(Root);
        MeApi.Map(api);
        OrganisationsApi.Map(api);
        OrganisationFilesApi.Map(api);
        MembersApi.Map(api);
        TokensApi.Map(api);
        PackagesApi.Map(api, options);
        RfqsApi.Map(api);
        InvitationsApi.Map(api);
        QuestionsApi.Map(api);
        OffersApi.Map(api);
        ComparisonApi.Map(api);
        OrdersApi.Map(api);
        JobsApi.Map(api);
        ArtifactsApi.Map(api);
        NoticesApi.Map(api);
        AuditApi.Map(api);
        WebhooksApi.Map(api);
        OpenApiRoutes.Map(routes);
    }
}
