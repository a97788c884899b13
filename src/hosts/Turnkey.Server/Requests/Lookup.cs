using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Requests;

/// <summary>Finds what an actor named among what its organisation sees. Another's and what never was are answered alike.</summary>
internal static class Lookup
{
    public static async Task<Decision<RfqRow>> RfqAsync(this Change writing, Guid id) =>
        await writing.Seen.Rfqs.SingleOrDefaultAsync(row => row.Id == id) is { } row ? row : Refusal.NotFound("request");

    /// <summary>A request of the actor's own organisation.</summary>
    public static async Task<Decision<RfqRow>> OwnRfqAsync(this Change writing, Guid id) =>
        await writing.Seen.Rfqs.SingleOrDefaultAsync(row => row.Id == id && row.CustomerId == writing.Actor.Organisation) is { } row ? row : Refusal.NotFound("request");

    /// <summary>The invitation by which the actor's organisation was asked.</summary>
    public static async Task<Decision<InvitationRow>> OwnInvitationAsync(this Change writing, Guid rfq) =>
        await writing.Seen.Invitations.SingleOrDefaultAsync(row => row.RfqId == rfq && row.ManufacturerId == writing.Actor.Organisation) is { } row ? row : Refusal.NotFound("request");

    public static async Task<Decision<OfferRow>> OfferAsync(this Change writing, Guid id) =>
        await writing.Seen.Offers.SingleOrDefaultAsync(row => row.Id == id) is { } row ? row : Refusal.NotFound("offer");

    public static async Task<Decision<OrderRow>> OrderAsync(this Change writing, Guid id) =>
        await writing.Seen.Orders.SingleOrDefaultAsync(row => row.Id == id) is { } row ? row : Refusal.NotFound("order");

    public static async Task<Organisation> OrganisationAsync(this Change writing, Guid id) => (await writing.All.Organisations.SingleAsync(row => row.Id == id)).Read();

    /// <summary>Null when the actor may; else the refusal to answer with.</summary>
    public static Refusal? Lacks(this Actor actor, Permission permission) =>
        actor.May(permission) ? null : Refusal.NotAllowed($"this takes the permission to {permission.ToString().ToLowerInvariant()}, which your roles do not have; ask an administrator of your organisation");
}
