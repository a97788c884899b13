using System.Text;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Gerber is written in ASCII, names in UTF-8. Editors that save a file anew put a byte order mark in front or write UTF-16; both are read, for the
/// commands are all there.
/// </summary>
internal static class GerberEncoding
{
    /// <summary>One byte for each character of the commands, without a mark in front.</summary>
    public static ReadOnlyMemory<byte> Narrow(ReadOnlyMemory<byte> content)
    {
        if (content.Span is [0xEF, 0xBB, 0xBF, ..]) return content[3..];
        return TextDecoder.IsWide(content.Span) ? Narrowed(content.Span) : content;
    }

    public static byte[] Narrowed(ReadOnlySpan<byte> wide)
    {
        var encoding = wide is [0xFE, 0xFF, ..] or [0, _, ..] ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var marked = wide is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        return Encoding.UTF8.GetBytes(encoding.GetString(marked ? wide[2..] : wide));
    }
}
