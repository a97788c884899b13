using System.Collections.Immutable;

namespace Turnkey.Contracts.Requests;

public enum InvitationState
{
    /// <summary>The manufacturer may look, as far as the gates allow.</summary>
    Sent,

    /// <summary>The manufacturer does not want to quote.</summary>
    Declined,

    /// <summary>The customer took it back; nothing of the request can be seen any more.</summary>
    Revoked,
}

/// <summary>A request sent to one manufacturer: which revisions it may see, and what it did about the gates.</summary>
/// <param name="Id">The same on every installation that holds it.</param>
/// <param name="Rfq">The request.</param>
/// <param name="Manufacturer">Identifier of the organisation that is asked.</param>
/// <param name="At">When it was sent.</param>
public sealed record Invitation(Guid Id, Guid Rfq, Guid Customer, Guid Manufacturer, DateTimeOffset At)
{
    public InvitationState State { get; init; }

    /// <summary>Numbers of the revisions that were shown to it; each can be taken back by itself.</summary>
    public ImmutableArray<int> Revisions { get; init; } = [];

    public ImmutableArray<GateAcceptance> Accepted { get; init; } = [];

    /// <summary>Why it was declined or revoked.</summary>
    public string Reason { get; init; } = "";

    public Decision<Invitation> Show(int revision) =>
        State == InvitationState.Revoked ? new Refusal("invitation.revoked", "the invitation was taken back; invite the manufacturer again")
        : Revisions.Contains(revision) && State == InvitationState.Sent ? this
        // Sending it again, also the same revision, asks again who declined.
        : this with { Revisions = Revisions.Contains(revision) ? Revisions : [.. Revisions, revision], State = InvitationState.Sent, Reason = "" };

    public Decision<Invitation> Hide(int revision) =>
        Revisions.Contains(revision) ? this with { Revisions = Revisions.Remove(revision) } : new Refusal("invitation.not-shown", $"revision {revision} was not shown to this manufacturer");

    public Decision<Invitation> Accept(GateAcceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        if (State != InvitationState.Sent) return Ended;
        return Accepted.Any(one => one.Gate == acceptance.Gate) ? this : this with { Accepted = [.. Accepted, acceptance] };
    }

    public Decision<Invitation> Decline(string reason) => State == InvitationState.Sent ? this with { State = InvitationState.Declined, Reason = reason } : Ended;

    public Decision<Invitation> Revoke(string reason) => State == InvitationState.Revoked ? Ended : this with { State = InvitationState.Revoked, Reason = reason, Revisions = [] };

    private Refusal Ended => State == InvitationState.Revoked
        ? new Refusal("invitation.revoked", "the customer took this request back")
        : new Refusal("invitation.declined", "this request was declined; ask the customer to send it again");
}

/// <summary>That a person of the manufacturer agreed to a gate, and when.</summary>
/// <param name="Gate">The gate's <see cref="Requests.Gate.Key"/>, which for an agreement holds the hash of its text.</param>
/// <param name="By">Who, by name.</param>
public sealed record GateAcceptance(string Gate, string By, DateTimeOffset At);
