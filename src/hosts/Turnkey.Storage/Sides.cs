using Turnkey.Storage.Rows;

namespace Turnkey.Storage;

/// <summary>
/// The lists that an organisation looks through, by the side it stands on. What it may see is the same as without them; but “mine, or sent to me” can be
/// read in no index, so that the newest fifty of it cost a look at all, while each side by itself is read from its index in the order it is shown in.
/// </summary>
public static class Sides
{
    /// <summary>Requests of the viewer as a customer: newest by <see cref="RfqRow.UpdatedAt"/>.</summary>
    public static IQueryable<RfqRow> OwnRfqs(this ViewerContext context) => context.Rfqs.Where(row => row.CustomerId == context.Viewer);

    /// <summary>Requests that were sent to the viewer as a manufacturer, by their invitations: newest by <see cref="InvitationRow.SentAt"/>.</summary>
    public static IQueryable<InvitationRow> ReceivedInvitations(this ViewerContext context) => context.Invitations.Where(row => row.ManufacturerId == context.Viewer);

    public static IQueryable<InvitationRow> SentInvitations(this ViewerContext context) => context.Invitations.Where(row => row.CustomerId == context.Viewer);

    /// <summary>Offers that the viewer makes, drafts too: newest by <see cref="OfferRow.CreatedAt"/>.</summary>
    public static IQueryable<OfferRow> OwnOffers(this ViewerContext context) => context.Offers.Where(row => row.ManufacturerId == context.Viewer);

    /// <summary>Offers that the viewer got: newest by <see cref="OfferRow.SentAt"/>.</summary>
    public static IQueryable<OfferRow> ReceivedOffers(this ViewerContext context) => context.Offers.Where(row => row.CustomerId == context.Viewer);

    /// <summary>Orders that the viewer placed: newest by <see cref="OrderRow.UpdatedAt"/>.</summary>
    public static IQueryable<OrderRow> PlacedOrders(this ViewerContext context) => context.Orders.Where(row => row.CustomerId == context.Viewer);

    /// <summary>Orders that the viewer got: newest by <see cref="OrderRow.UpdatedAt"/>.</summary>
    public static IQueryable<OrderRow> ReceivedOrders(this ViewerContext context) => context.Orders.Where(row => row.ManufacturerId == context.Viewer);

    /// <summary>Questions about the viewer's own requests: by state, newest by <see cref="QuestionRow.UpdatedAt"/>.</summary>
    public static IQueryable<QuestionRow> QuestionsOnOwnRfqs(this ViewerContext context) => context.Questions.Where(row => row.CustomerId == context.Viewer);

    /// <summary>Questions about requests that the viewer was sent: by state, newest by <see cref="QuestionRow.UpdatedAt"/>.</summary>
    public static IQueryable<QuestionRow> QuestionsOnReceivedRfqs(this ViewerContext context) => context.Questions.Where(row => row.ManufacturerId == context.Viewer);

    /// <summary>Packages that the viewer uploaded: newest by <see cref="PackageRow.UploadedAt"/>.</summary>
    public static IQueryable<PackageRow> OwnPackages(this ViewerContext context) => context.Packages.Where(row => row.OwnerId == context.Viewer);

    /// <summary>Who opened the viewer's designs: newest by <see cref="AccessRow.At"/>.</summary>
    public static IQueryable<AccessRow> AccessesToOwnPackages(this ViewerContext context) => context.Accesses.Where(row => row.OwnerId == context.Viewer);

    /// <summary>What the viewer's own people opened: newest by <see cref="AccessRow.At"/>.</summary>
    public static IQueryable<AccessRow> OwnAccesses(this ViewerContext context) => context.Accesses.Where(row => row.OrganisationId == context.Viewer);
}
