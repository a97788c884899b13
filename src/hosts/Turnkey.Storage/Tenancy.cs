using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Storage.Rows;

namespace Turnkey.Storage;

/// <summary>
/// Who sees which row: the one place where organisations are kept apart. A query that forgets to ask whose something is gets nothing that is another's,
/// because the context itself leaves it out. A test holds every table against this list, so that a new one cannot be forgotten.
/// </summary>
internal static class Tenancy
{
    public static void Configure(ModelBuilder builder, ViewerContext context)
    {
        // A manufacturer that wants to be found is; otherwise one sees whom one works with.
        builder.Entity<OrganisationRow>().HasQueryFilter(row =>
            row.Id == context.Viewer
            || (row.Listed && (row.Kinds & OrganisationKinds.Manufacturer) == OrganisationKinds.Manufacturer)
            || context.Invitations.Any(invitation => invitation.CustomerId == row.Id && invitation.ManufacturerId == context.Viewer)
            || context.Invitations.Any(invitation => invitation.ManufacturerId == row.Id && invitation.CustomerId == context.Viewer)
            || context.Orders.Any(order => order.CustomerId == row.Id && order.ManufacturerId == context.Viewer)
            || context.Orders.Any(order => order.ManufacturerId == row.Id && order.CustomerId == context.Viewer));
        builder.Entity<OrganisationKeyRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<OrganisationFileRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<MembershipRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<Account>().HasQueryFilter(row => context.Memberships.Any(member => member.UserId == row.Id));
        builder.Entity<JoinRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<ApiTokenRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);

        // A design: its owner's, and those manufacturers' that it was shown to, while the certificates that were asked for hold.
        builder.Entity<PackageRow>().HasQueryFilter(row =>
            row.OwnerId == context.Viewer || context.PackageGrants.Any(grant => grant.PackageId == row.Id && grant.ManufacturerId == context.Viewer));
        // Either side of an invitation that stands; a grant that was forgotten when one was revoked opens nothing.
        builder.Entity<PackageGrantRow>().HasQueryFilter(row =>
            (row.ManufacturerId == context.Viewer && row.UntilDay >= context.Today && context.Invitations.Any(invitation => invitation.Id == row.InvitationId && invitation.ManufacturerId == context.Viewer))
            || context.Invitations.Any(invitation => invitation.Id == row.InvitationId && invitation.CustomerId == context.Viewer));
        builder.Entity<BomLineRow>().HasQueryFilter(row => context.Packages.Any(package => package.Id == row.PackageId));

        // A request: the customer's, and, as far as RequestView shows it, the invited manufacturers'.
        builder.Entity<RfqRow>().HasQueryFilter(row =>
            row.CustomerId == context.Viewer
            || context.Invitations.Any(invitation => invitation.RfqId == row.Id));
        builder.Entity<InvitationRow>().HasQueryFilter(row =>
            row.CustomerId == context.Viewer || (row.ManufacturerId == context.Viewer && row.State != InvitationState.Revoked));
        builder.Entity<QuestionRow>().HasQueryFilter(row =>
            row.CustomerId == context.Viewer
            || (row.ManufacturerId == context.Viewer && context.Invitations.Any(invitation => invitation.RfqId == row.RfqId && invitation.ManufacturerId == context.Viewer)));
        builder.Entity<OfferRow>().HasQueryFilter(row => row.ManufacturerId == context.Viewer || (row.CustomerId == context.Viewer && row.State != OfferState.Draft));
        builder.Entity<CostSheetRow>().HasQueryFilter(row =>
            row.ManufacturerId == context.Viewer || (row.CustomerId == context.Viewer && row.OpenBook && context.Offers.Any(offer => offer.Id == row.OfferId)));
        builder.Entity<CounterOfferRow>().HasQueryFilter(row => row.CustomerId == context.Viewer || row.ManufacturerId == context.Viewer);
        builder.Entity<OrderRow>().HasQueryFilter(row => row.CustomerId == context.Viewer || row.ManufacturerId == context.Viewer);

        // Work and its results: whose it is, and what goes with an offer that was sent.
        builder.Entity<JobRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<ArtifactRow>().HasQueryFilter(row =>
            row.OrganisationId == context.Viewer
            || (row.Audience == Audience.Customer && context.Offers.Any(offer => offer.Id == row.OfferId && offer.CustomerId == context.Viewer && offer.ManufacturerId == row.OrganisationId))
            || context.CostSheets.Any(sheet => sheet.OpenBook && sheet.OfferId == row.OfferId && sheet.CustomerId == context.Viewer && sheet.ManufacturerId == row.OrganisationId));

        builder.Entity<AuditRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<AccessRow>().HasQueryFilter(row => row.OwnerId == context.Viewer || row.OrganisationId == context.Viewer);
        builder.Entity<NoticeRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<WebhookRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<WebhookDeliveryRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<IdempotencyRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<CounterRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);
        builder.Entity<BundleRow>().HasQueryFilter(row => row.OrganisationId == context.Viewer);

        // What people prove themselves with, and the installation's own: no organisation's.
        builder.Entity<IdentityUserClaim<Guid>>().HasQueryFilter(row => row.UserId == Guid.Empty);
        builder.Entity<IdentityUserLogin<Guid>>().HasQueryFilter(row => row.UserId == Guid.Empty);
        builder.Entity<IdentityUserToken<Guid>>().HasQueryFilter(row => row.UserId == Guid.Empty);
        builder.Entity<IdentityUserPasskey<Guid>>().HasQueryFilter(row => row.UserId == Guid.Empty);
        builder.Entity<OutgoingMailRow>().HasQueryFilter(row => row.Id == Guid.Empty);
        builder.Entity<SettingRow>().HasQueryFilter(row => row.Name == "");
    }
}
