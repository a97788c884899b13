using System.Text;

namespace Turnkey.Formats.Tables;

/// <summary>Turns the bytes of a text file into text: by its byte order mark, else by what the bytes can be.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text and the name of the encoding it was taken for; null text when the bytes are no text.</summary>
    public static (string? Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) return (Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0])) return (Encoding.UTF32.GetString(bytes[4..]), "utf-32");
        if (Utf16(bytes) is { } wide)
        {
            var marked = bytes[0] >= 0xfe;
            return (wide.GetString(marked ? bytes[2..] : bytes), wide.Equals(Encoding.Unicode) ? "utf-16le" : "utf-16be");
        }
        if (IsBinary(bytes)) return (null, "binary");
        try
        {
            return (StrictUtf8.GetString(bytes), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            var page = LooksLikeGbk(bytes) ? 936 : 1252;
            return (CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes), page == 936 ? "gbk" : "windows-1252");
        }
    }

    /// <summary>The byte order of text in UTF-16, by its mark or by its zeros; null when it is none.</summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])) return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])) return Encoding.BigEndianUnicode;
        var (even, odd) = Zeros(bytes);
        var half = Math.Min(bytes.Length, SampleBytes) / 2;
        if (half < 2) return null;
        // Mostly Latin text has a zero in every other byte and none in the others.
        if (odd > half * 0.4 && even < half * 0.05) return Encoding.Unicode;
        return even > half * 0.4 && odd < half * 0.05 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Whether a machine file is written in UTF-16, told by its first 4 kB; a single zero or zeros at the end do not make it that.</summary>
    public static bool IsWide(ReadOnlySpan<byte> bytes) =>
        bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] || (bytes is [0, _, ..] or [_, 0, ..] && Utf16(bytes[..Math.Min(bytes.Length, 4096)]) is not null);

    private const int SampleBytes = 1 << 16;

    private static (int Even, int Odd) Zeros(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < Math.Min(bytes.Length, SampleBytes); i++)
        {
            if (bytes[i] != 0) continue;
            if ((i & 1) == 0) even++;
            else odd++;
        }
        return (even, odd);
    }

    /// <summary>A zero or many other control characters: no text that people or tools write.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var odd = 0;
        foreach (var b in sample)
        {
            if (b == 0) return true;
            if (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 26 or 27)) odd++;
        }
        return odd > sample.Length / 100;
    }

    /// <summary>
    /// Two-byte pairs of GB 2312's Chinese characters and signs (0xA1-0xF7, 0xA1-0xFE) nearly everywhere: Western text has single high bytes
    /// (µ, ü, °) before ASCII instead.
    /// </summary>
    private static bool LooksLikeGbk(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, others = 0;
        for (var i = 0; i < Math.Min(bytes.Length, SampleBytes); i++)
        {
            if (bytes[i] < 0x80) continue;
            if (bytes[i] is >= 0xa1 and <= 0xf7 && i + 1 < bytes.Length && bytes[i + 1] is >= 0xa1 and <= 0xfe)
            {
                pairs++;
                i++;
            }
            else
            {
                others++;
            }
        }
        return pairs >= 2 && pairs > others * 9;
    }
}
