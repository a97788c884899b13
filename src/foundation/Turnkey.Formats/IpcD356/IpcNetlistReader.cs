using Turnkey.Formats.Excellon;
using Turnkey.Kernel;

namespace Turnkey.Formats.IpcD356;

/// <summary>
/// Reads IPC-D-356 and -356A netlists. Records have fixed columns, but CAD tools shift them by a column or leave the tail away,
/// so everything behind the pin is found by its letter, which may be a small one. Names are kept as written.
/// </summary>
public static class IpcNetlistReader
{
    /// <summary>True when the first lines are P and C records and test records of the format.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content)
    {
        var rest = SourceText.Decode(content[..Math.Min(content.Length, 32 * 1024)]).AsSpan();
        var (tests, parameters, foreign) = (0, 0, 0);
        while (SourceText.NextLine(ref rest, out var line) && tests < 20)
        {
            if (line.IsWhiteSpace() || line.StartsWith("C ", StringComparison.OrdinalIgnoreCase) || line is "C" or "c") continue;
            if (line.Length > 40 && NetlistLines.IsTest(line)) tests++;
            else if (line.StartsWith("P  ", StringComparison.OrdinalIgnoreCase)) parameters++;
            else if (!char.IsAsciiDigit(line[0])) foreign++;
        }
        return tests > 0 && (parameters > 0 || tests > 2) && foreign <= tests / 4;
    }

    /// <summary>Never fails; records that make no sense become <c>netlist.bad-record</c>.</summary>
    public static IpcNetlist Read(string path, ReadOnlySpan<byte> content)
    {
        var log = new DiagnosticLog(path);
        var lines = new NetlistLines(log);
        var rest = SourceText.Decode(content).AsSpan();
        while (!lines.Ended && SourceText.NextLine(ref rest, out var line)) lines.Read(line);
        return lines.Finish(path);
    }
}
