using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Turnkey.Intake.Packages;

namespace Turnkey.Intake.Tests.Packages;

public sealed class PackageReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_and_its_zip_are_the_same_package()
    {
        folder.Write("board/gerber/top.gbr", "top");
        folder.Write("board/bom.csv", "bom");
        folder.Write("board/.DS_Store", "junk");
        ZipFile.CreateFromDirectory(Path.Combine(folder.Path, "board"), Path.Combine(folder.Path, "flat.zip"));
        ZipFile.CreateFromDirectory(Path.Combine(folder.Path, "board"), Path.Combine(folder.Path, "rooted.zip"), CompressionLevel.NoCompression, includeBaseDirectory: true);

        var packages = new[] { "board", "flat.zip", "rooted.zip" }.Select(name => Opened(Path.Combine(folder.Path, name))).ToArray();

        Assert.All(packages, package => Assert.Equal(["bom.csv", "gerber/top.gbr"], package.Files.Select(file => file.Path)));
        Assert.Single(packages.Select(package => package.Sha256).Distinct());
        Assert.Equal(["board", "flat", "rooted"], packages.Select(package => package.Name));
    }

    [Fact]
    public void A_folder_inside_a_folder_alone_is_taken_off_as_well()
    {
        folder.Write("a/b/c/one.gbr", "1");
        Assert.Equal("one.gbr", Assert.Single(Opened(Path.Combine(folder.Path, "a")).Files).Path);
    }

    [Fact]
    public void What_operating_systems_leave_behind_is_no_part_of_the_package()
    {
        var zip = folder.Write("p.zip", ZipBytes.OfText(("a.gbr", "x"), ("__MACOSX/._a.gbr", "x"), ("Thumbs.db", "x"), ("sub/desktop.ini", "x"), (".git/config", "x")));
        Assert.Equal("a.gbr", Assert.Single(Opened(zip).Files).Path);
    }

    [Fact]
    public void A_zip_in_a_zip_becomes_a_folder_named_like_it()
    {
        var zip = folder.Write("p.zip", ZipBytes.Of(("bom.csv", "x"u8.ToArray()), ("gerbers.zip", ZipBytes.OfText(("top.gbr", "y")))));
        Assert.Equal(["bom.csv", "gerbers.zip/top.gbr"], Opened(zip).Files.Select(file => file.Path));
    }

    [Fact]
    public void A_zip_in_a_folder_becomes_a_folder_too()
    {
        folder.Write("p/bom.csv", "x");
        folder.Write("p/gerbers.zip", ZipBytes.OfText(("top.gbr", "y")));
        Assert.Equal(["bom.csv", "gerbers.zip/top.gbr"], Opened(Path.Combine(folder.Path, "p")).Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("[Content_Types].xml")]
    [InlineData("mimetype")]
    public void A_spreadsheet_is_a_document_not_an_archive(string mark)
    {
        var sheet = ZipBytes.OfText((mark, "x"), ("content.xml", "x"));
        var alone = folder.Write("bom.xlsx", sheet);
        var zip = folder.Write("p.zip", ZipBytes.Of(("bom.xlsx", sheet), ("a.gbr", [1])));

        Assert.Equal("bom.xlsx", Assert.Single(Opened(alone).Files).Path);
        Assert.Equal(["a.gbr", "bom.xlsx"], Opened(zip).Files.Select(file => file.Path));
    }

    [Fact]
    public void A_single_file_is_a_package()
    {
        var package = Opened(folder.Write("board.kicad_pcb", "(kicad_pcb)"));
        Assert.Equal("board", package.Name);
        Assert.Equal("(kicad_pcb)", Encoding.UTF8.GetString(Assert.Single(package.Files).Content.Span));
    }

    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.V7)]
    public void A_tgz_of_any_dialect_is_unpacked(TarEntryFormat format)
    {
        var name = format == TarEntryFormat.V7 ? "job/steps/pcb/profile" : "job/" + new string('d', 90) + "/" + new string('f', 90);
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(gzip, format))
        {
            tar.WriteEntry(Entry(format, "job/matrix/matrix", "m"));
            tar.WriteEntry(Entry(format, name, new string('x', 1500)));
        }
        var package = Opened(folder.Write("job.tgz", stream.ToArray()));

        Assert.Equal("job", package.Name);
        Assert.Equal(new[] { "matrix/matrix", name[4..] }.Order(StringComparer.Ordinal), package.Files.Select(file => file.Path));
        Assert.Contains(package.Files, file => file.Content.Length == 1500);
    }

    [Fact]
    public void A_tar_that_ends_early_gives_the_files_before_the_cut()
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(Entry(TarEntryFormat.Ustar, "a", "1"));
            tar.WriteEntry(Entry(TarEntryFormat.Ustar, "b", new string('x', 5000)));
        }
        var package = Opened(folder.Write("p.tar", stream.ToArray()[..3000]));

        Assert.Equal("a", Assert.Single(package.Files).Path);
        Assert.Contains(package.Diagnostics, diagnostic => diagnostic.Code == "package.truncated-archive");
    }

    [Fact]
    public void Names_without_the_utf8_mark_stay_apart()
    {
        // Two GBK names of one length, as zip tools of Chinese Windows write them: no UTF-8 flag, and no valid UTF-8.
        var zip = ZipBytes.OfText(("AAAA.gbr", "1"), ("BBBB.gbr", "2"));
        Replace(zip, "AAAA"u8, [0xb6, 0xa5, 0xb2, 0xe3]);
        Replace(zip, "BBBB"u8, [0xb5, 0xd7, 0xb2, 0xe3]);
        Assert.Equal(2, Opened(folder.Write("p.zip", zip)).Files.Length);
    }

    [Fact]
    public void Backslashes_separate_folders()
    {
        var zip = folder.Write("p.zip", ZipBytes.OfText((@"gerber\top.gbr", "x"), (@"bom\b.csv", "x")));
        Assert.Equal(["bom/b.csv", "gerber/top.gbr"], Opened(zip).Files.Select(file => file.Path));
    }

    private static Package Opened(string path) => Assert.IsType<PackageOpening.Opened>(PackageReader.Open(path, PackageLimits.Default)).Package;

    private static TarEntry Entry(TarEntryFormat format, string name, string content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new V7TarEntry(TarEntryType.V7RegularFile, name),
        };
        entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return entry;
    }

    private static void Replace(byte[] bytes, ReadOnlySpan<byte> what, ReadOnlySpan<byte> by)
    {
        for (var at = bytes.AsSpan().IndexOf(what); at >= 0; at = bytes.AsSpan().IndexOf(what)) by.CopyTo(bytes.AsSpan(at));
    }
}
