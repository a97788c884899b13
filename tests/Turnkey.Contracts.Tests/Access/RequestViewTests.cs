using Turnkey.Contracts.Access;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Tests.Access;

public sealed class RequestViewTests
{
    private static readonly Rfq Open = Samples.Rfq with { Gates = [] };

    private static readonly Rfq TwoRevisions = Open with { Revisions = [Samples.Revision, Samples.Revision with { Number = 2, Note = "second" }], SentRevisions = 2 };

    private static readonly Invitation Asked = Samples.Invitation with { State = InvitationState.Sent, Revisions = [1], Accepted = [] };

    [Fact]
    public void The_customer_sees_all_of_it()
    {
        var view = RequestView.ForCustomer(TwoRevisions);
        Assert.Same(TwoRevisions, view.Request);
        Assert.True(view is { DesignOpen: true, Mine: true });
    }

    [Fact]
    public void A_manufacturer_sees_the_revisions_that_were_shown_to_it_and_no_other()
    {
        Assert.Equal([1], View(TwoRevisions, Asked)!.Request.Revisions.Select(revision => revision.Number));
        Assert.Equal([1, 2], View(TwoRevisions, Asked with { Revisions = [1, 2] })!.Request.Revisions.Select(revision => revision.Number));
        // What is being written was not sent to anybody, whatever an invitation says.
        Assert.Equal([1], View(TwoRevisions with { SentRevisions = 1 }, Asked with { Revisions = [1, 2] })!.Request.Revisions.Select(revision => revision.Number));
    }

    [Fact]
    public void What_was_taken_back_or_is_of_another_request_is_not_seen_at_all()
    {
        Assert.Null(View(Open, Asked with { State = InvitationState.Revoked }));
        Assert.Null(View(Open, Asked with { Revisions = [] }));
        Assert.Null(View(Open, Asked with { Rfq = Samples.Offer.Id }));
    }

    [Fact]
    public void Behind_a_closed_gate_there_is_what_is_asked_and_nothing_of_the_design()
    {
        var view = View(Samples.Rfq, Asked)!;
        Assert.False(view.DesignOpen);
        var revision = view.Request.Latest;
        Assert.Equal(("", null, "", "", 0), (revision.Package, revision.Upload, revision.PackageName, revision.Note, revision.Consigned.Length));
        Assert.Equal(ContractJson.Write(Samples.Revision.Quantities), ContractJson.Write(revision.Quantities));
    }

    [Fact]
    public void Who_declined_sees_the_design_no_more_until_it_is_asked_again()
    {
        Assert.True(View(Open, Asked)!.DesignOpen);
        var declined = View(Open, Samples.Made(Asked.Decline("no capacity")))!;
        Assert.False(declined.DesignOpen);
        Assert.Equal("", declined.Request.Latest.PackageName);
        Assert.True(View(Open, Samples.Made(Samples.Made(Asked.Decline("no capacity")).Show(1)))!.DesignOpen);
    }

    private static RequestView? View(Rfq rfq, Invitation invitation) => RequestView.ForManufacturer(rfq, invitation, Samples.Manufacturer, Samples.Today);
}
