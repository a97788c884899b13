namespace Turnkey.Benchmarks;

/// <summary>A real Gerber file made as long as wanted by saying again what it draws, once its definitions have been said.</summary>
internal sealed class RepeatedGerber
{
    private readonly byte[] head;
    private readonly byte[] body;

    private RepeatedGerber(byte[] head, byte[] body) => (this.head, this.body) = (head, body);

    /// <summary>Bytes of one repetition.</summary>
    public int BodyLength => body.Length;

    /// <summary>
    /// Splits a file: format, unit, aperture and macro definitions are its head, whatever they stand among; the rest up to the end of the
    /// program is its body. Polarity, regions, attributes and comments stay where they are.
    /// </summary>
    public static RepeatedGerber From(ReadOnlySpan<byte> content)
    {
        var definitions = new List<byte>();
        var drawing = new List<byte>();
        while (!content.IsEmpty)
        {
            var length = LengthOfNext(content);
            var command = content[..length];
            content = content[length..];
            var text = command.Trim(" \r\n\t"u8);
            if (text.SequenceEqual("M02*"u8) || text.SequenceEqual("M00*"u8)) break;
            (IsDefinition(text) ? definitions : drawing).AddRange(command);
        }
        return new RepeatedGerber([.. definitions], [.. drawing]);
    }

    /// <summary>The whole bodies that come nearest to a size; at least one.</summary>
    public int RepetitionsFor(int bytes) => Math.Max(1, (int)Math.Round((double)(bytes - head.Length) / body.Length));

    /// <summary>The head, a number of bodies, the end of the program.</summary>
    public byte[] Content(int times)
    {
        var end = "\nM02*\n"u8;
        var content = new byte[head.Length + ((long)times * body.Length) + end.Length];
        head.CopyTo(content, 0);
        for (var i = 0; i < times; i++) body.CopyTo(content, head.Length + ((long)i * body.Length));
        end.CopyTo(content.AsSpan(content.Length - end.Length));
        return content;
    }

    /// <summary>Through the closing <c>%</c> of a parameter, else through the next <c>*</c>.</summary>
    private static int LengthOfNext(ReadOnlySpan<byte> content)
    {
        var start = content.Length - content.TrimStart(" \r\n\t"u8).Length;
        if (start == content.Length) return start;
        var end = content[start] == '%' ? content[(start + 1)..].IndexOf((byte)'%') + 1 : content[start..].IndexOf((byte)'*');
        return end < 0 || (end == 0 && content[start] == '%') ? content.Length : start + end + 1;
    }

    private static bool IsDefinition(ReadOnlySpan<byte> text) =>
        text.StartsWith("%FS"u8) || text.StartsWith("%MO"u8) || text.StartsWith("%AD"u8) || text.StartsWith("%AM"u8) || text.StartsWith("%IP"u8);
}
