using System.Collections.Immutable;

namespace Turnkey.Contracts.Requests;

/// <summary>
/// A request for quotation: what a customer asks of one or several manufacturers, revision by revision. Immutable; what happens to it is a decision
/// that gives the next state. Whom it went to is not in it, because those who may read a request must not learn who else does: see <see cref="Invitation"/>.
/// </summary>
/// <param name="Id">The same on every installation that holds it.</param>
/// <param name="Number">The customer's number: <c>RFQ-2026-0142</c>.</param>
/// <param name="Customer">Identifier of the organisation that asks.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Created">When it was begun.</param>
public sealed record Rfq(Guid Id, string Number, Guid Customer, string Title, DateTimeOffset Created)
{
    public RfqState State { get; init; }

    /// <summary>At least one, ascending; the last is the one in force.</summary>
    public ImmutableArray<RequestRevision> Revisions { get; init; } = [];

    /// <summary>How many revisions were sent: those before are fixed.</summary>
    public int SentRevisions { get; init; }

    public ImmutableArray<Gate> Gates { get; init; } = [];

    public DateTimeOffset? Sent { get; init; }

    public RequestRevision Latest => Revisions[^1];

    /// <summary>The revision in force may still be written.</summary>
    public bool Open => State is RfqState.Draft or RfqState.Sent && SentRevisions < Revisions.Length;

    /// <summary>Replaces what is being written.</summary>
    public Decision<Rfq> Write(RequestRevision content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!Open) return Fixed;
        return this with { Revisions = [.. Revisions[..^1], content with { Number = Latest.Number }] };
    }

    /// <summary>Sets what a manufacturer has to fulfil before it sees the design. Only before the first sending: nobody moves a gate that others went through.</summary>
    public Decision<Rfq> Guard(ImmutableArray<Gate> gates)
    {
        if (State != RfqState.Draft) return new Refusal("rfq.gates-fixed", "the conditions cannot change once the request was sent; close it and begin a new one");
        return this with { Gates = gates };
    }

    /// <summary>Begins the next revision as a copy of the last.</summary>
    public Decision<Rfq> Revise()
    {
        if (State is RfqState.Awarded or RfqState.Closed) return new Refusal("rfq.ended", "the request has ended; begin a new one");
        if (Open) return new Refusal("rfq.revision-open", $"revision {Latest.Number} was not sent yet; change that one");
        return this with { Revisions = [.. Revisions, Latest with { Number = Latest.Number + 1, Note = "" }] };
    }

    /// <summary>Sends what is written, when nothing that a quote needs is missing.</summary>
    /// <param name="facts">What was found in the package of the revision in force; null while it has not been read.</param>
    public Decision<Rfq> Send(PackageFacts? facts, DateTimeOffset at)
    {
        if (!Open) return Fixed;
        var completeness = Completeness.Of(Latest, facts);
        if (completeness.Blocking.FirstOrDefault() is { } missing) return new Refusal("rfq.incomplete", $"{missing.What}: {missing.Remedy}");
        return this with { Revisions = [.. Revisions[..^1], Latest with { Package = facts?.Package ?? "" }], State = RfqState.Sent, SentRevisions = Revisions.Length, Sent = Sent ?? at };
    }

    public Decision<Rfq> Award() => State == RfqState.Sent ? this with { State = RfqState.Awarded } : new Refusal("rfq.not-sent", "only a request that was sent and has not ended can be awarded");

    public Decision<Rfq> Close() => State is RfqState.Draft or RfqState.Sent ? this with { State = RfqState.Closed } : new Refusal("rfq.ended", "the request has already ended");

    private Refusal Fixed => State is RfqState.Awarded or RfqState.Closed
        ? new Refusal("rfq.ended", "the request has ended; begin a new one")
        : new Refusal("rfq.sent", $"revision {Latest.Number} was sent and stays as it is; begin the next revision");
}
