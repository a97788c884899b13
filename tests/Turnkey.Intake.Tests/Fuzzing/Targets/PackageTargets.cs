using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Turnkey.Intake.Packages;
using Turnkey.Intake.Products;
using Turnkey.Intake.Specification;

namespace Turnkey.Fuzzing;

/// <summary>What customers send around the design data: archives, and the YAML files beside them.</summary>
internal static class PackageTargets
{
    private const string YamlTokens =
        ": - , [ ] { } & * ! | > ' \" % @ # \n\u0020\u0020 \t &a *a &a[*a,*a] !!binary !!float <<: ? --- ... ~ null yes 1e999 .inf .nan name: items: kind: assembly board cable quantity: price: labour: package: ../.. finish: ENIG";

    public static FuzzTarget ZipFile { get; } = new("zip", [Zip(CompressionLevel.Fastest), Zip(CompressionLevel.NoCompression)],
        [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 1, 2], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 6, 6], [0x50, 0x4b, 6, 7], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [8, 0], [12, 0], "../"u8.ToArray(), [0x1f, 0x8b, 8, 0]], ReadArchive);

    public static FuzzTarget TarFile { get; } = new("tar", [Tar(TarEntryFormat.Ustar), Tar(TarEntryFormat.Pax), Tar(TarEntryFormat.Gnu)],
        ["77777777777"u8.ToArray(), "00000000000"u8.ToArray(), [0x80, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], "../"u8.ToArray(), "ustar"u8.ToArray(), "99 path="u8.ToArray(), new byte[512]], ReadArchive)
    {
        Pack = Checksummed,
    };

    public static FuzzTarget GzipFile { get; } = new("tgz", [Tar(TarEntryFormat.Ustar)], ["../"u8.ToArray(), new byte[512]], ReadArchive) { Pack = tar => Gzip(Checksummed(tar)) };

    public static FuzzTarget Products { get; } = FuzzTarget.Of("product-yaml",
        [
            "# kit\nname: Sensor kit\nitems:\n  - kind: assembly\n    name: Button board\n    package: boards/button\n    quantity: 1\n  - kind: cable\n    name: Lead, 4 way\n    quantity: 0.5 m\n    price: 0.85 USD\n    labour: 20 s\n" +
                "    items:\n      - kind: mechanical\n        name: Screw\n        quantity: 4\n",
            "name: \"x\"\nitems: [{kind: packaging, name: 'Box', price: 0.55 USD}, &a {kind: firmware, name: F}, *a]\n",
        ],
        YamlTokens, static content => ProductFile.Read("product.yaml", content));

    public static FuzzTarget Specifications { get; } = FuzzTarget.Of("spec-yaml", ["finish: HASL lead-free\nthickness: 1.6 mm\nsolder mask colour: green\nlayers: 4\n"], YamlTokens,
        static content => SpecificationFile.Read("spec.yaml", content));

    public static ImmutableArray<FuzzTarget> All { get; } = [ZipFile, TarFile, GzipFile, Products, Specifications];

    private static void ReadArchive(byte[] content) => ArchiveUnpacking.AddOrUnpack("sent.zip", content, 0, new Unpacking(PackageLimits.Default));

    private static byte[] Zip(CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "board/top.gbr", Encoding.ASCII.GetBytes("%FSLAX46Y46*%\n%MOMM*%\n" + new string('0', 300) + "M02*\n"), level);
            Add(archive, "board/parts.csv", "Designator,Qty\nR1,1\n"u8, level);
            Add(archive, "board/inner.zip", Inner(), level);
        }
        return stream.ToArray();
    }

    private static byte[] Inner()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) Add(archive, "a.drl", "M48\nMETRIC\nT1C1\n%\nM30\n"u8, CompressionLevel.Fastest);
        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, ReadOnlySpan<byte> content, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Tar(TarEntryFormat format)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, format, leaveOpen: true))
        {
            Add(writer, format, "board/top.gbr", "%FSLAX46Y46*%\n%MOMM*%\nM02*\n");
            Add(writer, format, "board/" + new string('n', 90) + "/long.drl", "M48\nMETRIC\nT1C1\n%\nM30\n");
        }
        return stream.ToArray();
    }

    private static void Add(TarWriter writer, TarEntryFormat format, string name, string content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new UstarTarEntry(TarEntryType.RegularFile, name),
        };
        entry.ModificationTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        entry.DataStream = new MemoryStream(Encoding.ASCII.GetBytes(content));
        writer.WriteEntry(entry);
    }

    /// <summary>The checksum of every header made right again, or nothing behind it would be looked at.</summary>
    private static byte[] Checksummed(byte[] tar)
    {
        for (var block = 0; block + 512 <= tar.Length; block += 512)
        {
            if (!tar.AsSpan(block + 257, 5).SequenceEqual("ustar"u8)) continue;
            var field = tar.AsSpan(block + 148, 8);
            field.Fill((byte)' ');
            var sum = 0;
            for (var i = 0; i < 512; i++) sum += tar[block + i];
            for (var digit = 5; digit >= 0; digit--, sum /= 8) field[digit] = (byte)('0' + (sum % 8));
            field[6] = 0;
        }
        return tar;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return stream.ToArray();
    }
}
