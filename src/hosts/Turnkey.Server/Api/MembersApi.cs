using System.Collections.Immutable;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Hosting;
using Turnkey.Server.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>The people of one's organisation, and those invited to join it.</summary>
internal static class MembersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/members", ListAsync).Needs(Permission.Read).WithTags("People")
            .Says("listMembers", "List the people of your organisation", "The whole list.").Gives<Page<MemberAnswer>>();
        api.MapPut("/members/{user:guid}/roles", ChangeAsync).Needs(Permission.Administer).WithTags("People")
            .Says("writeRoles", "Change what a person may do", "Tokens of the person lose the roles that the person loses. Somebody always stays who can administer.", new RolesContent([Roles.Buyer, Roles.Engineer])).Gives<RolesContent>();
        api.MapDelete("/members/{user:guid}", RemoveAsync).Needs(Permission.Administer).WithTags("People")
            .Says("removeMember", "Take a person out of your organisation", "Their tokens are revoked.").GivesNothing();
        api.MapGet("/member-invitations", InvitedAsync).Needs(Permission.Administer).WithTags("People")
            .Says("listMemberInvitations", "List invitations of people", "Those that were neither used nor ran out; the whole list.").Gives<Page<MemberInvitation>>();
        api.MapPost("/member-invitations", InviteAsync).Needs(Permission.Administer).WithTags("People")
            .Says("inviteMember", "Invite a person", "They get a mail with a link that holds for a week. The answer holds the same link, this once, for when no mails are sent.", new NewMember("ann@customer.example", [Roles.Engineer])).Gives<InvitedMember>(StatusCodes.Status201Created);
        api.MapDelete("/member-invitations/{id:guid}", TakeBackAsync).Needs(Permission.Administer).WithTags("People")
            .Says("takeBackMemberInvitation", "Take an invitation of a person back").GivesNothing();
    }

    private static async Task<IResult> ListAsync(HttpContext context, Store store, CancellationToken cancel) =>
        Answers.Json(Page<MemberAnswer>.Whole((await ReadParties.MembersAsync(store, context.Actor(), cancel)).Select(one => new MemberAnswer(one.User, one.Name, one.Mail, one.Roles.Each(), one.Since))));

    private static async Task<IResult> ChangeAsync(HttpContext context, Membership membership, Guid user, RolesContent content, CancellationToken cancel) =>
        content.Roles.IsEmpty
            ? Problems.Of(new("person.roles", "choose at least one role; to take a person out, delete them"))
            : (await membership.ChangeAsync(context.Actor(), user, content.Roles.Together(), cancel)).Answer(roles => new RolesContent(roles.Each()));

    private static async Task<IResult> RemoveAsync(HttpContext context, Membership membership, Guid user, CancellationToken cancel) =>
        (await membership.ChangeAsync(context.Actor(), user, Roles.None, cancel)).Answer(_ => Results.NoContent());

    private static async Task<IResult> InvitedAsync(HttpContext context, Store store, TimeProvider clock, CancellationToken cancel) =>
        Answers.Json(Page<MemberInvitation>.Whole((await ReadParties.InvitedAsync(store, context.Actor(), clock.GetUtcNow(), cancel)).Select(MemberInvitation.Of)));

    private static async Task<IResult> InviteAsync(HttpContext context, Membership membership, PublicLinks links, NewMember content, CancellationToken cancel) =>
        (await membership.InviteAsync(context.Actor(), content.Mail, content.Roles.Together(), cancel))
            .Answer(made => Answers.Created(context, "/member-invitations", new InvitedMember(MemberInvitation.Of(made.Row), links.To("/join/" + made.Token))));

    private static async Task<IResult> TakeBackAsync(HttpContext context, Membership membership, Guid id, CancellationToken cancel) =>
        (await membership.TakeBackAsync(context.Actor(), id, cancel)).Answer(_ => Results.NoContent());
}

internal sealed record MemberAnswer(Guid User, string Name, string Mail, ImmutableArray<Roles> Roles, DateTimeOffset Since);

internal sealed record RolesContent(ImmutableArray<Roles> Roles);

internal sealed record NewMember(string Mail, ImmutableArray<Roles> Roles);

internal sealed record MemberInvitation(Guid Id, string Mail, ImmutableArray<Roles> Roles, DateTimeOffset Created, DateTimeOffset Expires)
{
    public static MemberInvitation Of(JoinRow row) => new(row.Id, row.Mail, row.Roles.Each(), row.CreatedAt, row.ExpiresAt);
}

/// <param name="Link">Whoever has it can join; it is shown this once.</param>
internal sealed record InvitedMember(MemberInvitation Invitation, string Link);
