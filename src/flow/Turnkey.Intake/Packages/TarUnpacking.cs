using System.Buffers.Binary;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>
/// Reads a tar (ustar, GNU long names, pax paths) from memory: entries are slices of it, nothing is copied and no declared size is allocated.
/// </summary>
internal static class TarUnpacking
{
    private const int Block = 512;

    public static bool IsHeader(ReadOnlySpan<byte> start) => start.Length >= Block && start[0] != 0 && ChecksumIsRight(start[..Block]);

    public static void Unpack(ReadOnlyMemory<byte> tar, string folder, int depth, Unpacking into)
    {
        string? longName = null;
        for (var at = 0; at + Block <= tar.Length && into.Refusal is null;)
        {
            var header = tar.Span.Slice(at, Block);
            if (header.IndexOfAnyExcept((byte)0) < 0) return;
            at += Block;
            if (SizeOf(header) is not { } size || !ChecksumIsRight(header))
            {
                into.Report(Diagnostic.Error("package.damaged-file", folder, 0, "the tar is damaged here; what follows was left out"));
                return;
            }
            if (size > tar.Length - at)
            {
                into.Report(Diagnostic.Error("package.truncated-archive", folder, 0, $"the tar ends in the middle of '{PackagePath.Show(longName ?? NameOf(header))}'; that file was left out"));
                return;
            }
            var content = tar.Slice(at, (int)size);
            at += (int)((size + Block - 1) / Block * Block);
            switch ((char)header[156])
            {
                case 'L':
                    longName = Text(content.Span);
                    continue;
                case 'x':
                    longName = PaxPath(content.Span) ?? longName;
                    continue;
                case 'K' or 'g' or 'V' or '5':
                    break;
                case '1' or '2':
                    if (into.Place(folder, longName ?? NameOf(header)) is { } link) into.Report(Diagnostic.Warning("package.link", link, 0, "is a link, not a file, and was left out"));
                    break;
                case '0' or '\0' or '7':
                    var name = longName ?? NameOf(header);
                    if (!name.EndsWith('/') && into.Place(folder, name) is { } path) ArchiveUnpacking.AddOrUnpack(path, content, depth, into);
                    break;
                default:
                    into.Report(Diagnostic.Warning("package.special-file", folder, 0, $"'{PackagePath.Show(longName ?? NameOf(header))}' is a device or a queue, not a file, and was left out"));
                    break;
            }
            longName = null;
        }
    }

    private static string NameOf(ReadOnlySpan<byte> header)
    {
        var name = Text(header[..100]);
        var prefix = header[257..263].SequenceEqual("ustar\0"u8) ? Text(header[345..500]) : "";
        return prefix.Length > 0 ? prefix + "/" + name : name;
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>Octal, or big-endian binary with the first bit set; null when it is neither or beyond 2 GB.</summary>
    private static long? SizeOf(ReadOnlySpan<byte> header)
    {
        var field = header[124..136];
        if (field[0] == 0x80) return BinaryPrimitives.ReadInt64BigEndian(field[4..]) is >= 0 and <= int.MaxValue and var size ? size : null;
        long value = 0;
        foreach (var b in field)
        {
            if (b is 0 or (byte)' ')
            {
                if (value > 0) break;
                continue;
            }
            if (b is < (byte)'0' or > (byte)'7') return null;
            value = (value * 8) + (b - '0');
        }
        return value <= int.MaxValue ? value : null;
    }

    /// <summary>The sum that every header carries; all dialects have it, V7 has nothing else to be known by.</summary>
    private static bool ChecksumIsRight(ReadOnlySpan<byte> header)
    {
        var sum = 0;
        for (var i = 0; i < Block; i++) sum += i is >= 148 and < 156 ? ' ' : header[i];
        var stated = 0;
        var digits = 0;
        foreach (var b in header[148..156])
        {
            if (b is < (byte)'0' or > (byte)'7') continue;
            stated = (stated * 8) + (b - '0');
            digits++;
        }
        return digits > 0 && sum == stated;
    }

    /// <summary>The path of a pax header: records of <c>length key=value\n</c>.</summary>
    private static string? PaxPath(ReadOnlySpan<byte> records)
    {
        while (records.Length > 0)
        {
            var space = records.IndexOf((byte)' ');
            if (space <= 0 || space > 9 || !int.TryParse(Encoding.ASCII.GetString(records[..space]), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var length)
                || length <= space + 1 || length > records.Length) return null;
            var record = records[(space + 1)..(length - 1)];
            if (record.StartsWith("path="u8)) return Encoding.UTF8.GetString(record["path=".Length..]);
            records = records[length..];
        }
        return null;
    }
}
