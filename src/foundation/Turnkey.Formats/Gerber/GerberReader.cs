using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Gerber;

/// <summary>
/// Reads a layer in the Gerber format (Ucamco, revision 2024.05: RS-274X with the attributes of X2 and X3), with everything deprecated that real
/// files still hold. Never throws on any content: what could be understood comes back beside the diagnostics that say what could not.
/// </summary>
public static class GerberReader
{
    /// <summary>True when the content is written in Gerber's commands, whatever the file is called. Looks at the first 64 kB only.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content) => GerberSniffer.LooksLikeGerber(content);

    /// <summary>Why <see cref="Recognises"/> says no, and the first line that shows it (from 1; 0 where it is the file as a whole); null when it says yes.</summary>
    public static (int Line, string Reason)? Misfit(ReadOnlySpan<byte> content) => GerberSniffer.Misfit(content);

    /// <param name="path">Path in the package, for the diagnostics.</param>
    /// <param name="content">The whole file. Text is taken as UTF-8, and as Latin-1 where it is not that; UTF-16 is read with a warning.</param>
    public static GerberFile Read(string path, ReadOnlyMemory<byte> content)
    {
        var log = new DiagnosticLog(path);
        if (TextDecoder.IsWide(content.Span))
            log.Warning("gerber.encoding", 1, "the file is written in UTF-16, which the format does not know; it is read all the same, but others will refuse it. Save it as ASCII or UTF-8");
        content = GerberEncoding.Narrow(content);
        ZeroBytes.Report(content.Span, "gerber.zero-bytes", log);
        content = ZeroBytes.Without(content);
        var film = new Film(new Allowance(content.Length, log), log);
        var plotter = new Photoplotter(film, log);
        var commands = new CommandReader(plotter, new FormatState(content, log), log);
        var scanner = new GerberScanner(content.Span);
        commands.Run(ref scanner);
        return commands.Finish();
    }
}
