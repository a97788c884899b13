using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>Keys by which programs act for an organisation.</summary>
internal static class Tokens
{
    /// <summary>Makes one for who asks, with at most their own roles. It is shown now and never again.</summary>
    public static Task<Decision<(ApiTokenRow Row, string Token)>> CreateAsync(Store store, Actor actor, string name, Roles roles, DateTimeOffset? expires, CancellationToken cancel = default) =>
        store.WriteAsync<(ApiTokenRow, string)>(actor, writing =>
        {
            if (actor.Lacks(Permission.Read) is { } refusal) return Task.FromResult<Decision<(ApiTokenRow, string)>>(refusal);
            if (name.Trim().Length is 0 or > 100) return Task.FromResult<Decision<(ApiTokenRow, string)>>(new Refusal("token.name", "name the program that will use it, so that you know later which one to revoke"));
            if ((roles & ~actor.Roles) != Roles.None || roles == Roles.None) return Task.FromResult<Decision<(ApiTokenRow, string)>>(new Refusal("token.roles", "a token has one or more of your own roles, and no others"));
            var (token, hash) = AccessToken.Create();
            var row = new ApiTokenRow { Id = writing.NewId(), OrganisationId = actor.Organisation, UserId = actor.User, Name = name.Trim(), Roles = roles, Hash = hash, CreatedAt = writing.At, ExpiresAt = expires };
            writing.Seen.ApiTokens.Add(row);
            writing.Audit("token.created", $"token/{row.Id}", new { row.Name, row.Roles, expires });
            return Task.FromResult<Decision<(ApiTokenRow, string)>>((row, token));
        }, cancel);

    /// <summary>One's own, or as administrator anybody's.</summary>
    public static Task<Decision<ApiTokenRow>> RevokeAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.WriteAsync<ApiTokenRow>(actor, async writing =>
        {
            var row = await writing.Seen.ApiTokens.SingleOrDefaultAsync(one => one.Id == id, cancel);
            if (row is null || (row.UserId != actor.User && !actor.May(Permission.Administer))) return Refusal.NotFound("token");
            row.RevokedAt ??= writing.At;
            writing.Audit("token.revoked", $"token/{id}", new { row.Name });
            return row;
        }, cancel);
}
