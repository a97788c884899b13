using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Contracts.Bundles;

/// <summary>
/// The zip around a bundle, in the one form that is allowed: stored, not compressed; no times, comments, extra fields or gaps. Every byte of it follows from
/// names and contents, so the same content is the same file, any other byte is noticed, and nothing can hide between the entries or be unpacked to more than
/// was sent. Any unzip opens it; Python's <c>zipfile</c> writes it with <c>ZIP_STORED</c> and entries of 1980-01-01.
/// </summary>
internal static class BundleContainer
{
    private const int LocalLength = 30;
    private const int CentralLength = 46;
    private const int EndLength = 22;

    /// <summary>2.0, which every unzip reads.</summary>
    private const ushort Version = 20;

    /// <summary>Version 2.0 by a program on Unix.</summary>
    private const ushort MadeBy = (3 << 8) | Version;

    /// <summary>1980-01-01, the first day a zip can say.</summary>
    private const ushort FirstDay = (1 << 5) | 1;

    /// <summary>A file that its owner alone may read and write, in Unix's bits.</summary>
    private const uint OwnersFile = 0x180u << 16;

    /// <param name="files">In the order in which they are written; names are ASCII and differ.</param>
    public static byte[] Write(IReadOnlyList<BundleFile> files)
    {
        var length = EndLength + files.Sum(file => (long)LocalLength + CentralLength + 2 * file.Path.Length + file.Content.Length);
        var zip = new byte[length];
        var at = 0;
        var entries = new Entry[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            var (path, content) = (files[i].Path, files[i].Content);
            entries[i] = new Entry(path, Crc32.Of(content.Span), (uint)content.Length, (uint)at);
            at += Local(entries[i], zip.AsSpan(at));
            content.Span.CopyTo(zip.AsSpan(at));
            at += content.Length;
        }
        Directory(entries, (uint)at, zip.AsSpan(at));
        return zip;
    }

    /// <summary>The entries, as slices of <paramref name="zip"/>; or what is wrong with it.</summary>
    public static (ImmutableArray<BundleFile> Files, Diagnostic? Fault) Read(ReadOnlyMemory<byte> zip, int mostFiles)
    {
        var bytes = zip.Span;
        if (!bytes.StartsWith("PK\u0003\u0004"u8)) return Broken("bundle.not-a-bundle", "it is no bundle: a bundle is a zip that begins with bundle.json");
        var files = ImmutableArray.CreateBuilder<BundleFile>();
        var entries = new List<Entry>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Span<byte> expected = stackalloc byte[LocalLength + BundlePath.Longest];
        var at = 0;
        while (bytes[at..].StartsWith("PK\u0003\u0004"u8))
        {
            if (files.Count == mostFiles) return Broken("bundle.too-many-files", $"it holds more than {mostFiles} entries");
            if (bytes.Length - at < LocalLength) return Broken("bundle.truncated", "it was cut off on the way; have it sent again");
            var header = bytes[at..];
            if (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) != 0) return Broken("bundle.compressed", "an entry is compressed; the entries of a bundle are stored as they are (docs/bundle-format.md)");
            var (crc, size, name) = (BinaryPrimitives.ReadUInt32LittleEndian(header[14..]), BinaryPrimitives.ReadUInt32LittleEndian(header[22..]), (int)BinaryPrimitives.ReadUInt16LittleEndian(header[26..]));
            if (bytes.Length - at - LocalLength < (long)name + size) return Broken("bundle.truncated", "it was cut off on the way; have it sent again");
            var path = Encoding.Latin1.GetString(header.Slice(LocalLength, Math.Min(name, BundlePath.Longest + 1)));
            if (!BundlePath.IsSafe(path)) return Broken("bundle.path", $"'{BundlePath.Show(path)}' is no path that a bundle may hold");
            if (!names.Add(path)) return Broken("bundle.duplicate", $"'{path}' is in it twice");
            var entry = new Entry(path, crc, size, (uint)at);
            var length = Local(entry, expected);
            if (!header.StartsWith(expected[..length])) return Broken("bundle.container", $"the entry of '{path}' is not written as docs/bundle-format.md has it");
            var content = zip.Slice(at + length, (int)size);
            if (Crc32.Of(content.Span) != crc) return Broken("bundle.damaged", $"'{path}' was damaged on the way; have the bundle sent again");
            entries.Add(entry);
            files.Add(new BundleFile(path, content));
            at += length + (int)size;
        }
        var directory = new byte[EndLength + entries.Sum(entry => CentralLength + entry.Path.Length)];
        Directory(entries, (uint)at, directory);
        return bytes[at..].SequenceEqual(directory) ? (files.ToImmutable(), null)
            : bytes.Length - at < directory.Length ? Broken("bundle.truncated", "it was cut off on the way; have it sent again")
            : Broken("bundle.container", "the directory at its end is not written as docs/bundle-format.md has it, or something follows it");
    }

    private static (ImmutableArray<BundleFile>, Diagnostic?) Broken(string code, string message) => ([], Diagnostic.Error(code, "", 0, message));

    private static int Local(Entry entry, Span<byte> to)
    {
        "PK\u0003\u0004"u8.CopyTo(to);
        Common(entry, to[4..]);
        Encoding.ASCII.GetBytes(entry.Path, to[LocalLength..]);
        return LocalLength + entry.Path.Length;
    }

    /// <summary>What both records of an entry have: version, flags, method, time, day, checksum, sizes, lengths of name and extra field.</summary>
    private static void Common(Entry entry, Span<byte> to)
    {
        to[..26].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(to, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(to[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(to[14..], entry.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(to[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(to[22..], (ushort)entry.Path.Length);
    }

    private static void Directory(IReadOnlyCollection<Entry> entries, uint start, Span<byte> to)
    {
        var at = 0;
        foreach (var entry in entries)
        {
            var record = to[at..];
            "PK\u0001\u0002"u8.CopyTo(record);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], MadeBy);
            Common(entry, record[6..]);
            record[32..38].Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(record[38..], OwnersFile);
            BinaryPrimitives.WriteUInt32LittleEndian(record[42..], entry.At);
            Encoding.ASCII.GetBytes(entry.Path, record[CentralLength..]);
            at += CentralLength + entry.Path.Length;
        }
        var end = to[at..];
        end[..EndLength].Clear();
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)at);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], start);
    }

    private readonly record struct Entry(string Path, uint Crc, uint Size, uint At);
}
