using System.Buffers.Binary;

namespace Turnkey.Intake.Packages;

/// <summary>
/// A look at a zip's central directory before it is opened. The runtime's reader makes an object of every record at once, so a directory of
/// millions of empty entries has to be found before; and it tells a truncated zip from a file that is none.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int RecordLength = 46;

    /// <summary>Entries that are no folders, counted by walking the records, not by what the end record claims; -1 when there is no directory.</summary>
    /// <param name="zip">Seekable; its position is moved.</param>
    /// <param name="most">Counting stops above it.</param>
    public static int CountEntries(Stream zip, int most)
    {
        if (FindDirectory(zip) is not { } start || start < 0 || start >= zip.Length) return -1;
        zip.Position = start;
        var buffered = new BufferedStream(zip, 64 * 1024);
        Span<byte> record = stackalloc byte[RecordLength];
        var rest = new byte[3 * ushort.MaxValue];
        var count = 0;
        while (count <= most && Fill(buffered, record) && record.StartsWith("PK\u0001\u0002"u8))
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
            var length = name + BinaryPrimitives.ReadUInt16LittleEndian(record[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
            if (!Fill(buffered, rest.AsSpan(0, length))) break;
            if (name > 0 && rest[name - 1] != '/') count++;
        }
        return count;
    }

    private static bool Fill(Stream source, Span<byte> target) => source.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;

    /// <summary>Where the end record, or its zip64 form, says that the directory starts.</summary>
    private static long? FindDirectory(Stream zip)
    {
        var tail = (int)Math.Min(zip.Length, EndLength + ushort.MaxValue);
        if (tail < EndLength) return null;
        var bytes = new byte[tail];
        zip.Position = zip.Length - tail;
        zip.ReadExactly(bytes);
        for (var at = tail - EndLength; at >= 0; at--)
        {
            if (!bytes.AsSpan(at).StartsWith("PK\u0005\u0006"u8)) continue;
            var start = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 16));
            return start == uint.MaxValue ? Zip64(zip, zip.Length - tail + at) : start;
        }
        return null;
    }

    private static long? Zip64(Stream zip, long end)
    {
        Span<byte> locator = stackalloc byte[20];
        Span<byte> record = stackalloc byte[56];
        if (end < locator.Length) return null;
        zip.Position = end - locator.Length;
        zip.ReadExactly(locator);
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (!locator.StartsWith("PK\u0006\u0007"u8) || at < 0 || at > zip.Length - record.Length) return null;
        zip.Position = at;
        zip.ReadExactly(record);
        return record.StartsWith("PK\u0006\u0006"u8) ? BinaryPrimitives.ReadInt64LittleEndian(record[48..]) : null;
    }
}
