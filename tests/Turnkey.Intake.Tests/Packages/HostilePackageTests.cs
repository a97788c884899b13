using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;

namespace Turnkey.Intake.Tests.Packages;

public sealed class HostilePackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_path_that_does_not_exist_is_refused() => Refused(Path.Combine(folder.Path, "nothing"), "package.not-found");

    [Fact]
    public void A_file_that_is_only_named_zip_is_refused() => Refused(folder.Write("p.zip", "this is no zip"), "package.not-an-archive");

    [Fact]
    public void An_empty_file_is_refused() => Refused(folder.Write("p.zip", ""), "package.empty");

    [Fact]
    public void An_empty_zip_is_refused() => Refused(folder.Write("p.zip", ZipBytes.Of()), "package.empty");

    [Fact]
    public void An_empty_folder_is_refused() => Refused(folder.Path, "package.empty");

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void A_zip_cut_off_is_refused(double part)
    {
        var zip = ZipBytes.OfText(("a.gbr", new string('x', 3000)), ("b.gbr", "y"));
        Refused(folder.Write("p.zip", zip[..(int)(zip.Length * part)]), "package.truncated-archive");
    }

    [Fact]
    public void A_cut_off_zip_inside_the_package_stays_a_file_with_an_error()
    {
        var inner = ZipBytes.OfText(("a.gbr", new string('x', 3000)));
        var package = Opened(folder.Write("p.zip", ZipBytes.Of(("bom.csv", [1]), ("g.zip", inner[..60]))));
        Assert.Equal(["bom.csv", "g.zip"], package.Files.Select(file => file.Path));
        Has(package, "package.truncated-archive", "g.zip");
    }

    [Theory]
    [InlineData("../evil.gbr")]
    [InlineData("a/../../evil.gbr")]
    [InlineData(@"..\evil.gbr")]
    [InlineData("/etc/evil")]
    [InlineData(@"C:\evil.gbr")]
    [InlineData(@"\\server\share\evil")]
    public void A_path_that_leaves_the_archive_is_left_out_with_an_error(string name)
    {
        var package = Opened(folder.Write("p.zip", ZipBytes.OfText((name, "evil"), ("good.gbr", "x"))));
        Assert.Equal("good.gbr", Assert.Single(package.Files).Path);
        Has(package, "package.path-outside");
    }

    [Fact]
    public void A_bomb_is_refused_by_its_ratio() => Refused(folder.Write("p.zip", ZipBytes.Blanks("a.gbr", 200L << 20)), "package.ratio", "ratio 200");

    [Fact]
    public void A_bomb_in_a_zip_in_a_folder_is_refused()
    {
        folder.Write("p/inner.zip", ZipBytes.Of(("deep.zip", ZipBytes.Blanks("a.gbr", 200L << 20))));
        Refused(Path.Combine(folder.Path, "p"), "package.ratio");
    }

    [Fact]
    public void A_gzip_bomb_is_refused()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            var piece = new byte[1 << 20];
            for (var i = 0; i < 100; i++) gzip.Write(piece);
        }
        Refused(folder.Write("p.tgz", stream.ToArray()), "package.ratio");
    }

    [Fact]
    public void More_bytes_than_the_limit_are_refused_though_the_header_claims_few()
    {
        var zip = ZipBytes.Of(("a.gbr", RandomBytes(300_000)));
        var record = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(record + 24), 10);
        var limits = PackageLimits.Default with { UnpackedBytes = 200_000 };
        var opening = PackageReader.Open(folder.Write("p.zip", zip), limits);
        // The runtime's own reader may stop at the claimed length: then the checksum tells.
        if (opening is PackageOpening.Opened opened) Has(opened.Package, "package.damaged-file", "a.gbr");
        else Assert.Equal("package.too-large", Assert.IsType<PackageOpening.Refused>(opening).Diagnostics[0].Code);
    }

    [Fact]
    public void The_size_limit_is_named()
    {
        var limits = PackageLimits.Default with { UnpackedBytes = 3 << 20 };
        folder.Write("a.gbr", RandomBytes(2 << 20));
        folder.Write("b.gbr", RandomBytes(2 << 20));
        Refused(folder.Path, "package.too-large", "3 MB", limits);
    }

    [Fact]
    public void Five_thousand_files_are_accepted_and_one_more_is_refused()
    {
        var entries = Enumerable.Range(0, 5_000).Select(i => ($"d/f{i}.gbr", new byte[] { 1 })).ToArray();
        Assert.Equal(5_000, Opened(folder.Write("p.zip", ZipBytes.Of(entries))).Files.Length);
        Refused(folder.Write("q.zip", ZipBytes.Of([.. entries, ("one.gbr", [1])])), "package.too-many-files", "5000 files");
    }

    [Fact]
    public void Too_many_files_in_a_folder_are_refused()
    {
        for (var i = 0; i < 12; i++) folder.Write($"f{i}", "x");
        Refused(folder.Path, "package.too-many-files", "10 files", PackageLimits.Default with { Files = 10 });
    }

    [Fact]
    public void A_directory_of_very_many_entries_is_refused_before_it_is_read()
    {
        var record = new byte[47];
        "PK\u0001\u0002"u8.CopyTo(record);
        record[28] = 1;
        record[46] = (byte)'a';
        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), 1);
        byte[] zip = [.. "PK\u0003\u0004"u8, .. Enumerable.Repeat(record, 300_000).SelectMany(bytes => bytes), .. end];
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(zip.Length - 6), 4);
        Refused(folder.Write("p.zip", zip), "package.too-many-files");
    }

    [Fact]
    public void Archives_inside_each_other_have_a_limit()
    {
        var zip = ZipBytes.OfText(("a.gbr", "x"));
        for (var i = 0; i < 5; i++) zip = ZipBytes.Of(($"n{i}.zip", zip), ("b.gbr", [1]));
        Refused(folder.Write("p.zip", zip), "package.nested-too-deep", "4 archives");
    }

    [Fact]
    public void Two_entries_of_one_name_are_said()
    {
        var package = Opened(folder.Write("p.zip", ZipBytes.OfText(("a.gbr", "1"), ("a.gbr", "2"))));
        Assert.Equal("1", Encoding.UTF8.GetString(Assert.Single(package.Files).Content.Span));
        Has(package, "package.duplicate-name", "a.gbr");
    }

    [Fact]
    public void An_encrypted_entry_is_left_out_with_an_error()
    {
        var zip = ZipBytes.OfText(("a.gbr", "secret"), ("b.gbr", "open"));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        var package = Opened(folder.Write("p.zip", zip));
        Assert.Equal("b.gbr", Assert.Single(package.Files).Path);
        Has(package, "package.encrypted", "a.gbr");
    }

    [Fact]
    public void A_file_with_a_wrong_checksum_is_kept_with_an_error()
    {
        var zip = ZipBytes.OfText(("a.gbr", "content"));
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16] ^= 0x55;
        Has(Opened(folder.Write("p.zip", zip)), "package.damaged-file", "a.gbr");
    }

    [Fact]
    public void Control_characters_in_a_name_are_replaced()
    {
        var package = Opened(folder.Write("p.zip", ZipBytes.OfText(("a\nb\u0007.gbr", "x"))));
        Assert.Equal("a_b_.gbr", Assert.Single(package.Files).Path);
        Has(package, "package.invalid-name", "a_b_.gbr");
    }

    [Theory]
    [InlineData("Rar!\u001a\u0007\u0000rest", "p.rar", "RAR")]
    [InlineData("7z\u00bc\u00af\u0027\u001crest", "p.7z", "7-Zip")]
    public void Archives_that_are_not_unpacked_are_refused_by_name(string content, string name, string kind) =>
        Refused(folder.Write(name, Encoding.Latin1.GetBytes(content)), "package.unsupported-archive", kind);

    [Fact]
    public void Links_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        folder.Write("outside/secret.gbr", "secret");
        folder.Write("p/a.gbr", "x");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "p", "link.gbr"), Path.Combine(folder.Path, "outside", "secret.gbr"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "p", "loop"), Path.Combine(folder.Path, "p"));
        var package = Opened(Path.Combine(folder.Path, "p"));
        Assert.Equal("a.gbr", Assert.Single(package.Files).Path);
        Assert.Equal(["link.gbr", "loop"], package.Diagnostics.Where(diagnostic => diagnostic.Code == "package.link").Select(diagnostic => diagnostic.File).Order());
    }

    /// <summary>Whatever bytes come, opening ends with a package or a refusal.</summary>
    [Fact]
    public void No_broken_archive_throws()
    {
        byte[][] seeds = [ZipBytes.Of(("a.gbr", RandomBytes(200)), ("d/b.zip", ZipBytes.OfText(("c", "d")))), Tgz()];
        var random = new Random(2);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            for (var n = random.Next(1, 8); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var path = folder.Write("p.bin", bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)]);
            Assert.NotNull(PackageReader.Open(path, PackageLimits.Default));
        }
    }

    private static byte[] Tgz()
    {
        using var tar = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(tar, System.Formats.Tar.TarEntryFormat.Pax, leaveOpen: true))
            writer.WriteEntry(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "x/" + new string('y', 150)) { DataStream = new MemoryStream([1, 2, 3]) });
        return tar.ToArray();
    }

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static Package Opened(string path) => Assert.IsType<PackageOpening.Opened>(PackageReader.Open(path, PackageLimits.Default)).Package;

    private static void Has(Package package, string code, string? file = null) =>
        Assert.Contains(package.Diagnostics, diagnostic => diagnostic.Code == code && (file is null || diagnostic.File == file));

    private static void Refused(string path, string code, string text = "", PackageLimits? limits = null)
    {
        var refused = Assert.IsType<PackageOpening.Refused>(PackageReader.Open(path, limits ?? PackageLimits.Default));
        Assert.Equal((code, Severity.Error), (refused.Diagnostics[0].Code, refused.Diagnostics[0].Severity));
        Assert.Contains(text, refused.Diagnostics[0].Message, StringComparison.Ordinal);
    }
}
