using System.Collections.Immutable;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Access;

/// <summary>A request as one manufacturer may see it: the revisions that were shown to it, and behind gates that it has not passed no design.</summary>
public static class ManufacturerView
{
    /// <summary>Who may see nothing is told the same, whatever the reason.</summary>
    /// <param name="rfq">The customer's own, with all revisions.</param>
    /// <param name="invitation">The manufacturer's.</param>
    /// <param name="manufacturer">As it is known now, with its certificates.</param>
    /// <param name="day">On which the gates are judged.</param>
    public static Decision<Rfq> Of(Rfq rfq, Invitation invitation, Organisation manufacturer, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rfq);
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(manufacturer);
        if (invitation.Rfq != rfq.Id || invitation.Manufacturer != manufacturer.Id || invitation.State == InvitationState.Revoked) return Refusal.NotFound("request");
        // What is still being written was never sent, whatever an invitation says.
        ImmutableArray<RequestRevision> shown = [.. rfq.Revisions.Take(rfq.SentRevisions).Where(revision => invitation.Revisions.Contains(revision.Number))];
        if (shown.IsEmpty) return Refusal.NotFound("request");
        var open = GateCheck.Judge(rfq.Gates, invitation, manufacturer, day).Open;
        return rfq with { Revisions = open ? shown : [.. shown.Select(BehindGates)], SentRevisions = shown.Length };
    }

    /// <summary>What says how much is wanted of what kind, and nothing of what the product is.</summary>
    private static RequestRevision BehindGates(RequestRevision revision) => revision with { Package = "", PackageName = "", Note = "", Consigned = [], Design = null };
}
