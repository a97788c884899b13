using FsCheck.Fluent;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Tests.Requests;

public sealed class RfqTests
{
    private static readonly PackageFacts Complete = new() { Package = Samples.Revision.Package, CopperLayers = 2, HasOutline = true, HasDrills = true, BomLines = 2, Placements = 2, Designators = [.. Samples.Revision.Consigned] };

    private static readonly Rfq Draft = Samples.Rfq with { State = RfqState.Draft, SentRevisions = 0, Sent = null };

    private static readonly Func<Rfq, Decision<Rfq>>[] Deeds =
    [
        rfq => rfq.Write(rfq.Latest with { Note = rfq.Latest.Note + "!", Number = 99 }), rfq => rfq.Guard([]), rfq => rfq.Revise(), rfq => rfq.Send(Complete, Samples.Now.AddDays(rfq.SentRevisions)), rfq => rfq.Award(), rfq => rfq.Close(),
    ];

    [Fact]
    public void What_was_sent_stays_as_it_was_and_nothing_follows_an_end() => Laws.Hold(Gen.Choose(0, Deeds.Length - 1).ArrayOf(), deeds =>
    {
        var rfq = Draft;
        foreach (var deed in deeds)
        {
            if (Deeds[deed](rfq) is not Decision<Rfq>.Made { Value: var next }) continue;
            Assert.False(rfq.State is RfqState.Awarded or RfqState.Closed);
            Assert.Equal(ContractJson.Write(rfq.Revisions.Take(rfq.SentRevisions)), ContractJson.Write(next.Revisions.Take(rfq.SentRevisions)));
            Assert.Equal(Enumerable.Range(1, next.Revisions.Length), next.Revisions.Select(revision => revision.Number));
            Assert.InRange(next.SentRevisions, rfq.SentRevisions, next.Revisions.Length);
            if (rfq.State == RfqState.Sent) Assert.Equal((ContractJson.Write(rfq.Gates), rfq.Sent), (ContractJson.Write(next.Gates), next.Sent));
            rfq = next;
        }
    });

    [Fact]
    public void An_incomplete_request_is_not_sent_and_says_what_is_missing()
    {
        var decision = (Draft with { Revisions = [Draft.Latest with { Services = [Service.Fabrication] }] }).Send(null, Samples.Now);
        Assert.Equal("rfq.incomplete", Samples.Refused(decision));
        Assert.Contains("the design files", ((Decision<Rfq>.Refused)decision).Why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_that_was_taken_back_shows_nothing_and_accepts_nothing()
    {
        var revoked = Samples.Made(Samples.Invitation.Revoke("changed our mind"));
        Assert.Empty(revoked.Revisions);
        foreach (var deed in new[] { revoked.Show(1), revoked.Accept(new("k", "b", Samples.Now)), revoked.Decline("no"), revoked.Revoke("again") }) Assert.Equal("invitation.revoked", Samples.Refused(deed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Who_declined_is_asked_again_by_sending_it_again(int revision)
    {
        var declined = Samples.Made(Samples.Invitation.Decline("no capacity"));
        Assert.Equal("invitation.declined", Samples.Refused(declined.Accept(new("k", "b", Samples.Now))));
        var again = Samples.Made(declined.Show(revision));
        Assert.Equal((InvitationState.Sent, "", true), (again.State, again.Reason, again.Revisions.Contains(revision)));
    }

    [Fact]
    public void Revisions_are_shown_and_hidden_one_by_one()
    {
        var two = Samples.Made(Samples.Invitation.Show(2));
        Assert.Equal([1, 2], two.Revisions);
        Assert.Equal(two, Samples.Made(two.Show(2)));
        Assert.Equal([2], Samples.Made(two.Hide(1)).Revisions);
        Assert.Equal("invitation.not-shown", Samples.Refused(two.Hide(3)));
    }

    [Fact]
    public void A_gate_is_accepted_once()
    {
        var acceptance = new GateAcceptance("nda:x", "first", Samples.Now);
        var once = Samples.Made(Samples.Invitation.Accept(acceptance));
        Assert.Equal(once, Samples.Made(once.Accept(acceptance with { By = "second" })));
    }

    [Fact]
    public void Every_field_of_a_revision_is_in_the_difference()
    {
        Assert.Empty(RevisionDifference.Between(Samples.Revision, Samples.Revision));
        (string Field, RequestRevision After)[] changes =
        [
            ("label", Samples.Revision with { Label = "D" }), ("design package", Samples.Revision with { Package = "short" }), ("services", Samples.Revision with { Services = [Service.Test] }), ("design work", Samples.Revision with { Design = null }),
            ("quantities", Samples.Revision with { Quantities = [11] }), ("yearly volume", Samples.Revision with { AnnualVolume = null }), ("release lots", Samples.Revision with { Releases = [] }), ("supplied by the customer", Samples.Revision with { Consigned = ["U1"] }),
            ("currency", Samples.Revision with { Currency = "USD" }), ("destination", Samples.Revision with { Destination = "FR" }), ("IPC class", Samples.Revision with { IpcClass = 2 }), ("offers due", Samples.Revision with { AnswersDue = null }), ("note", Samples.Revision with { Note = "" }),
        ];
        foreach (var (field, after) in changes) Assert.Equal(field, Assert.Single(RevisionDifference.Between(Samples.Revision, after)).Field);
        // All of them but the number, the name of the file and the upload, which are no change by themselves: what was uploaded is told by the package's hash.
        Assert.Equal(typeof(RequestRevision).GetProperties().Count(property => property.CanWrite) - 3, changes.Length);
        Assert.Empty(RevisionDifference.Between(Samples.Revision, Samples.Revision with { Consigned = ["J2", "U1"] }));
    }
}
