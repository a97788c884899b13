using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Turnkey.Server.Hosting;
using Turnkey.Storage;

namespace Turnkey.Server.Access;

/// <summary>
/// Stands before every page and interface: finds out who comes, and lets in who may. What has no <see cref="RequiresAttribute"/> and is not open to
/// everybody is closed, so that a forgotten mark shows as a door that does not open. Roles are read anew each time: who lost one has lost it now.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Store store, TimeProvider clock, IAntiforgery antiforgery)
    {
        var endpoint = context.GetEndpoint();
        // Everything of ours is a route; what is none says only that there is no such address, or no such method there.
        if (endpoint is not RouteEndpoint)
        {
            await next(context);
            return;
        }
        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var actor = await FindAsync(context, store, clock);
        if (actor is not null) context.Items[typeof(Actor)] = actor;
        if (open)
        {
            await next(context);
            return;
        }
        if (actor is null)
        {
            if (IsApi(context))
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await PlainAnswer.WriteAsync(context, StatusCodes.Status401Unauthorized, "not-signed-in", "sign in, or send a token as 'Authorization: Bearer …'");
            }
            else context.Response.Redirect("/sign-in?next=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            return;
        }
        if (endpoint.Metadata.GetMetadata<RequiresAttribute>() is not { } requires || !actor.May(requires.Permission))
        {
            await PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "not-allowed", "your roles do not allow this; ask an administrator of your organisation");
            return;
        }
        if (IsApi(context) && context.Request.Headers.Authorization.Count == 0 && !await ForgeryCheck.PassesAsync(context, antiforgery))
        {
            await PlainAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "forgery", $"a session may change something here only with the header {ForgeryCheck.Header} that its pages give; programs send a token");
            return;
        }
        await next(context);
    }

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static async Task<Actor?> FindAsync(HttpContext context, Store store, TimeProvider clock)
    {
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && AccessToken.HashOf(header[7..].Trim()) is { } hash
                ? await ByTokenAsync(store, hash, clock.GetUtcNow(), context.RequestAborted)
                : null;
        }
        var signedIn = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (!signedIn.Succeeded) return null;
        context.User = signedIn.Principal;
        if (!Guid.TryParse(signedIn.Principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var user)) return null;
        _ = Guid.TryParse(context.Request.Cookies[OrganisationCookie], CultureInfo.InvariantCulture, out var wanted);
        return await store.ReadAllAsync(async all =>
        {
            var memberships = await all.Memberships.AsNoTracking().Where(row => row.UserId == user).Select(row => new { row.OrganisationId, row.Roles, row.CreatedAt, row.User!.DisplayName }).OrderBy(row => row.CreatedAt).ToListAsync(context.RequestAborted);
            var chosen = memberships.Find(row => row.OrganisationId == wanted) ?? memberships.FirstOrDefault();
            return chosen is null ? null : new Actor(chosen.OrganisationId, user, chosen.DisplayName, chosen.Roles);
        }, context.RequestAborted);
    }

    /// <summary>When a token was last used is to show which ones nobody needs any more, not to cost a write each time.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromHours(1);

    /// <summary>Which of their organisations a person acts for, where there are several. It only chooses; whether they belong to it is looked up.</summary>
    public const string OrganisationCookie = "turnkey-organisation";

    private static async Task<(Actor Actor, Guid Token, bool Note)?> ByToken(SystemContext all, string hash, DateTimeOffset now)
    {
        var found = await (from token in all.ApiTokens.AsNoTracking()
                           where token.Hash == hash && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now)
                           join member in all.Memberships on new { token.UserId, token.OrganisationId } equals new { member.UserId, member.OrganisationId }
                           select new { token.Id, token.OrganisationId, token.UserId, token.Name, token.Roles, token.LastUsedAt, MemberRoles = member.Roles, Person = member.User!.DisplayName }).SingleOrDefaultAsync();
        // What a program does is done in the name of a person: who reads it later has to know whose.
        return found is null ? null : (new Actor(found.OrganisationId, found.UserId, $"{found.Person} ({found.Name})", found.Roles & found.MemberRoles), found.Id, found.LastUsedAt is not { } last || now - last > NotedEvery);
    }

    private static async Task<Actor?> ByTokenAsync(Store store, string hash, DateTimeOffset now, CancellationToken cancel)
    {
        if (await store.ReadAllAsync(all => ByToken(all, hash, now), cancel) is not var (actor, id, note)) return null;
        if (note)
        {
            await store.WriteAsync<Guid>(Actor.Installation, async writing =>
            {
                if (await writing.All.ApiTokens.SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row) row.LastUsedAt = now;
                return id;
            }, cancel);
        }
        return actor;
    }
}
