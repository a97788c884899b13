using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Access;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Requests;

/// <summary>Writes down which packages an invitation opens now. Called in the transaction of everything that may change it: sending, accepting, hiding, revoking, a certificate.</summary>
internal static class Grants
{
    public static async Task RefreshAsync(Change writing, Rfq rfq, Invitation invitation, Organisation manufacturer)
    {
        var old = await writing.All.PackageGrants.Where(grant => grant.InvitationId == invitation.Id).ToListAsync();
        var now = Open(writing, rfq, invitation, manufacturer).ToList();
        foreach (var grant in old.Where(grant => !now.Exists(other => (other.PackageId, other.Revision) == (grant.PackageId, grant.Revision)))) writing.All.PackageGrants.Remove(grant);
        foreach (var grant in now)
        {
            if (old.Find(other => (other.PackageId, other.Revision) == (grant.PackageId, grant.Revision)) is { } kept) kept.UntilDay = grant.UntilDay;
            else writing.All.PackageGrants.Add(grant);
        }
    }

    private static IEnumerable<PackageGrantRow> Open(Change writing, Rfq rfq, Invitation invitation, Organisation manufacturer)
    {
        if (RequestView.ForManufacturer(rfq, invitation, manufacturer, writing.Today) is not { DesignOpen: true } view) yield break;
        foreach (var revision in view.Request.Revisions)
        {
            if (revision.Upload is { } package)
                yield return new PackageGrantRow { PackageId = package, InvitationId = invitation.Id, Revision = revision.Number, ManufacturerId = invitation.Manufacturer, UntilDay = (view.Gates?.Until ?? DateOnly.MaxValue).DayNumber };
        }
    }
}
