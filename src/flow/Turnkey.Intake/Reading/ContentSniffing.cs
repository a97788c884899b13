using System.Text;
using Turnkey.Formats.Tables;

namespace Turnkey.Intake.Reading;

/// <summary>Tells formats that are recognised but not read here by their first bytes: drawings, models, native CAD files, data of other standards.</summary>
internal static class ContentSniffing
{
    /// <summary>The format's name as results have it; null when it is none of them.</summary>
    public static string? Foreign(string name, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF"u8)) return "pdf";
        if (content.StartsWith("\u0089PNG"u8) || content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return "png";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return "jpeg";
        if (content.StartsWith("GIF8"u8)) return "gif";
        if (content.StartsWith("ISO-10303-21"u8)) return "step";
        if (content.StartsWith("AC10"u8)) return "dwg";
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 600)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        if (head.StartsWith("(kicad_pcb", StringComparison.Ordinal) || head.StartsWith("(kicad_sch", StringComparison.Ordinal) || head.StartsWith("(export", StringComparison.Ordinal)
            || head.StartsWith("(footprint", StringComparison.Ordinal) || head.StartsWith("(kicad_symbol_lib", StringComparison.Ordinal) || head.StartsWith("EESchema", StringComparison.Ordinal)
            || name.EndsWith(".kicad_pro", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".kicad_prl", StringComparison.OrdinalIgnoreCase)) return "kicad";
        if (head.Contains("<IPC-2581", StringComparison.Ordinal)) return "ipc-2581";
        if (head.Contains("<eagle", StringComparison.Ordinal)) return "eagle";
        if (head.Contains("<svg", StringComparison.Ordinal)) return "svg";
        if (head.StartsWith('<') && head.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)) return "html";
        if (head.StartsWith("  0\nSECTION", StringComparison.Ordinal) || head.StartsWith("0\nSECTION", StringComparison.Ordinal) || head.StartsWith("0\r\nSECTION", StringComparison.Ordinal)) return "dxf";
        return null;
    }

    /// <summary>A zero byte or many control characters among the first 4,096 say that no person wrote it.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, 4096)];
        // UTF-16 text has zeros too, in one place of each pair.
        if (TableReader.IsUtf16(content)) return false;
        var odd = 0;
        foreach (var b in head)
        {
            if (b == 0) return true;
            if (b < 32 && b is not (9 or 10 or 13 or 12 or 26 or 27)) odd++;
        }
        return odd * 20 > head.Length;
    }
}
