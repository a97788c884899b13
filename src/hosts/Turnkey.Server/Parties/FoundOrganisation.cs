using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>Makes an organisation with its first administrator: at the first start by whoever comes first, later by whom the installation lets.</summary>
internal sealed class FoundOrganisation(Store store, People people, IDataProtectionProvider protection)
{
    /// <summary>What private keys of organisations are encrypted for.</summary>
    public const string KeyPurpose = "organisation-key";

    private const string OperatorSetting = "operator";

    /// <summary>Nobody has been here yet.</summary>
    public Task<bool> NeededAsync(CancellationToken cancel = default) => store.ReadAllAsync(async all => !await all.Memberships.AnyAsync(cancel), cancel);

    /// <param name="first">Only while nobody has been here: two who come at once do not both become the first.</param>
    public Task<Decision<Founded>> RunAsync(string organisation, OrganisationKinds kinds, string country, string mail, string name, string password, bool first, CancellationToken cancel = default) =>
        store.WriteAsync<Founded>(Actor.Installation, async writing =>
        {
            if (first && await writing.All.Memberships.AnyAsync(cancel)) return new Refusal("first.over", "this installation already has its first user; sign in, or ask for an invitation");
            if (!(await FoundAsync(writing, organisation, kinds, country, mail, name, password)).TryGet(out var founded, out var why)) return why;
            if (first) writing.All.Settings.Add(new SettingRow { Name = OperatorSetting, Value = founded.Organisation.Id.ToString() });
            return founded;
        }, cancel);

    /// <summary>The company that was invited by the operator founds its organisation; the link is used up with it.</summary>
    public Task<Decision<Founded>> ByInvitationAsync(string token, string organisation, OrganisationKinds kinds, string country, string name, string password, CancellationToken cancel = default) =>
        store.WriteAsync<Founded>(Actor.Installation, async writing =>
        {
            var row = AccessToken.HashOf(token) is { } hash ? await writing.All.Joins.SingleOrDefaultAsync(one => one.TokenHash == hash && one.OrganisationId == Guid.Empty && one.UsedAt == null && one.ExpiresAt > writing.At, cancel) : null;
            if (row is null) return new Refusal("join.gone", "this invitation was used, taken back or is older than a week; ask for a new one");
            row.UsedAt = writing.At;
            return await FoundAsync(writing, organisation, kinds, country, row.Mail, name, password);
        }, cancel);

    /// <summary>Invites a company: only the organisation that runs this installation does. Gives the token that the link in the mail carries.</summary>
    public Task<Decision<string>> InviteCompanyAsync(Actor actor, string mail, CancellationToken cancel = default) =>
        store.WriteAsync<string>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            if (!await IsOperatorAsync(writing.All, actor.Organisation, cancel)) return Refusal.NotAllowed("only the organisation that runs this installation invites companies");
            if (mail.IndexOf('@', StringComparison.Ordinal) <= 0) return new Refusal("person.mail", $"'{mail}' is no mail address");
            var (token, hash) = AccessToken.Create();
            writing.All.Joins.Add(new JoinRow { Id = writing.NewId(), OrganisationId = Guid.Empty, Mail = mail.Trim(), TokenHash = hash, CreatedAt = writing.At, ExpiresAt = writing.At + Membership.InvitationHolds });
            var self = await writing.OrganisationAsync(actor.Organisation);
            writing.All.OutgoingMails.Add(new OutgoingMailRow { Id = writing.NewId(), To = mail.Trim(), Subject = $"{self.Name} invites your company to Turnkey", Text = $"/join/{token}", NextAt = writing.At });
            writing.Audit("company.invited", $"mail/{mail.Trim()}");
            return token;
        }, cancel);

    /// <summary>Whether an organisation runs this installation: the one that was here first.</summary>
    public Task<bool> IsOperatorAsync(Actor actor, CancellationToken cancel = default) => store.ReadAllAsync(all => IsOperatorAsync(all, actor.Organisation, cancel), cancel);

    private static async Task<bool> IsOperatorAsync(SystemContext all, Guid organisation, CancellationToken cancel) =>
        await all.Settings.AnyAsync(row => row.Name == OperatorSetting && row.Value == organisation.ToString(), cancel);

    private async Task<Decision<Founded>> FoundAsync(Change writing, string organisation, OrganisationKinds kinds, string country, string mail, string name, string password)
    {
        if (organisation.Trim().Length is 0 or > 200) return new Refusal("organisation.name", "name your organisation");
        if (!Countries.Known(country)) return new Refusal("organisation.country", "write your country in two letters, for example DE");
        if ((kinds & (OrganisationKinds.Customer | OrganisationKinds.Manufacturer | OrganisationKinds.Supplier)) == OrganisationKinds.None) return new Refusal("organisation.kind", "say whether you are a customer, a manufacturer or both");
        if (!(await people.CreateAsync(writing, mail, name, password)).TryGet(out var account, out var why)) return why;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new Organisation(writing.NewId(), organisation.Trim(), kinds, country.ToUpperInvariant()) { Mail = mail.Trim(), PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) };
        var row = new OrganisationRow { Local = true, Listed = kinds.HasFlag(OrganisationKinds.Manufacturer) };
        row.Write(made);
        writing.All.Organisations.Add(row);
        writing.All.OrganisationKeys.Add(new OrganisationKeyRow { OrganisationId = made.Id, Protected = Convert.ToBase64String(protection.CreateProtector(KeyPurpose).Protect(key.ExportPkcs8PrivateKey())), CreatedAt = writing.At });
        People.Join(writing, account, made.Id, AllRoles(kinds));
        writing.Audit("organisation.founded", $"organisation/{made.Id}", new { made.Name, account = account.Id });
        return new Founded(made, account.Id);
    }

    /// <summary>Who founds does everything, until others join.</summary>
    private static Roles AllRoles(OrganisationKinds kinds) =>
        Roles.Admin | Roles.Quality | Roles.Planner
        | (kinds.HasFlag(OrganisationKinds.Customer) ? Roles.Buyer | Roles.Engineer : Roles.None)
        | (kinds.HasFlag(OrganisationKinds.Manufacturer) ? Roles.Estimator | Roles.Sales : Roles.None);
}

/// <summary>A new organisation and its administrator.</summary>
internal sealed record Founded(Organisation Organisation, Guid Administrator);
