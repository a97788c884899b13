using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Mails;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>Who belongs to an organisation: invitations, joining, roles, leaving.</summary>
internal sealed class Membership(Store store, People people)
{
    /// <summary>How long an invitation holds.</summary>
    public static TimeSpan InvitationHolds { get; } = TimeSpan.FromDays(7);

    /// <summary>Invites a person; gives the token that the link in the mail carries.</summary>
    public Task<Decision<(JoinRow Row, string Token)>> InviteAsync(Actor actor, string mail, Roles roles, CancellationToken cancel = default) =>
        store.WriteAsync<(JoinRow, string)>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            if (!MailMessage.CanBeSentTo(mail.Trim())) return new Refusal("person.mail", $"'{mail}' is no mail address");
            if (roles == Roles.None) return new Refusal("person.roles", "choose at least one role");
            var (token, hash) = AccessToken.Create();
            var row = new JoinRow { Id = writing.NewId(), OrganisationId = actor.Organisation, Mail = mail.Trim(), Roles = roles, TokenHash = hash, CreatedAt = writing.At, ExpiresAt = writing.At + InvitationHolds };
            writing.Seen.Joins.Add(row);
            var organisation = await writing.OrganisationAsync(actor.Organisation);
            writing.All.OutgoingMails.Add(new OutgoingMailRow { Id = writing.NewId(), To = row.Mail, Subject = $"{actor.Name} invites you to {organisation.Name} on Turnkey", Text = $"/join/{token}", NextAt = writing.At });
            writing.Audit("person.invited", $"join/{row.Id}", new { row.Mail, row.Roles });
            return (row, token);
        }, cancel);

    /// <summary>Takes an invitation back that nobody has used.</summary>
    public Task<Decision<JoinRow>> TakeBackAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        store.WriteAsync<JoinRow>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            if (await writing.Seen.Joins.SingleOrDefaultAsync(one => one.Id == id && one.UsedAt == null, cancel) is not { } row) return Refusal.NotFound("invitation");
            writing.Seen.Joins.Remove(row);
            writing.Audit("person.uninvited", $"join/{id}", new { row.Mail });
            return row;
        }, cancel);

    /// <summary>What an invitation is for, without an organisation when a company shall found its own; null when it is none, was used, or ran out.</summary>
    public Task<(JoinRow Row, Organisation? Organisation)?> FindAsync(string token, DateTimeOffset now, CancellationToken cancel = default) =>
        store.ReadAllAsync<(JoinRow, Organisation?)?>(async all =>
        {
            var row = AccessToken.HashOf(token) is { } hash ? await all.Joins.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash && one.UsedAt == null && one.ExpiresAt > now, cancel) : null;
            return row is null ? null : (row, (await all.Organisations.SingleOrDefaultAsync(one => one.Id == row.OrganisationId, cancel))?.Read());
        }, cancel);

    /// <summary>Joins with a new account.</summary>
    public Task<Decision<Account>> JoinAsync(string token, string name, string password, CancellationToken cancel = default) =>
        store.WriteAsync<Account>(Actor.Installation, async writing =>
        {
            if (await UseAsync(writing, token, cancel) is not { } row) return Gone;
            if (!(await people.CreateAsync(writing, row.Mail, name, password)).TryGet(out var account, out var why)) return why;
            People.Join(writing, account, row.OrganisationId, row.Roles);
            writing.Audit("person.joined", $"person/{account.Id}", new { organisation = row.OrganisationId, row.Roles });
            return account;
        }, cancel);

    /// <summary>Joins with the account that the person already has here; it has the address that was invited.</summary>
    public Task<Decision<Account>> JoinAsync(string token, Guid user, CancellationToken cancel = default) =>
        store.WriteAsync<Account>(Actor.Installation, async writing =>
        {
            if (await UseAsync(writing, token, cancel) is not { } row) return Gone;
            var account = await writing.All.Users.SingleAsync(one => one.Id == user, cancel);
            if (!string.Equals(account.Email, row.Mail, StringComparison.OrdinalIgnoreCase)) return new Refusal("join.other-person", $"this invitation is for {row.Mail}");
            if (!await writing.All.Memberships.AnyAsync(one => one.UserId == user && one.OrganisationId == row.OrganisationId, cancel)) People.Join(writing, account, row.OrganisationId, row.Roles);
            writing.Audit("person.joined", $"person/{account.Id}", new { organisation = row.OrganisationId, row.Roles });
            return account;
        }, cancel);

    /// <summary>Changes the roles of a person, or with none takes them out. Somebody always stays who can administer.</summary>
    public Task<Decision<Roles>> ChangeAsync(Actor actor, Guid user, Roles roles, CancellationToken cancel = default) =>
        store.WriteAsync<Roles>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            var members = await writing.Seen.Memberships.ToListAsync(cancel);
            if (members.Find(row => row.UserId == user) is not { } member) return Refusal.NotFound("person");
            if (!roles.May(Permission.Administer) && !members.Exists(row => row.UserId != user && row.Roles.May(Permission.Administer))) return new Refusal("person.last-admin", "make somebody else an administrator first; otherwise nobody could change anything any more");
            if (roles == Roles.None) writing.Seen.Memberships.Remove(member);
            else member.Roles = roles;
            foreach (var token in await writing.Seen.ApiTokens.Where(row => row.UserId == user && row.RevokedAt == null).ToListAsync(cancel))
            {
                if (roles == Roles.None) token.RevokedAt = writing.At;
                else token.Roles &= roles;
            }
            writing.Audit(roles == Roles.None ? "person.removed" : "person.roles", $"person/{user}", new { roles });
            return roles;
        }, cancel);

    private static async Task<JoinRow?> UseAsync(Change writing, string token, CancellationToken cancel)
    {
        var row = AccessToken.HashOf(token) is { } hash ? await writing.All.Joins.SingleOrDefaultAsync(one => one.TokenHash == hash && one.OrganisationId != Guid.Empty && one.UsedAt == null && one.ExpiresAt > writing.At, cancel) : null;
        if (row is not null) row.UsedAt = writing.At;
        return row;
    }

    private static Refusal Gone => new("join.gone", "this invitation was used, taken back or is older than a week; ask for a new one");
}
