using System.IO.Compression;
using Turnkey.Contracts.Bundles;

namespace Turnkey.Contracts.Tests.Bundles;

public sealed class BundleTests
{
    public static TheoryData<BundleKind> Kinds { get; } = [.. Enum.GetValues<BundleKind>()];

    [Fact]
    public void There_is_a_sample_of_every_kind() => Assert.Equal(Enum.GetValues<BundleKind>(), Samples.Contents.Select(one => one.Content.Kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_written_is_read(BundleKind kind)
    {
        var (content, key) = Samples.Contents.Single(one => one.Content.Kind == kind);
        var read = Samples.Read(Samples.Write(content, key));
        Assert.Equal((content.Kind, content.Envelope.Id, content.Envelope.Answers, content.Envelope.Created), (read.Kind, read.Manifest.Id, read.Manifest.Answers, read.Manifest.Created));
        Assert.Equal(ContractJson.Write<object>(content.Document), ContractJson.Write<object>(read.Document));
        Assert.Equal(ContractJson.Write(content.Envelope.Sender), ContractJson.Write(read.Manifest.Sender));
        Assert.Equal(content.Files.Select(file => (file.Path, Convert.ToHexString(file.Content.Span))), read.Files.Select(file => (file.Path, Convert.ToHexString(file.Content.Span))));
        Assert.Empty(read.Diagnostics);
    }

    [Fact]
    public void Only_the_signature_differs_between_two_bundles_of_the_same()
    {
        var (one, two) = (Samples.Write(Samples.RequestContent, "customer"), Samples.Write(Samples.RequestContent, "customer"));
        Assert.Equal(Samples.Read(one).Sha256, Samples.Read(two).Sha256);
        foreach (var (a, b) in Entries(one).Zip(Entries(two))) Assert.True(a.Name == "bundle.sig" || a == b, a.Name);
    }

    [Fact]
    public void Any_unzip_opens_it() =>
        Assert.Equal(["bundle.json", "bundle.sig", "document.json", "design/revision-1.zip"], Entries(Samples.Write(Samples.RequestContent, "customer")).Select(entry => entry.Name));

    [Fact]
    public void Another_key_than_the_profile_shows_does_not_sign() => Assert.Throws<ArgumentException>(() => Samples.Write(Samples.RequestContent, "manufacturer"));

    [Fact]
    public void A_sender_without_a_key_in_its_profile_gets_the_one_that_signs()
    {
        var envelope = Samples.RequestContent.Envelope;
        var bundle = Samples.Read(Samples.Write(Samples.RequestContent with { Envelope = envelope with { Sender = envelope.Sender with { PublicKey = "" } } }, "customer"));
        Assert.Equal(Samples.Customer.PublicKey, bundle.Manifest.Sender.PublicKey);
    }

    [Fact]
    public void The_first_key_of_an_organisation_is_shown_and_kept()
    {
        var bundle = Samples.Read(Samples.Write(Samples.RequestContent, "customer"));
        var first = Assert.IsType<BundleTrust.FirstUse>(Bundle.Verify(bundle, []));
        Assert.Equal((Samples.Customer.Id, Samples.Customer.PublicKey, null), (first.Key.Organisation, first.Key.PublicKey, first.Namesake));
        Assert.True(OrganisationKey.IsFingerprint(first.Key.PublicKey, bundle.Fingerprint));
        Assert.Equal(64 + 15, bundle.Fingerprint.Length);
        Assert.IsType<BundleTrust.Known>(Bundle.Verify(bundle, [first.Key]));
    }

    [Fact]
    public void A_key_that_changed_is_refused_with_both_fingerprints()
    {
        var bundle = Samples.Read(Samples.Write(Samples.RequestContent, "customer"));
        var before = new KnownKey(Samples.Customer.Id, "Acme", OrganisationKey.PublicOf(Samples.Key("another")), Samples.Now);
        var changed = Assert.IsType<BundleTrust.KeyChanged>(Bundle.Verify(bundle, [before]));
        Assert.Contains(bundle.Fingerprint, changed.Why.Message, StringComparison.Ordinal);
        Assert.Contains(OrganisationKey.Fingerprint(before.PublicKey)!, changed.Why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_with_the_name_of_somebody_known_is_pointed_out()
    {
        var bundle = Samples.Read(Samples.Write(Samples.RequestContent, "customer"));
        var known = new KnownKey(Samples.Number(99), " ACME sensors", OrganisationKey.PublicOf(Samples.Key("another")), Samples.Now);
        Assert.Equal(known, Assert.IsType<BundleTrust.FirstUse>(Bundle.Verify(bundle, [known])).Namesake);
    }

    [Fact]
    public void A_bundle_is_acted_on_once_and_its_identifier_used_once()
    {
        var bundle = Samples.Read(Samples.Write(Samples.RequestContent, "customer"));
        var receipt = BundleReceipt.Of(bundle);
        Assert.True(Samples.Made(BundleReceipt.IsNew(bundle, [])));
        Assert.False(Samples.Made(BundleReceipt.IsNew(bundle, [receipt])));
        Assert.Equal("bundle.reused", Samples.Refused(BundleReceipt.IsNew(bundle, [receipt with { Sha256 = new string('0', 64) }])));
        Assert.True(Samples.Made(BundleReceipt.IsNew(bundle, [receipt with { Sender = Samples.Rival.Id, Sha256 = new string('0', 64) }])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, and of whatever length")]
    public void What_is_no_key_has_no_fingerprint(string text)
    {
        Assert.Null(OrganisationKey.Fingerprint(text));
        Assert.Null(OrganisationKey.Read(text));
        Assert.False(OrganisationKey.IsFingerprint(text, text));
    }

    [Fact]
    public void A_point_beside_the_curve_is_no_key()
    {
        var bytes = Convert.FromBase64String(Samples.Customer.PublicKey);
        bytes[^1] ^= 1;
        Assert.Null(OrganisationKey.Read(Convert.ToBase64String(bytes)));
    }

    private static List<(string Name, string Content)> Entries(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return (entry.FullName, Convert.ToHexString(content.ToArray()));
        })];
    }
}
