namespace Turnkey.Intake.Packages;

/// <summary>What kind of container a file is, by its first bytes: endings lie.</summary>
internal enum ArchiveKind
{
    None,
    Zip,
    Gzip,
    Tar,
    /// <summary>RAR, 7-Zip, xz, bzip2, Zstandard: known, and not unpacked here.</summary>
    Unsupported,
}

internal static class ArchiveKinds
{
    /// <summary>Bytes that <see cref="Of"/> needs to see.</summary>
    public const int HeaderLength = 512;

    private static readonly (byte[] Magic, string Name)[] Unsupported =
    [
        ("Rar!\u001a\u0007"u8.ToArray(), "RAR"),
        ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "7-Zip"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], "xz"),
        ("BZh"u8.ToArray(), "bzip2"),
        ([0x28, 0xb5, 0x2f, 0xfd], "Zstandard"),
    ];

    private static readonly string[] ArchiveEndings = [".zip", ".tgz", ".tar", ".gz", ".rar", ".7z", ".xz", ".bz2", ".zst"];

    public static ArchiveKind Of(ReadOnlySpan<byte> header)
    {
        if (header.StartsWith("PK\u0003\u0004"u8) || header.StartsWith("PK\u0005\u0006"u8) || header.StartsWith("PK\u0007\u0008"u8)) return ArchiveKind.Zip;
        if (header.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b, 0x08])) return ArchiveKind.Gzip;
        if (TarUnpacking.IsHeader(header)) return ArchiveKind.Tar;
        return UnsupportedName(header) is null ? ArchiveKind.None : ArchiveKind.Unsupported;
    }

    /// <summary>What an archive that is not unpacked here is called; null when it is none.</summary>
    public static string? UnsupportedName(ReadOnlySpan<byte> header)
    {
        foreach (var (magic, name) in Unsupported)
        {
            if (header.StartsWith(magic)) return name;
        }
        return null;
    }

    /// <summary>The name promises an archive, whatever the content is.</summary>
    public static bool IsArchiveName(string name) => ArchiveEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
