using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Who asks, and what they may do.</summary>
internal static class MeApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/me", ReadAsync).Needs(Permission.Read).WithTags("You")
            .Says("readMe", "Read who you are", "For whom the token or the session acts, with which roles, and what these allow.").Gives<MeAnswer>();

    private static async Task<IResult> ReadAsync(HttpContext context, Store store, CancellationToken cancel)
    {
        var actor = context.Actor();
        var name = await store.ReadAsync(actor.Organisation, db => db.Organisations.Where(row => row.Id == actor.Organisation).Select(row => row.Name).SingleAsync(cancel), cancel);
        return Answers.Tagged(context, new MeAnswer(actor.User, actor.Name, actor.Organisation, name, actor.Roles.Each(), [.. Enum.GetValues<Permission>().Where(actor.May)]));
    }
}

/// <param name="User">Identifier of the person; of a token, of who made it.</param>
/// <param name="Name">Of the person or the token.</param>
internal sealed record MeAnswer(Guid User, string Name, Guid Organisation, string OrganisationName, ImmutableArray<Roles> Roles, ImmutableArray<Permission> Permissions);
