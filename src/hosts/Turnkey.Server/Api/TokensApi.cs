using System.Collections.Immutable;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>Keys by which programs act for the organisation.</summary>
internal static class TokensApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tokens", ListAsync).Needs(Permission.Read).WithTags("Tokens")
            .Says("listTokens", "List tokens", "Your own; for an administrator, everybody's. The tokens themselves are kept nowhere.").Gives<Page<TokenAnswer>>();
        api.MapPost("/tokens", CreateAsync).Needs(Permission.Read).WithTags("Tokens")
            .Says("createToken", "Make a token", "With at most your own roles. The answer holds it, this once.", new NewToken("ERP", [Roles.Buyer], new DateTimeOffset(2027, 12, 31, 0, 0, 0, TimeSpan.Zero))).Gives<CreatedToken>(StatusCodes.Status201Created);
        api.MapDelete("/tokens/{id:guid}", RevokeAsync).Needs(Permission.Read).WithTags("Tokens")
            .Says("revokeToken", "Revoke a token", "It stops at once.").GivesNothing();
    }

    private static async Task<IResult> ListAsync(HttpContext context, Store store, CancellationToken cancel) =>
        Answers.Json(Page<TokenAnswer>.Whole((await ReadParties.TokensAsync(store, context.Actor(), cancel)).Select(TokenAnswer.Of)));

    private static async Task<IResult> CreateAsync(HttpContext context, Store store, NewToken content, CancellationToken cancel) =>
        (await Tokens.CreateAsync(store, context.Actor(), content.Name, content.Roles.Together(), content.Expires, cancel))
            .Answer(made => Answers.Created(context, "/tokens", new CreatedToken(TokenAnswer.Of(made.Row), made.Token)));

    private static async Task<IResult> RevokeAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await Tokens.RevokeAsync(store, context.Actor(), id, cancel)).Answer(_ => Results.NoContent());
}

/// <param name="Expires">Null when it holds until it is revoked.</param>
internal sealed record NewToken(string Name, ImmutableArray<Roles> Roles, DateTimeOffset? Expires = null);

internal sealed record TokenAnswer(Guid Id, string Name, Guid User, ImmutableArray<Roles> Roles, DateTimeOffset Created, DateTimeOffset? Expires, DateTimeOffset? LastUsed, DateTimeOffset? Revoked)
{
    public static TokenAnswer Of(ApiTokenRow row) => new(row.Id, row.Name, row.UserId, row.Roles.Each(), row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.RevokedAt);
}

/// <param name="Token">Send it as <c>Authorization: Bearer …</c>; it is shown this once.</param>
internal sealed record CreatedToken(TokenAnswer Info, string Token);
