using System.Collections.Immutable;
using System.Text;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Bundles.Sending;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Tests.Bundles;

/// <summary>Only what the recipient may see goes in.</summary>
public sealed class SendingTests
{
    private static readonly ReadOnlyMemory<byte> Other = "PK: the draft"u8.ToArray();

    /// <summary>The customer's own: revision 1 was sent, revision 2 was sent to somebody else, revision 3 is being written.</summary>
    private static readonly Rfq Whole = Samples.Rfq with
    {
        Revisions = [Samples.Revision, Samples.Revision with { Number = 2, Package = new string('b', 64), Note = "cheaper regulator" }, Samples.Revision with { Number = 3, Package = new string('c', 64), Note = "secret plan" }],
        SentRevisions = 2,
    };

    private static readonly Dictionary<int, ReadOnlyMemory<byte>> Designs = new() { [1] = Samples.Design, [2] = Other, [3] = Other };

    [Fact]
    public void A_request_holds_the_revisions_that_were_shown_and_nothing_of_the_others()
    {
        var content = Samples.Made(Request(Whole, Samples.Invitation));
        var request = Assert.IsType<BundleDocument.Request>(content.Document);
        Assert.Equal([1], request.Rfq.Revisions.Select(revision => revision.Number));
        Assert.Equal(1, request.Rfq.SentRevisions);
        Assert.Equal(["design/revision-1.zip"], content.Files.Select(file => file.Path));
        var bytes = Encoding.UTF8.GetString(Samples.Write(content, "customer"));
        Assert.DoesNotContain("secret plan", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("cheaper regulator", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("the draft", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_names_no_other_manufacturer()
    {
        var bytes = Encoding.UTF8.GetString(Samples.Write(Samples.Made(Request(Whole, Samples.Invitation)), "customer"));
        Assert.DoesNotContain(Samples.Rival.Id.ToString(), bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Samples.Rival.Name, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_that_is_being_written_goes_to_nobody_even_where_an_invitation_names_it()
    {
        var request = Assert.IsType<BundleDocument.Request>(Samples.Made(Request(Whole, Samples.Invitation with { Revisions = [1, 3] })).Document);
        Assert.Equal([1], request.Rfq.Revisions.Select(revision => revision.Number));
        Assert.Equal([1], request.Invitation.Revisions);
    }

    [Theory]
    [InlineData("nda")]
    [InlineData("export")]
    [InlineData("certificate")]
    public void Behind_a_closed_gate_there_is_no_design(string gate)
    {
        var (invitation, manufacturer) = gate switch
        {
            "nda" => (Samples.Invitation with { Accepted = [Samples.Invitation.Accepted[1]] }, Samples.Manufacturer),
            "export" => (Samples.Invitation, Samples.Manufacturer with { Sites = [new("Penang", "MY", "Penang")] }),
            _ => (Samples.Invitation, Samples.Manufacturer with { Certifications = [] }),
        };
        var content = Samples.Made(RequestSending.Compose(Samples.Number(20), Samples.Now, Samples.Customer, manufacturer, Samples.Rfq, invitation, Designs));
        Assert.Empty(content.Files);
        var revision = Assert.IsType<BundleDocument.Request>(content.Document).Rfq.Latest;
        Assert.Equal(("", "", ""), (revision.Package, revision.PackageName, revision.Note));
        Assert.Empty(revision.Consigned);
        Assert.Equal(Samples.Revision.Quantities, revision.Quantities);
        Assert.DoesNotContain("a design", Encoding.UTF8.GetString(Samples.Write(content, "customer")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_design_of_the_last_revision_has_to_be_there() =>
        Assert.Equal("bundle.missing-file", Samples.Refused(RequestSending.Compose(Samples.Number(20), Samples.Now, Samples.Customer, Samples.Manufacturer, Samples.Rfq, Samples.Invitation, new Dictionary<int, ReadOnlyMemory<byte>>())));

    [Theory]
    [InlineData(RfqState.Draft)]
    [InlineData(RfqState.Awarded)]
    [InlineData(RfqState.Closed)]
    public void A_request_that_is_not_open_goes_nowhere(RfqState state) => Assert.Equal("rfq.not-sent", Samples.Refused(Request(Samples.Rfq with { State = state }, Samples.Invitation)));

    [Fact]
    public void Who_may_see_nothing_is_sent_nothing()
    {
        Assert.Equal("not-found", Samples.Refused(Request(Samples.Rfq, Samples.Invitation with { State = InvitationState.Revoked })));
        Assert.Equal("not-found", Samples.Refused(Request(Samples.Rfq, Samples.Invitation with { Revisions = [] })));
        Assert.Equal("not-found", Samples.Refused(Request(Samples.Rfq, Samples.Invitation with { Manufacturer = Samples.Rival.Id })));
        Assert.Equal("not-found", Samples.Refused(Request(Samples.Rfq, Samples.Invitation with { Rfq = Samples.Number(77) })));
    }

    [Fact]
    public void Of_all_questions_those_of_this_request_and_these_two_are_sent()
    {
        Question[] all =
        [
            Samples.Question, Samples.Question with { Id = Samples.Number(30), Manufacturer = Samples.Rival.Id, Remarks = [] }, Samples.Question with { Id = Samples.Number(31), Rfq = Samples.Number(77) },
            Samples.Question with { Id = Samples.Number(32), Customer = Samples.Rival.Id, Remarks = [] },
        ];
        var content = Samples.Made(QuestionSending.Compose(Samples.Number(22), Samples.Now, Samples.Customer, Samples.Manufacturer, Samples.Rfq.Id, all));
        Assert.Equal([Samples.Question.Id], Assert.IsType<BundleDocument.QuestionList>(content.Document).Questions.Select(one => one.Id));
        Assert.Equal("bundle.questions", Samples.Refused(QuestionSending.Compose(Samples.Number(22), Samples.Now, Samples.Customer, Samples.Manufacturer, Samples.Number(78), all)));
    }

    [Theory]
    [InlineData(OfferState.Draft)]
    [InlineData(OfferState.Withdrawn)]
    [InlineData(OfferState.Superseded)]
    [InlineData(OfferState.Declined)]
    public void Only_an_open_offer_is_sent(OfferState state) => Assert.Equal("offer.not-open", Samples.Refused(Offer(Samples.Offer with { State = state }, new() { ["offer.json"] = Samples.Paper })));

    [Theory]
    [InlineData("quote.json")]
    [InlineData("costing.html")]
    [InlineData("costing.xlsx")]
    [InlineData("../offer.json")]
    [InlineData("OFFER.JSON")]
    public void A_paper_that_is_not_for_the_customer_stays(string name) =>
        Assert.Equal("offer.paper", Samples.Refused(Offer(Naming(name, Samples.Paper), new() { [name] = Samples.Paper })));

    [Theory]
    [InlineData("{\"quantities\":[{\"breakdown\":{}}]}", "offer.internal")]
    [InlineData("{\"a\":{\"b\":[[{\"Margin\":0.1}]]}}", "offer.internal")]
    [InlineData("{\"costs\":[]}", "offer.internal")]
    [InlineData("no json", "offer.paper")]
    public void A_cost_sheet_under_another_name_stays(string text, string code)
    {
        var content = Encoding.UTF8.GetBytes(text);
        Assert.Equal(code, Samples.Refused(Offer(Naming("offer.json", content), new() { ["offer.json"] = content })));
    }

    [Fact]
    public void Papers_that_the_offer_does_not_name_stay()
    {
        var content = Samples.Made(Offer(Samples.Offer, new() { ["offer.json"] = Samples.Paper, ["costing.html"] = "rates"u8.ToArray() }));
        Assert.Equal(["papers/offer.json"], content.Files.Select(file => file.Path));
        Assert.Equal("bundle.paper", Samples.Refused(Offer(Samples.Offer, new() { ["offer.json"] = "{}"u8.ToArray() })));
        Assert.Equal("bundle.missing-file", Samples.Refused(Offer(Samples.Offer, [])));
    }

    [Fact]
    public void Nobody_answers_a_bundle_that_was_made_for_another()
    {
        var request = Samples.Read(Samples.Write(Samples.RequestContent, "customer"));
        Assert.Equal("bundle.parties", Samples.Refused(AnswerSending.Reply(Samples.Number(21), Samples.Now, Samples.Rival, request, Samples.Invitation with { Manufacturer = Samples.Rival.Id })));
    }

    private static Offer Naming(string name, byte[] content) => Samples.Offer with { Content = Samples.Offer.Content with { Papers = ImmutableSortedDictionary<string, string>.Empty.Add(name, ContentHash.Of(content)) } };

    private static Decision<BundleContent> Request(Rfq rfq, Invitation invitation) => RequestSending.Compose(Samples.Number(20), Samples.Now, Samples.Customer, Samples.Manufacturer, rfq, invitation, Designs);

    private static Decision<BundleContent> Offer(Offer offer, Dictionary<string, ReadOnlyMemory<byte>> papers) => OfferSending.Compose(Samples.Number(23), Samples.Now, Samples.Manufacturer, Samples.Customer, offer, papers, null);
}
