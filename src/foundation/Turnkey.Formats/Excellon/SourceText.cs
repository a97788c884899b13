using System.Text;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Excellon;

/// <summary>The text of a machine file: UTF-8 unless a byte order mark, or a zero in every other byte, says otherwise; what is no character becomes U+FFFD.</summary>
internal static class SourceText
{
    public static string Decode(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content[3..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content[2..]),
        _ when TextDecoder.IsWide(content) => TextDecoder.Utf16(content[..Math.Min(content.Length, 4096)])!.GetString(content),
        _ => Encoding.UTF8.GetString(content),
    };

    /// <summary>Cuts the next line off <paramref name="rest"/>, whatever ends it (LF, CR LF, CR); false when nothing is left.</summary>
    public static bool NextLine(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        if (rest.IsEmpty)
        {
            line = default;
            return false;
        }
        var end = rest.IndexOfAny('\n', '\r');
        if (end < 0)
        {
            line = rest;
            rest = default;
            return true;
        }
        line = rest[..end];
        var skip = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1;
        rest = rest[(end + skip)..];
        return true;
    }
}
