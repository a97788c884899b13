using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Bundles.Sending;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Contracts.Requests;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Tests;

/// <summary>Two parties, a request between them and what follows from it, every member filled.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(2));

    public static readonly DateOnly Today = new(2026, 1, 31);

    public static readonly byte[] Design = "PK: a design"u8.ToArray();

    public static readonly byte[] Paper = "{\"quantities\":[{\"quantity\":10,\"unitPrice\":12.5}]}"u8.ToArray();

    public static Organisation Customer { get; } = new(Number(1), "Acme Sensors", OrganisationKinds.Customer, "DE")
    {
        Address = "Ring 1\n10115 Berlin",
        Mail = "buying@acme.example",
        PublicKey = OrganisationKey.PublicOf(Key("customer")),
    };

    public static Organisation Manufacturer { get; } = new(Number(2), "Borealis EMS", OrganisationKinds.Manufacturer | OrganisationKinds.Customer, "EE")
    {
        Mail = "sales@borealis.example",
        Certifications = [new(Standards.Iatf16949, "Q-17", "TÜV", new DateOnly(2027, 6, 30)), new(Standards.IpcClass3, "W-2", "IPC", new DateOnly(2026, 12, 31))],
        Sites = [new("Tartu", "EE", "Tartu")],
        PublicKey = OrganisationKey.PublicOf(Key("manufacturer")),
    };

    public static Organisation Rival { get; } = new(Number(3), "Cheap Boards", OrganisationKinds.Manufacturer, "CN");

    public static RequestRevision Revision { get; } = new(1, new string('a', 64))
    {
        Label = "C",
        PackageName = "sensor.zip",
        Note = "Ω and µ as drawn",
        Services = [Service.Fabrication, Service.Assembly, Service.BoxBuild, Service.Design],
        Design = new DesignService(ResultOwner.Customer, [new("schematic review", new DateOnly(2026, 3, 1), "schematic as PDF")]),
        Quantities = [10, 100, 1000],
        AnnualVolume = 5000,
        Releases = [new(500, new DateOnly(2026, 6, 1)), new(500, new DateOnly(2026, 9, 1))],
        Consigned = ["U1", "J2"],
        Currency = "EUR",
        Destination = "DE",
        IpcClass = 3,
        AnswersDue = new DateOnly(2026, 2, 28),
    };

    public static ImmutableArray<Gate> Gates { get; } =
        [new Gate.Nda("Mutual NDA", "Nothing is told to anybody."), new Gate.ExportControl("EAR99", ["DE", "EE"]), new Gate.CertificationHeld(Standards.Iso9001)];

    public static Rfq Rfq { get; } = new(Number(10), "RFQ-2026-0142", Customer.Id, "Sensor node", Now) { State = RfqState.Sent, Revisions = [Revision], SentRevisions = 1, Gates = Gates, Sent = Now };

    public static Invitation Invitation { get; } = new(Number(11), Rfq.Id, Customer.Id, Manufacturer.Id, Now)
    {
        Revisions = [1],
        Accepted = [new(Gates[0].Key, "B. Sales", Now), new(Gates[1].Key, "B. Sales", Now)],
    };

    public static Question Question { get; } = new(Number(12), Rfq.Id, Customer.Id, Manufacturer.Id, 1, "May U3 be turned by 180°?")
    {
        Query = "placement:U3",
        Proposal = "As IPC-7351 has it",
        State = QuestionState.Answered,
        Remarks = [new(Manufacturer.Id, "B. Estimator", Now, "Pin 1 is not marked."), new(Customer.Id, "A. Engineer", Now, "Yes.")],
    };

    public static Offer Offer { get; } = new(Number(13), Rfq.Id, Customer.Id, Manufacturer.Id, 2, new OfferContent
    {
        Revision = 1,
        Package = Revision.Package,
        Currency = "EUR",
        Prices =
        [
            new(10, 12.5m, 430, 9, 15) { Basis = new(0.5, 0.25, 0.25), Low = 11.1234m, High = 14m },
            new(100, 8.2001m, 430, 12, 20),
        ],
        ValidUntil = new DateOnly(2026, 3, 31),
        Assumptions = ["FR-4, Tg 130 °C"],
        NotIncluded = ["U1, J2: supplied by the customer"],
        Errors = 1,
        Warnings = 7,
        Site = "Tartu",
        Terms = "FCA Tartu, Incoterms 2020; 30 days net",
        Note = "Thank you",
        Papers = ImmutableSortedDictionary<string, string>.Empty.Add("offer.json", ContentHash.Of(Paper)),
    })
    {
        State = OfferState.Sent,
        Supersedes = Number(14),
        Answers = Number(15),
        Sent = Now,
    };

    public static CounterOffer CounterOffer { get; } = new(Number(15), Offer.Id, Rfq.Id, Customer.Id, Manufacturer.Id, Now, 100, 7.5m, 10, "We take 500 a year");

    public static Order Placed { get; } = Made(OrderPlacing.Place(Offer with { State = OfferState.Awarded }, Number(16), "PO-2026-0031", Now, [new(60, new DateOnly(2026, 5, 1)), new(60, new DateOnly(2026, 6, 1))])) with
    {
        DeliverTo = "Berlin",
        Note = "as offered",
    };

    public static Acknowledgement OtherDays { get; } = new("SO-9", Now, "B. Sales", [new DateOnly(2026, 5, 1), new DateOnly(2026, 6, 15)], "the regulator is late");

    public static Order Changed { get; } = Made(Placed.Acknowledge(OtherDays));

    public static Order Acknowledged { get; } = Made(Placed.Acknowledge(OtherDays with { Days = [.. Placed.Lots.Select(lot => lot.Due)] }));

    public static Guid Number(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Keys of nobody: what they are is made of their names.</summary>
    public static ECDsa Key(string name) => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData(Encoding.UTF8.GetBytes(name)) });

    public static T Made<T>(Decision<T> decision) => decision is Decision<T>.Made made ? made.Value : throw new InvalidOperationException($"refused: {((Decision<T>.Refused)decision).Why}");

    public static string Refused<T>(Decision<T> decision) => decision is Decision<T>.Refused refused ? refused.Why.Code : "";

    public static BundleContent RequestContent { get; } = Made(RequestSending.Compose(Number(20), Now, Customer, Manufacturer, Rfq, Invitation, new Dictionary<int, ReadOnlyMemory<byte>> { [1] = Design }));

    /// <summary>One of every kind, each with the name of the key that signs it.</summary>
    public static ImmutableArray<(BundleContent Content, string Key)> Contents { get; } = [.. Everything()];

    public static byte[] Write(BundleContent content, string key)
    {
        using var signer = Key(key);
        return Bundle.Write(content, signer);
    }

    public static SignedBundle Read(byte[] bundle) => Bundle.Read(bundle, BundleLimits.Default) switch
    {
        BundleReading.Whole whole => whole.Bundle,
        BundleReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Diagnostics)),
        var other => throw new InvalidOperationException($"no reading {other}"),
    };

    private static IEnumerable<(BundleContent Content, string Key)> Everything()
    {
        yield return (RequestContent, "customer");
        var request = Read(Write(RequestContent, "customer"));
        yield return (Made(AnswerSending.Reply(Number(21), Now, Manufacturer, request, Invitation)), "manufacturer");
        yield return (Made(QuestionSending.Compose(Number(22), Now, Manufacturer, Customer, Rfq.Id, [Question])), "manufacturer");
        var offer = Made(OfferSending.Compose(Number(23), Now, Manufacturer, Customer, Offer, new Dictionary<string, ReadOnlyMemory<byte>> { ["offer.json"] = Paper }, request.Manifest.Id));
        yield return (offer, "manufacturer");
        var offered = Read(Write(offer, "manufacturer"));
        yield return (Made(AnswerSending.CounterOffer(Number(24), Now, Customer, offered, CounterOffer)), "customer");
        var order = Made(AnswerSending.Order(Number(25), Now, Customer, offered, BundleKind.Order, Placed));
        yield return (order, "customer");
        var ordered = Read(Write(order, "customer"));
        var changed = Made(AnswerSending.Order(Number(26), Now, Manufacturer, ordered, BundleKind.OrderAcknowledgement, Changed));
        yield return (changed, "manufacturer");
        yield return (Made(AnswerSending.Order(Number(27), Now, Customer, Read(Write(changed, "manufacturer")), BundleKind.OrderAcceptance, Made(Changed.AcceptChange()))), "customer");
        yield return (Made(AnswerSending.Order(Number(28), Now, Manufacturer, ordered, BundleKind.OrderRefusal, Made(Placed.Refuse("no capacity")))), "manufacturer");
        yield return (Made(AnswerSending.Order(Number(29), Now, Manufacturer, ordered, BundleKind.OrderCancellation, Made(Placed.Cancel("agreed by telephone")))), "manufacturer");
    }
}
