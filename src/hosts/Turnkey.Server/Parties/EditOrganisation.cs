using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Parties;

/// <summary>Changes what others know of an organisation. A certificate that comes or goes opens or closes the designs that ask for it.</summary>
internal static class EditOrganisation
{
    /// <param name="version">The version that was read; null to write over whatever is there.</param>
    public static Task<Decision<Organisation>> RunAsync(Store store, Actor actor, Organisation content, int? version = null, CancellationToken cancel = default) =>
        store.WriteAsync<Organisation>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Administer) is { } refusal) return refusal;
            var row = await writing.Seen.Organisations.SingleAsync(one => one.Id == actor.Organisation, cancel);
            if (version is { } read && read != row.Version) return new Refusal("changed", "somebody else changed this meanwhile; look at it again");
            if (!Check(content).TryGet(out var checkedContent, out var why)) return why;
            var before = row.Read();
            // Who it is and what it signs with do not change here.
            var after = checkedContent with { Id = before.Id, PublicKey = before.PublicKey };
            row.Write(after);
            row.Listed = after.Kinds.HasFlag(OrganisationKinds.Manufacturer);
            foreach (var invitation in await writing.Seen.Invitations.Where(one => one.ManufacturerId == actor.Organisation && one.State == InvitationState.Sent).ToListAsync(cancel))
            {
                var rfq = (await writing.All.Rfqs.SingleAsync(one => one.Id == invitation.RfqId, cancel)).Read();
                await Grants.RefreshAsync(writing, rfq, invitation.Read(), after);
            }
            writing.Audit("organisation.changed", $"organisation/{after.Id}", new { after.Name, certifications = after.Certifications.Select(one => one.Standard) });
            return after;
        }, cancel);

    private static Decision<Organisation> Check(Organisation content)
    {
        if (content.Name.Trim().Length is 0 or > 200) return new Refusal("organisation.name", "name your organisation");
        if (!Countries.Known(content.Country)) return new Refusal("organisation.country", "write your country in two letters, for example DE");
        if (content.Kinds == OrganisationKinds.None) return new Refusal("organisation.kind", "say whether you are a customer, a manufacturer or both");
        if (content.Certifications.Length > 50 || content.Sites.Length > 100 || content.Address.Length > 2000 || content.Mail.Length > 250) return new Refusal("organisation.too-long", "that is more than an organisation can hold");
        if (content.Certifications.FirstOrDefault(one => !Standards.All.Contains(one.Standard)) is { } unknown) return new Refusal("organisation.certification", $"'{unknown.Standard}' is none of {string.Join(", ", Standards.All)}");
        if (content.Certifications.Any(one => one.Number.Trim().Length == 0 || one.Issuer.Trim().Length == 0)) return new Refusal("organisation.certification", "a certificate has a number and who issued it");
        if (content.Sites.FirstOrDefault(site => site.Name.Trim().Length == 0 || !Countries.Known(site.Country)) is not null) return new Refusal("organisation.site", "a site has a name and a country in two letters");
        if (content.Sites.DistinctBy(site => site.Name).Count() != content.Sites.Length) return new Refusal("organisation.site", "two sites have the same name");
        return content with { Name = content.Name.Trim(), Country = content.Country.ToUpperInvariant(), Sites = [.. content.Sites.Select(site => site with { Country = site.Country.ToUpperInvariant() })] };
    }
}
