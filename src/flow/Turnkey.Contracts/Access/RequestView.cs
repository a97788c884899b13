using System.Collections.Immutable;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Access;

/// <summary>
/// A request as one party may see it: the customer sees all of it; a manufacturer the revisions that were shown to it, and of the design, before the gates
/// are passed, nothing but that there is one.
/// </summary>
/// <param name="Request">What may be seen; everything else is not in it.</param>
/// <param name="Mine">The viewer is the customer.</param>
/// <param name="Gates">What the gates say to this manufacturer; null for the customer.</param>
public sealed record RequestView(Rfq Request, bool Mine, GateResult? Gates)
{
    /// <summary>Whether the design itself may be opened.</summary>
    public bool DesignOpen => Mine || (Gates is { Open: true } && !Declined);

    /// <summary>The manufacturer does not want to quote: it needs the design no more, and does not see it until it is asked again.</summary>
    public bool Declined { get; init; }

    public static RequestView ForCustomer(Rfq rfq) => new(rfq, Mine: true, null);

    /// <summary>Null when nothing of it was shown to the manufacturer.</summary>
    public static RequestView? ForManufacturer(Rfq rfq, Invitation invitation, Organisation manufacturer, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rfq);
        ArgumentNullException.ThrowIfNull(invitation);
        if (invitation.State == InvitationState.Revoked || invitation.Rfq != rfq.Id) return null;
        ImmutableArray<RequestRevision> shown = [.. rfq.Revisions.Take(rfq.SentRevisions).Where(revision => invitation.Revisions.Contains(revision.Number))];
        if (shown.IsEmpty) return null;
        var gates = GateCheck.Judge(rfq.Gates, invitation, manufacturer, day);
        var declined = invitation.State == InvitationState.Declined;
        if (!gates.Open || declined) shown = [.. shown.Select(WithoutDesign)];
        return new RequestView(rfq with { Revisions = shown, SentRevisions = shown.Length }, Mine: false, gates) { Declined = declined };
    }

    /// <summary>What can be told of a revision to somebody who may not see its design: what is asked, how much, when; no file, no name of a file, no designator.</summary>
    private static RequestRevision WithoutDesign(RequestRevision revision) => revision with { Package = "", Upload = null, PackageName = "", Note = "", Consigned = [] };
}
