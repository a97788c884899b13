using System.IO.Compression;
using System.Runtime.InteropServices;
using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>Takes a file as it is, or unpacks it where it is an archive itself.</summary>
internal static class ArchiveUnpacking
{
    /// <summary>Adds a file that was found in <paramref name="depth"/> archives; 0: in a folder.</summary>
    public static void AddOrUnpack(string path, ReadOnlyMemory<byte> content, int depth, Unpacking into)
    {
        var header = content.Span[..Math.Min(content.Length, ArchiveKinds.HeaderLength)];
        var kind = ArchiveKinds.Of(header);
        if (kind is ArchiveKind.None or ArchiveKind.Unsupported)
        {
            if (kind == ArchiveKind.Unsupported)
                into.Report(Diagnostic.Error("package.unsupported-archive", path, 0, $"is a {ArchiveKinds.UnsupportedName(header)} archive, which is not unpacked; send its content as a folder or a zip"));
            into.Add(path, content);
            return;
        }
        if (depth >= into.Limits.NestedArchives)
        {
            if (kind == ArchiveKind.Zip && IsDocument(content, into.Limits.Files)) into.Add(path, content);
            else into.Refuse("package.nested-too-deep", path, $"is an archive inside {depth} others (limit: {into.Limits.NestedArchives} archives inside each other)");
            return;
        }
        if (depth == 0) into.BeginArchive(content.Length);
        var unpacked = kind switch
        {
            ArchiveKind.Zip => Zip(path, content, depth, into),
            ArchiveKind.Gzip => Gzip(path, content, depth, into),
            _ => Tar(path, content, depth, into),
        };
        if (depth == 0) into.EndArchive();
        if (!unpacked) into.Add(path, content);
    }

    /// <summary>The stream of a gzip to its end; null, reported, when it is damaged or passes a limit.</summary>
    public static ReadOnlyMemory<byte>? Inflate(Stream gzip, string path, Unpacking into, out Diagnostic? broken)
    {
        broken = null;
        try
        {
            using var inflated = new GZipStream(gzip, CompressionMode.Decompress, leaveOpen: true);
            return into.Read(inflated, 0, path);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            broken = Diagnostic.Error("package.broken-archive", path, 0, "the gzip is damaged or cut off and cannot be read; send it again");
            return null;
        }
    }

    /// <summary>What a gzip held: a tar is unpacked below <paramref name="folder"/>, anything else is one file without the ending .gz.</summary>
    public static void AddInflated(string folder, string name, ReadOnlyMemory<byte> content, int depth, Unpacking into)
    {
        if (ArchiveKinds.Of(content.Span[..Math.Min(content.Length, ArchiveKinds.HeaderLength)]) == ArchiveKind.Tar)
        {
            TarUnpacking.Unpack(content, folder, depth + 1, into);
            return;
        }
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        AddOrUnpack(plain.Length > 0 ? plain : name, content, depth + 1, into);
    }

    private static bool IsDocument(ReadOnlyMemory<byte> content, int mostEntries)
    {
        using var stream = AsStream(content);
        return ZipUnpacking.IsDocument(stream, mostEntries);
    }

    private static bool Zip(string path, ReadOnlyMemory<byte> content, int depth, Unpacking into)
    {
        using var stream = AsStream(content);
        var unpacked = ZipUnpacking.Unpack(stream, path, depth + 1, into, out var broken);
        if (broken is not null) into.Report(broken);
        return unpacked;
    }

    private static bool Gzip(string path, ReadOnlyMemory<byte> content, int depth, Unpacking into)
    {
        using var stream = AsStream(content);
        if (Inflate(stream, path, into, out var broken) is not { } inflated)
        {
            if (broken is not null) into.Report(broken);
            return into.Refusal is not null;
        }
        AddInflated(path, path, inflated, depth, into);
        return true;
    }

    private static bool Tar(string path, ReadOnlyMemory<byte> content, int depth, Unpacking into)
    {
        TarUnpacking.Unpack(content, path, depth + 1, into);
        return true;
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(content.ToArray(), writable: false);
}
