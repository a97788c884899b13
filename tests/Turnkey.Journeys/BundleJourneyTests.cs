using System.Text.Json.Nodes;

namespace Turnkey.Journeys;

/// <summary>Two companies that have nothing in common but e-mail: from the request to the acknowledged order by command line, each in its own folder.</summary>
public sealed class BundleJourneyTests : IDisposable
{
    private const string Request = """
        number: RFQ-2026-0142
        title: Small board
        services: [fabrication, assembly]
        quantities: [10, 100]
        consigned: [U9]
        currency: USD
        destination: DE
        ipc-class: 2
        answers-due: 2099-02-28
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void From_the_request_to_the_acknowledged_order_both_sides_hold_the_same_documents()
    {
        Meet();
        Done("export", "rfq", SmallPackage.Write(At("small")), "--request", Write("request.yaml", Request), "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out", At("rfq.bundle"));

        // The manufacturer: it sees who asks, unpacks, quotes what was unpacked, and offers it.
        var imported = Done("import", At("rfq.bundle"), At("received"), "--identity", At("maker"));
        Assert.Contains("this key was not met before", imported.Output, StringComparison.Ordinal);
        Assert.Contains("--consign U9", imported.Output, StringComparison.Ordinal);
        var quote = Journey.Of("quote", At("received/design/revision-1.zip"), "--qty", "10,100", "--currency", "USD", "--scope", "fabrication,assembly", "--consign", "U9", "--out", At("quote"));
        Assert.True(quote.Code == 0, quote.Error);
        Done("export", "questions", "--answers", At("rfq.bundle"), "--queries", At("quote/queries.json"), "--by", "B. Estimator", "--identity", At("maker"), "--out", At("questions.bundle"));
        Done("export", "offer", "--answers", At("rfq.bundle"), "--quote", At("quote"), "--valid-until", "2099-03-31", "--terms", "FCA Tartu, Incoterms 2020; 30 days net", "--identity", At("maker"), "--out", At("offer.bundle"));

        // The customer: it reads the offer and orders.
        Done("import", At("offer.bundle"), At("offered"), "--identity", At("buyer"));
        Assert.False(File.Exists(At("offered/papers/quote.json")) || File.Exists(At("offered/papers/costing.html")));
        Assert.Empty(Prices.Internals(System.Text.Json.JsonDocument.Parse(File.ReadAllText(At("offered/papers/offer.json"))).RootElement));
        Done("export", "order", "--answers", At("offer.bundle"), "--number", "PO-1", "--lot", "60@2099-05-01", "--lot", "60@2099-06-01", "--identity", At("buyer"), "--out", At("order.bundle"));

        // The manufacturer: it holds the order against its offer and acknowledges.
        Done("import", At("order.bundle"), At("ordered"), "--identity", At("maker"));
        Done("export", "acknowledgement", "--answers", At("order.bundle"), "--offer", At("offer.bundle"), "--number", "SO-9", "--by", "B. Sales", "--identity", At("maker"), "--out", At("ack.bundle"));
        Done("import", At("ack.bundle"), At("acknowledged"), "--identity", At("buyer"));

        var rfq = Document("received")["rfq"]!;
        var offer = Document("offered")["offer"]!;
        var (placed, acknowledged) = (Document("ordered")["order"]!.AsObject(), Document("acknowledged")["order"]!.AsObject());
        Assert.Equal(rfq["id"]!.ToString(), offer["rfq"]!.ToString());
        Assert.Equal(rfq["revisions"]![0]!["package"]!.ToString(), offer["content"]!["package"]!.ToString());
        Assert.Equal(offer["id"]!.ToString(), placed["offer"]!.ToString());
        var price = offer["content"]!["prices"]![1]!;
        Assert.Equal((100, price["unitPrice"]!.ToJsonString(), price["nonRecurring"]!.ToJsonString()), (price["quantity"]!.GetValue<int>(), placed["unitPrice"]!.ToJsonString(), placed["nonRecurring"]!.ToJsonString()));
        // What was priced is what the papers say, to the last digit.
        var paper = JsonNode.Parse(File.ReadAllText(At("quote/offer.json")))!["quantities"]![1]!;
        Assert.Equal(paper["unitPrice"]!.ToJsonString(), placed["unitPrice"]!.ToJsonString());
        Assert.Equal("acknowledged", acknowledged["state"]!.ToString());
        Assert.Equal("SO-9", acknowledged["acknowledgement"]!["number"]!.ToString());
        // But for the answer, the order that came back is the order that was placed, byte for byte.
        acknowledged["state"] = "placed";
        acknowledged["acknowledgement"] = null;
        Assert.Equal(placed.ToJsonString(), acknowledged.ToJsonString());
    }

    [Fact]
    public void Other_days_are_accepted_and_nothing_else_is_changed_by_it()
    {
        var order = Ordered();
        Done("export", "acknowledgement", "--answers", order, "--offer", At("offer.bundle"), "--number", "SO-9", "--by", "B. Sales", "--day", "2099-05-20", "--identity", At("maker"), "--out", At("ack.bundle"));
        Done("export", "acceptance", "--answers", At("ack.bundle"), "--order", order, "--identity", At("buyer"), "--out", At("accepted.bundle"));
        Done("import", At("accepted.bundle"), At("accepted"), "--identity", At("maker"));
        Assert.Equal("2099-05-20", Document("accepted")["order"]!["lots"]![0]!["due"]!.ToString());
    }

    [Fact]
    public void An_order_is_cancelled_by_who_placed_it_and_refused_by_who_received_it()
    {
        var order = Ordered();
        Done("export", "cancellation", "--answers", order, "--reason", "the product was stopped", "--identity", At("buyer"), "--out", At("cancelled.bundle"));
        Done("import", At("cancelled.bundle"), At("cancelled"), "--identity", At("maker"));
        Assert.Equal("cancelled", Document("cancelled")["order"]!["state"]!.ToString());
        Done("export", "refusal", "--answers", order, "--reason", "no capacity", "--identity", At("maker"), "--out", At("refused.bundle"));
        Assert.Contains("order-refusal", Done("verify", At("refused.bundle")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_gate_the_design_follows_the_acceptance()
    {
        Meet();
        var request = Write("request.yaml", Request + "\ngates:\n  - kind: nda\n    title: Mutual NDA\n    text: Nothing is told to anybody.\n");
        Done("export", "rfq", SmallPackage.Write(At("small")), "--request", request, "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out", At("closed.bundle"));
        Done("import", At("closed.bundle"), At("closed"), "--identity", At("maker"));
        Assert.False(Directory.Exists(At("closed/design")));
        Done("export", "reply", "--answers", At("closed.bundle"), "--accept", "--by", "B. Sales", "--identity", At("maker"), "--out", At("reply.bundle"));
        Done("export", "rfq", At("small"), "--request", request, "--to", At("maker/organisation.json"), "--reply", At("reply.bundle"), "--identity", At("buyer"), "--out", At("open.bundle"));
        Done("import", At("open.bundle"), At("open"), "--identity", At("maker"));
        Assert.True(File.Exists(At("open/design/revision-1.zip")));
        Assert.Equal(Document("closed")["rfq"]!["id"]!.ToString(), Document("open")["rfq"]!["id"]!.ToString());
    }

    [Fact]
    public void A_bundle_is_imported_once_whole_and_for_its_recipient_alone()
    {
        Meet();
        Done("export", "rfq", SmallPackage.Write(At("small")), "--request", Write("request.yaml", Request), "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out", At("rfq.bundle"));
        Done("import", At("rfq.bundle"), At("received"), "--identity", At("maker"));
        Assert.Contains("nothing was changed", Done("import", At("rfq.bundle"), At("received"), "--identity", At("maker")).Error, StringComparison.Ordinal);
        Directory.CreateDirectory(At("full"));
        File.WriteAllText(At("full/mine.txt"), "mine");
        Refused("bundle.folder", "import", At("rfq.bundle"), At("full"), "--identity", At("maker"));
        Refused("bundle.other-recipient", "import", At("rfq.bundle"), At("other"), "--identity", Keygen("rival"));
        var bytes = File.ReadAllBytes(At("rfq.bundle"));
        bytes[^200] ^= 1;
        File.WriteAllBytes(At("changed.bundle"), bytes);
        Refused("bundle.", "verify", At("changed.bundle"));
        Refused("bundle.", "import", At("changed.bundle"), At("other"), "--identity", At("maker"));
        Assert.False(Directory.Exists(At("other")));
    }

    [Fact]
    public void A_key_that_changed_is_refused_until_a_person_confirms_its_fingerprint()
    {
        Meet();
        string[] export = ["export", "rfq", SmallPackage.Write(At("small")), "--request", Write("request.yaml", Request), "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out"];
        Done([.. export, At("one.bundle")]);
        Done("import", At("one.bundle"), At("one"), "--identity", At("maker"));

        // Somebody takes the customer's profile and a key of its own.
        var profile = JsonNode.Parse(File.ReadAllText(At("buyer/organisation.json")))!;
        Keygen("thief");
        var thief = JsonNode.Parse(File.ReadAllText(At("thief/organisation.json")))!;
        thief["id"] = profile["id"]!.ToString();
        thief["name"] = profile["name"]!.ToString();
        File.WriteAllText(At("thief/organisation.json"), thief.ToJsonString());
        export[^2] = At("thief");
        Done([.. export, At("two.bundle")]);
        Refused("bundle.key-changed", "import", At("two.bundle"), At("two"), "--identity", At("maker"));
        Refused("bundle.key-changed", "verify", At("two.bundle"), "--identity", At("maker"));
        Refused("bundle.other-key", "verify", At("two.bundle"), "--fingerprint", Fingerprint(At("one.bundle")));
        Assert.False(Directory.Exists(At("two")));
        Done("import", At("two.bundle"), At("two"), "--identity", At("maker"), "--fingerprint", Fingerprint(At("two.bundle")));
    }

    [Fact]
    public void A_key_is_its_owners_alone_and_is_never_overwritten()
    {
        Keygen("buyer");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("buyer/organisation.key")));
        var before = File.ReadAllText(At("buyer/organisation.key"));
        Refused("identity.exists", "keygen", "--name", "Acme", "--country", "DE", "--as", "customer", "--out", At("buyer"));
        Assert.Equal(before, File.ReadAllText(At("buyer/organisation.key")));
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(At("buyer/organisation.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_request_is_not_sent()
    {
        Meet();
        var package = SmallPackage.Write(At("small"));
        File.Delete(At("small/small-Edge_Cuts.gbr"));
        Refused("rfq.incomplete", "export", "rfq", package, "--request", Write("request.yaml", Request), "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out", At("rfq.bundle"));
        Refused("request.yaml:4", "export", "rfq", package, "--request", Write("request.yaml", Request.Replace("10, 100", "ten", StringComparison.Ordinal)), "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out", At("rfq.bundle"));
        Assert.False(File.Exists(At("rfq.bundle")));
    }

    [Theory]
    [InlineData("bundle")]
    [InlineData("bundle", "export")]
    [InlineData("bundle", "export", "rfq")]
    [InlineData("bundle", "verify")]
    [InlineData("bundle", "keygen", "--name", "A", "--country", "Germany", "--as", "customer", "--out", "x")]
    [InlineData("bundle", "export", "order", "--answers", "x", "--number", "1", "--lot", "ten", "--identity", "x", "--out", "x")]
    public void Wrong_usage_exits_2_and_says_where_help_is(params string[] arguments)
    {
        var run = Journey.Of(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--help'", run.Error, StringComparison.Ordinal);
    }

    private void Meet()
    {
        Keygen("buyer", "customer");
        Keygen("maker");
    }

    private string Ordered()
    {
        Meet();
        Done("export", "rfq", SmallPackage.Write(At("small")), "--request", Write("request.yaml", Request), "--to", At("maker/organisation.json"), "--identity", At("buyer"), "--out", At("rfq.bundle"));
        var quote = Journey.Of("quote", At("small"), "--qty", "10,100", "--currency", "USD", "--consign", "U9", "--out", At("quote"));
        Assert.True(quote.Code == 0, quote.Error);
        Done("export", "offer", "--answers", At("rfq.bundle"), "--quote", At("quote"), "--valid-until", "2099-03-31", "--terms", "FCA Tartu", "--identity", At("maker"), "--out", At("offer.bundle"));
        Done("export", "order", "--answers", At("offer.bundle"), "--number", "PO-1", "--lot", "60@2099-05-01", "--identity", At("buyer"), "--out", At("order.bundle"));
        return At("order.bundle");
    }

    private string Keygen(string name, string kind = "manufacturer")
    {
        Done("keygen", "--name", name, "--country", "DE", "--as", kind, "--out", At(name));
        return At(name);
    }

    private static string Fingerprint(string bundle) => Done("verify", bundle).Output.Split('\n').Single(line => line.StartsWith("key ", StringComparison.Ordinal))[4..].Trim();

    private static Journey Done(params string[] arguments)
    {
        var run = Journey.Of(["bundle", .. arguments]);
        Assert.True(run.Code == 0, run.Error);
        return run;
    }

    private static void Refused(string code, params string[] arguments)
    {
        var run = Journey.Of(["bundle", .. arguments]);
        Assert.Equal(1, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    private JsonNode Document(string imported) => JsonNode.Parse(File.ReadAllText(Path.Combine(At(imported), "document.json")))!;

    private string At(string name) => Path.Combine(folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
