using System.Text.Json;
using Turnkey.Contracts.Audit;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Requests;

namespace Turnkey.Contracts.Tests;

public sealed class ContractJsonTests
{
    /// <summary>Every record that is kept or sent, with every member set to something that is not its default.</summary>
    private static readonly object[] Records =
    [
        Samples.Customer, Samples.Manufacturer, Samples.Manufacturer.Certifications[0], Samples.Manufacturer.Sites[0], Samples.Rfq, Samples.Revision, Samples.Revision.Design!, Samples.Revision.Design!.Milestones[0], Samples.Revision.Releases[0],
        Samples.Made(Samples.Invitation.Decline("no capacity")), Samples.Invitation.Accepted[0], Samples.Question, Samples.Question.Remarks[0], Samples.Offer, Samples.Offer.Content, Samples.Offer.Content.Prices[0], Samples.Offer.Content.Prices[0].Basis,
        Samples.CounterOffer, Samples.Made(Samples.Changed.Cancel("stop")), Samples.Placed.Lots[0], Samples.OtherDays, AuditChain.Next(null, Samples.Now, Samples.Customer.Id, Samples.Customer.Id, "offer.sent", "offer/1", "{}"),
        new KnownKey(Samples.Customer.Id, "Acme", Samples.Customer.PublicKey, Samples.Now), new BundleReceipt(Samples.Customer.Id, Samples.Number(1), "00"),
        new PackageFacts { Package = "a", Name = "b", CopperLayers = 2, WidthMm = 20.5, HeightMm = 10.25, HasOutline = true, HasDrills = true, BomLines = 3, LinesWithoutPartNumber = 1, Parts = 4, Placements = 5, Designators = ["R1"], Assumed = ["finish"] },
    ];

    public static TheoryData<string> Names { get; } = [.. Records.Select((record, at) => $"{at} {record.GetType().Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_comes_back_as_it_was(string name)
    {
        var record = Records[int.Parse(name.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
        var text = JsonSerializer.Serialize(record, record.GetType(), ContractJson.Options);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, record.GetType(), ContractJson.Options), record.GetType(), ContractJson.Options));
        // No member is forgotten: what can be set is written.
        using var json = JsonDocument.Parse(text);
        var members = record.GetType().GetProperties().Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.Equal(members.Order(StringComparer.Ordinal), json.RootElement.EnumerateObject().Select(member => member.Name).Where(member => member != "kind").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gates_come_back_as_what_they_were() => Assert.Equal(Samples.Gates.Select(gate => gate.Key), ContractJson.Read<Rfq>(ContractJson.Write(Samples.Rfq)).Gates.Select(gate => gate.Key));

    [Fact]
    public void Amounts_keep_their_digits_and_states_are_words()
    {
        var text = ContractJson.Write(Samples.Offer);
        Assert.Contains("\"unitPrice\":8.2001", text, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"sent\"", text, StringComparison.Ordinal);
        Assert.Contains("box-build", ContractJson.Write(Samples.Revision), StringComparison.Ordinal);
        Assert.Contains("Ω and µ", ContractJson.Write(Samples.Revision), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_newer_program_are_left_out() =>
        Assert.Equal(Samples.Placed.Lots[0], ContractJson.Read<OrderedLot>("{\"quantity\":60,\"colour\":\"red\",\"due\":\"2026-05-01\"}"));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"quantity\":60}")]
    [InlineData("{\"quantity\":60,\"quantity\":61,\"due\":\"2026-05-01\"}")]
    [InlineData("{\"quantity\":60,\"Quantity\":61,\"due\":\"2026-05-01\"}")]
    [InlineData("{\"quantity\":\"60\",\"due\":\"2026-05-01\"}")]
    [InlineData("{\"quantity\":60,\"due\":null}")]
    public void Text_that_is_none_or_is_ambiguous_is_refused(string text) => Assert.Throws<JsonException>(() => ContractJson.Read<OrderedLot>(text));

    [Fact]
    public void A_state_is_no_number_and_a_list_not_null()
    {
        Assert.Throws<JsonException>(() => ContractJson.Read<Order>(ContractJson.Write(Samples.Placed).Replace("\"placed\"", "0", StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => ContractJson.Read<Acknowledgement>("{\"number\":\"1\",\"at\":\"2026-01-31T08:00:00Z\",\"by\":\"B\",\"days\":null,\"note\":\"\"}"));
    }

    [Fact]
    public void An_identifier_follows_from_what_it_names()
    {
        var one = NamedId.Of(Samples.Customer.Id, "rfq", "RFQ-1");
        Assert.Equal(one, NamedId.Of(Samples.Customer.Id, "rfq", "RFQ-1"));
        Assert.Equal(4, new[] { one, NamedId.Of(Samples.Rival.Id, "rfq", "RFQ-1"), NamedId.Of(Samples.Customer.Id, "order", "RFQ-1"), NamedId.Of(Samples.Customer.Id, "rfq", "RFQ-2") }.Distinct().Count());
        Assert.Equal(8, one.Version);
    }
}
