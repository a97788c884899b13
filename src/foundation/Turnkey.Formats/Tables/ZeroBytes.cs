using System.Buffers;
using System.Numerics;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>
/// Zero bytes (NUL) in a file that is text otherwise: the padding of an old tape or program, a block that a full disk or a broken transfer left empty.
/// They are no characters of any format, so readers leave them out and say so.
/// </summary>
internal static class ZeroBytes
{
    /// <summary>Control characters that no text has, without zero; 26 and 27 end or begin the text of old systems.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create([1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31]);

    /// <summary>Zeros beside other control characters: no damaged text, but a binary file.</summary>
    public static bool AreBinary(ReadOnlySpan<byte> content) => content.Contains((byte)0) && content.ContainsAny(Controls);

    /// <summary>The content itself when it holds none.</summary>
    public static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> content) => content.Span.Contains((byte)0) ? Kept(content.Span) : content;

    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> content) => content.Contains((byte)0) ? Kept(content) : content;

    /// <summary>One warning at the first of them, with their number; nothing where there is none.</summary>
    /// <param name="content">Bytes or characters of the whole file.</param>
    /// <param name="code">Of the diagnostic.</param>
    /// <param name="log">Takes it.</param>
    public static void Report<T>(ReadOnlySpan<T> content, string code, DiagnosticLog log) where T : unmanaged, IBinaryInteger<T>
    {
        var first = content.IndexOf(T.Zero);
        if (first < 0) return;
        var count = content.Count(T.Zero);
        var line = 1;
        for (var i = 0; i < first; i++)
        {
            // Of CR LF only the second counts.
            if (content[i] == T.CreateTruncating('\n') || (content[i] == T.CreateTruncating('\r') && content[i + 1] != T.CreateTruncating('\n'))) line++;
        }
        log.Warning(code, line, first + count == content.Length
            ? $"the file ends in {Number(count)} (NUL); they are left out"
            : $"the file holds {Number(count)} (NUL), the first of them here; they are left out, but what stood in their place is lost if they come from a full disk or a broken transfer. Send the file again if it does");
    }

    private static string Number(int count) => count == 1 ? "1 zero byte" : $"{count} zero bytes";

    private static byte[] Kept(ReadOnlySpan<byte> content)
    {
        var kept = new byte[content.Length - content.Count((byte)0)];
        var count = 0;
        foreach (var one in content)
        {
            if (one != 0) kept[count++] = one;
        }
        return kept;
    }
}
