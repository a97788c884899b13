using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Turnkey.Contracts.Bundles;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Tests.Bundles;

public sealed class HostileBundleTests
{
    private static readonly byte[] Sound = Samples.Write(Samples.RequestContent, "customer");

    private static readonly byte[] Offered = Write(BundleKind.Offer);

    [Fact]
    public void Every_single_flipped_byte_is_noticed()
    {
        for (var at = 0; at < Sound.Length; at++)
        {
            var flipped = (byte[])Sound.Clone();
            flipped[at] ^= 0xff;
            Assert.True(Bundle.Read(flipped, BundleLimits.Default) is BundleReading.Refused, $"byte {at} of {Sound.Length}");
        }
    }

    [Fact]
    public void Every_single_flipped_bit_outside_of_the_files_is_noticed()
    {
        var content = Forging.Entries(Sound);
        var start = Sound.Length - content.Sum(file => 46 + file.Path.Length) - 22;
        foreach (var at in Enumerable.Range(0, 41).Concat(Enumerable.Range(start, Sound.Length - start)))
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = (byte[])Sound.Clone();
                flipped[at] ^= (byte)(1 << bit);
                Assert.True(Bundle.Read(flipped, BundleLimits.Default) is BundleReading.Refused, $"bit {bit} of byte {at}");
            }
        }
    }

    [Fact]
    public void Every_shortened_bundle_is_refused()
    {
        for (var length = 0; length < Sound.Length; length++) Assert.True(Bundle.Read(Sound.AsMemory(0, length), BundleLimits.Default) is BundleReading.Refused, $"{length} bytes");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Nothing_may_follow_it(int more) => Assert.Equal("bundle.container", Code([.. Sound, .. new byte[more]]));

    [Fact]
    public void Nothing_may_stand_before_it() => Assert.Equal("bundle.not-a-bundle", Code([0, .. Sound]));

    [Fact]
    public void An_empty_file_and_a_zip_of_something_else_are_no_bundles()
    {
        Assert.Equal("bundle.not-a-bundle", Code([]));
        Assert.Equal("bundle.not-a-bundle", Code(Forging.Pack([new("readme.txt", "hello"u8.ToArray())])));
    }

    [Fact]
    public void A_bundle_without_signature_is_refused() => Assert.Equal("bundle.unsigned", Code(Forging.Pack(Forging.Entries(Sound).Where(file => file.Path != "bundle.sig"))));

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void A_signature_that_is_none_is_refused(int length) =>
        Assert.Equal("bundle.signature", Code(Forging.Pack(Forging.Entries(Sound).Select(file => file.Path == "bundle.sig" ? file with { Content = new byte[length] } : file))));

    [Fact]
    public void Signed_with_another_key_is_refused() => Assert.Equal("bundle.signature", Code(Forging.WithManifest(Sound, "somebody", _ => { })));

    [Fact]
    public void A_file_that_was_put_in_is_refused()
    {
        Assert.Equal("bundle.extra-file", Code(Forging.Pack([.. Forging.Entries(Sound), new("design/extra.txt", "x"u8.ToArray())])));
        Assert.Equal("bundle.extra-file", Code(Forging.Pack([.. Forging.Entries(Sound)[..2], new("a.txt", "x"u8.ToArray()), .. Forging.Entries(Sound)[2..]])));
    }

    [Fact]
    public void A_file_that_was_taken_out_is_refused() => Assert.Equal("bundle.missing-file", Code(Forging.Pack(Forging.Entries(Sound)[..3])));

    [Fact]
    public void Files_in_another_order_are_refused() => Assert.Equal("bundle.order", Code(Forging.Pack([.. Forging.Entries(Sound)[..2], .. Forging.Entries(Sound)[2..].AsEnumerable().Reverse()])));

    [Fact]
    public void A_changed_file_is_refused_even_where_the_zip_fits() =>
        Assert.Equal("bundle.changed-file", Code(Forging.Pack(Forging.Entries(Sound).Select(file => file.Path.StartsWith("design", StringComparison.Ordinal) ? file with { Content = "PK: A design"u8.ToArray() } : file))));

    [Theory]
    [InlineData("bundle.json")]
    [InlineData("Document.JSON")]
    public void The_same_path_twice_is_refused(string path) => Assert.Equal("bundle.duplicate", Code(Forging.Pack([.. Forging.Entries(Sound), new(path, "x"u8.ToArray())])));

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../evil")]
    [InlineData("C:/evil")]
    [InlineData("a\\..\\evil")]
    [InlineData("a//b")]
    [InlineData("dir/")]
    [InlineData(".hidden")]
    [InlineData("con.txt")]
    [InlineData("a/LPT1")]
    [InlineData("ends.")]
    [InlineData("a b")]
    [InlineData("a\u001b[2J")]
    [InlineData("")]
    public void A_path_that_could_mean_something_else_is_refused(string path) => Assert.Equal("bundle.path", Code(Forging.Pack([.. Forging.Entries(Sound), new(path, "x"u8.ToArray())])));

    [Fact]
    public void A_path_of_more_than_100_characters_is_refused() => Assert.Equal("bundle.path", Code(Forging.Pack([.. Forging.Entries(Sound), new(new string('a', 101), "x"u8.ToArray())])));

    [Fact]
    public void A_compressed_entry_is_refused_before_it_is_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("bundle.json", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[10_000_000]);
        }
        Assert.Equal("bundle.compressed", Code(stream.ToArray()));
    }

    [Fact]
    public void A_size_beyond_the_end_is_refused()
    {
        var long64 = (byte[])Sound.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(long64.AsSpan(18), uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(long64.AsSpan(22), uint.MaxValue);
        Assert.Equal("bundle.truncated", Code(long64));
    }

    [Fact]
    public void Limits_hold()
    {
        Assert.Equal("bundle.too-large", Code(Sound, BundleLimits.Default with { Bytes = Sound.Length - 1 }));
        Assert.IsType<BundleReading.Whole>(Bundle.Read(Sound, BundleLimits.Default with { Bytes = Sound.Length }));
        Assert.Equal("bundle.too-many-files", Code(Sound, BundleLimits.Default with { Files = 1 }));
        Assert.IsType<BundleReading.Whole>(Bundle.Read(Sound, BundleLimits.Default with { Files = 2 }));
        Assert.Equal("bundle.too-large", Code(Sound, BundleLimits.Default with { DocumentBytes = 100 }));
    }

    [Theory]
    [InlineData("2.0", "install a newer Turnkey, or ask the sender for version 1")]
    [InlineData("0.9", "ask the sender for a newer one")]
    [InlineData("1", "no version")]
    [InlineData("one", "no version")]
    [InlineData("99999999999.0", "no version")]
    public void Another_major_version_is_refused_with_what_to_do(string version, string told)
    {
        var refused = Refused(Forging.WithManifest(Sound, "customer", manifest => manifest["schemaVersion"] = version));
        Assert.Equal("bundle.version", refused.Code);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_major_version_is_refused_for_that_whatever_else_it_holds() =>
        Assert.Equal("bundle.version", Code(Forging.WithManifest(Sound, "customer", manifest => { manifest.Clear(); manifest["format"] = "turnkey-bundle"; manifest["schemaVersion"] = "2.0"; })));

    [Fact]
    public void A_newer_minor_version_with_unknown_members_is_read()
    {
        var newer = Forging.WithManifest(Forging.WithDocument(Sound, "customer", document => { document["colour"] = "red"; document["rfq"]!["mood"] = new JsonObject { ["level"] = 3 }; }), "customer",
            manifest => { manifest["schemaVersion"] = "1.7"; manifest["priority"] = "high"; manifest["sender"]!["fax"] = "no"; });
        var read = Samples.Read(newer);
        Assert.Equal(ContractJson.Write<object>(Samples.RequestContent.Document), ContractJson.Write<object>(read.Document));
        Assert.Equal("bundle.newer", Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void An_unknown_kind_is_refused_with_what_to_do()
    {
        var refused = Refused(Forging.WithManifest(Sound, "customer", manifest => manifest["kind"] = "forecast"));
        Assert.Equal("bundle.kind", refused.Code);
        Assert.Contains("'forecast'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer Turnkey", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "other", "bundle.not-a-bundle")]
    [InlineData("kind", "offer", "bundle.document")]
    [InlineData("id", "17", "bundle.manifest")]
    [InlineData("id", "00000000-0000-0000-0000-000000000000", "bundle.parties")]
    [InlineData("created", "yesterday", "bundle.manifest")]
    public void A_manifest_that_says_something_else_is_refused(string member, string value, string code) => Assert.Equal(code, Code(Forging.WithManifest(Sound, "customer", manifest => manifest[member] = value)));

    [Theory]
    [InlineData("format", "bundle.not-a-bundle")]
    [InlineData("schemaVersion", "bundle.version")]
    [InlineData("kind", "bundle.manifest")]
    [InlineData("id", "bundle.manifest")]
    [InlineData("created", "bundle.manifest")]
    [InlineData("sender", "bundle.manifest")]
    [InlineData("recipient", "bundle.manifest")]
    [InlineData("files", "bundle.manifest")]
    public void A_manifest_without_a_member_is_refused(string member, string code)
    {
        Assert.Equal(code, Code(Forging.WithManifest(Sound, "customer", manifest => manifest.Remove(member))));
        Assert.Equal(code, Code(Forging.WithManifest(Sound, "customer", manifest => manifest[member] = null)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"format\":\"turnkey-bundle\",\"format\":\"turnkey-bundle\",\"schemaVersion\":\"1.0\"}")]
    [InlineData("{\"format\":\"turnkey-bundle\",\"schemaVersion\":\"1.0\",\"files\":[null]}")]
    public void A_manifest_that_is_no_object_or_ambiguous_is_refused(string manifest) => Assert.Equal("bundle.manifest", Code(Forging.Signed(Forging.Entries(Sound), "customer", Encoding.UTF8.GetBytes(manifest))));

    [Fact]
    public void A_member_that_differs_in_case_alone_is_a_member_twice() =>
        Assert.Equal("bundle.manifest", Code(Forging.WithManifest(Sound, "customer", manifest => manifest["Kind"] = "offer")));

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Equal("bundle.document", Code(Forging.WithDocument(Forging.Entries(Sound), "customer", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)))));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"rfq\":null,\"invitation\":null}")]
    [InlineData("{\"rfq\":{},\"invitation\":{}}")]
    public void A_document_that_is_none_is_refused(string document) => Assert.Equal("bundle.document", Code(Forging.WithDocument(Forging.Entries(Sound), "customer", Encoding.UTF8.GetBytes(document))));

    [Theory]
    [InlineData("revisions", "null", "bundle.document")]
    [InlineData("revisions", "[null]", "bundle.document")]
    [InlineData("revisions", "[]", "bundle.revisions")]
    [InlineData("sentRevisions", "0", "bundle.revisions")]
    [InlineData("state", "\"draft\"", "bundle.state")]
    [InlineData("state", "\"awarded\"", "bundle.state")]
    [InlineData("state", "1", "bundle.document")]
    [InlineData("title", "null", "bundle.document")]
    [InlineData("gates", "[{\"standard\":\"ISO 9001\"}]", "bundle.document")]
    [InlineData("gates", "[{\"kind\":\"palm-reading\"}]", "bundle.document")]
    [InlineData("customer", "\"00000063-0000-7000-8000-000000000000\"", "bundle.parties")]
    public void A_request_that_cannot_be_is_refused(string member, string value, string code) =>
        Assert.Equal(code, Code(Forging.WithDocument(Sound, "customer", document => document["rfq"]![member] = JsonNode.Parse(value))));

    [Theory]
    [InlineData("state", "\"draft\"", "bundle.state")]
    [InlineData("state", "\"awarded\"", "bundle.state")]
    [InlineData("sent", "null", "bundle.state")]
    [InlineData("version", "0", "bundle.state")]
    [InlineData("customer", "\"00000063-0000-7000-8000-000000000000\"", "bundle.parties")]
    [InlineData("manufacturer", "\"00000063-0000-7000-8000-000000000000\"", "bundle.parties")]
    [InlineData("content", "null", "bundle.document")]
    public void An_offer_that_cannot_be_is_refused(string member, string value, string code) =>
        Assert.Equal(code, Code(Forging.WithDocument(Offered, "manufacturer", document => document["offer"]![member] = JsonNode.Parse(value))));

    [Theory]
    [InlineData("prices", "[]", "bundle.offer")]
    [InlineData("prices", "[{\"quantity\":10,\"unitPrice\":-1,\"nonRecurring\":0,\"leadDaysP50\":1,\"leadDaysP90\":1}]", "offer.amounts")]
    [InlineData("prices", "[{\"quantity\":2147483647,\"unitPrice\":79228162514264337593543950335,\"nonRecurring\":0,\"leadDaysP50\":1,\"leadDaysP90\":1}]", "offer.amounts")]
    [InlineData("prices", "[{\"quantity\":1,\"unitPrice\":1e99,\"nonRecurring\":0,\"leadDaysP50\":1,\"leadDaysP90\":1}]", "bundle.document")]
    [InlineData("papers", "{}", "bundle.foreign-file")]
    [InlineData("papers", "{\"offer.json\":null}", "bundle.paper")]
    [InlineData("papers", "{\"offer.json\":\"00\"}", "bundle.paper")]
    [InlineData("papers", "{\"offer.html\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}", "bundle.foreign-file")]
    public void The_content_of_an_offer_that_cannot_be_is_refused(string member, string value, string code) =>
        Assert.Equal(code, Code(Forging.WithDocument(Offered, "manufacturer", document => document["offer"]!["content"]![member] = JsonNode.Parse(value))));

    [Fact]
    public void An_offer_without_the_paper_it_names_is_refused() =>
        Assert.Equal("bundle.missing-file", Code(Forging.Signed(Forging.Entries(Offered)[..3], "manufacturer", manifest => manifest["files"]!.AsArray().RemoveAt(1))));

    [Theory]
    [InlineData(BundleKind.Order, "acknowledged")]
    [InlineData(BundleKind.OrderAcknowledgement, "placed")]
    [InlineData(BundleKind.OrderRefusal, "cancelled")]
    [InlineData(BundleKind.OrderCancellation, "refused")]
    [InlineData(BundleKind.OrderAcceptance, "changed")]
    public void An_order_in_another_state_than_its_kind_says_is_refused(BundleKind kind, string state)
    {
        var (_, key) = Samples.Contents.Single(one => one.Content.Kind == kind);
        Assert.Equal("bundle.state", Code(Forging.WithDocument(Write(kind), key, document => document["order"]!["state"] = state)));
    }

    [Theory]
    [InlineData("lots", "[]")]
    [InlineData("lots", "[{\"quantity\":0,\"due\":\"2026-05-01\"}]")]
    [InlineData("unitPrice", "-1")]
    [InlineData("unitPrice", "79228162514264337593543950335")]
    [InlineData("unitPrice", "0")]
    public void An_order_for_nothing_is_refused(string member, string value)
    {
        var code = Code(Forging.WithDocument(Write(BundleKind.Order), "customer", document => { document["order"]!["nonRecurring"] = 0; document["order"]![member] = JsonNode.Parse(value); }));
        Assert.Equal("bundle.order", code);
    }

    [Fact]
    public void Nobody_acknowledges_an_order_for_the_other_side()
    {
        var (content, _) = Samples.Contents.Single(one => one.Content.Kind == BundleKind.OrderAcknowledgement);
        var forged = Forging.WithManifest(Samples.Write(content, "manufacturer"), "customer", manifest =>
        {
            manifest["sender"] = JsonNode.Parse(ContractJson.Write(Samples.Customer));
            manifest["recipient"] = JsonNode.Parse(ContractJson.Write(new BundleRecipient(Samples.Manufacturer.Id, Samples.Manufacturer.Name)));
        });
        Assert.Equal("bundle.parties", Code(forged));
    }

    [Fact]
    public void Nobody_speaks_for_a_third_in_a_conversation() =>
        Assert.Equal("bundle.parties", Code(Forging.WithDocument(Write(BundleKind.Questions), "manufacturer", document => document["questions"]![0]!["remarks"]![0]!["organisation"] = Samples.Rival.Id.ToString())));

    [Fact]
    public void Text_that_is_no_text_is_refused_and_not_thrown()
    {
        var manifest = Encoding.UTF8.GetString(Forging.Entries(Sound)[0].Content.Span);
        Assert.Equal("bundle.manifest", Code(Forging.Signed(Forging.Entries(Sound), "customer", Encoding.UTF8.GetBytes(manifest.Replace("Acme Sensors", "Acme \\ud800", StringComparison.Ordinal)))));
        Assert.Equal("bundle.not-a-bundle", Code(Forging.Signed(Forging.Entries(Sound), "customer", Encoding.UTF8.GetBytes(manifest.Replace("turnkey-bundle", "\\ud800", StringComparison.Ordinal)))));
        var latin = Encoding.Latin1.GetBytes(manifest.Replace("Acme Sensors", "Acme \u00ff", StringComparison.Ordinal));
        Assert.Equal("bundle.manifest", Code(Forging.Signed(Forging.Entries(Sound), "customer", latin)));
    }

    private static byte[] Write(BundleKind kind)
    {
        var (content, key) = Samples.Contents.Single(one => one.Content.Kind == kind);
        return Samples.Write(content, key);
    }

    private static string Code(byte[] bundle, BundleLimits? limits = null) => Refused(bundle, limits).Code;

    private static Diagnostic Refused(byte[] bundle, BundleLimits? limits = null) => Assert.IsType<BundleReading.Refused>(Bundle.Read(bundle, limits ?? BundleLimits.Default)).Diagnostics[0];
}
