using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Assembling.Centroids;

/// <summary>
/// Reads what was confirmed of parts: a CSV file with the columns <c>part,pin-1,by,date</c>. Pin 1 is where it lies at angle 0: one of right, upper-right, upper,
/// upper-left, left, lower-left, lower, lower-right, or degrees counter-clockwise from the right; empty when only the angle was confirmed. A part number with a comma stands in double quotes.
/// </summary>
public static class ConfirmedPartFile
{
    private const int MostRows = 100_000;

    private const int LongestCell = 200;

    private const string Header = "part,pin-1,by,date";

    /// <summary>What could be understood, and what could not. Of two rows for one part the last counts.</summary>
    /// <param name="path">For diagnostics.</param>
    /// <param name="content">UTF-8.</param>
    public static (ImmutableArray<ConfirmedPart> Parts, ImmutableArray<Diagnostic> Diagnostics) Read(string path, ReadOnlyMemory<byte> content)
    {
        var log = new DiagnosticLog(path);
        var parts = new Dictionary<string, ConfirmedPart>(StringComparer.OrdinalIgnoreCase);
        var lines = Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF').Split('\n');
        if (lines[0].TrimEnd('\r').Trim() != Header)
        {
            log.Error("confirmed.header", 1, $"a file of confirmed parts begins with the row '{Header}'; the file is not used");
            return ([], [.. log.ToList()]);
        }
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (i > MostRows) { log.Error("confirmed.too-long", i + 1, $"only the first {MostRows.ToString(CultureInfo.InvariantCulture)} rows are read"); break; }
            if (Row(line, i + 1, log) is { } part) parts[part.Part] = part;
        }
        return ([.. parts.Values.OrderBy(part => part.Part, StringComparer.Ordinal)], [.. log.ToList()]);
    }

    /// <summary>The file of parts, by part, each once: the last of two for one part counts.</summary>
    /// <returns>UTF-8, as <see cref="Read"/> reads it.</returns>
    public static byte[] Write(IEnumerable<ConfirmedPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var last = new SortedDictionary<string, ConfirmedPart>(StringComparer.Ordinal);
        foreach (var part in parts) last[part.Part.ToUpperInvariant()] = part;
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (name, part) in last)
            text.AppendJoin(',', Cell(name), part.PinOne is { } degrees ? PinOneDirection.Write(degrees) : "", Cell(part.By), Cell(part.Date)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One line, no longer than is read, without the quotes that a cell cannot hold.</summary>
    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("\"", "", StringComparison.Ordinal).Trim();
        if (line.Length > LongestCell) line = line[..LongestCell];
        return line.Contains(',', StringComparison.Ordinal) || line.StartsWith('#') ? $"\"{line}\"" : line;
    }

    private static ConfirmedPart? Row(string line, int number, DiagnosticLog log)
    {
        var cells = CommaSeparated.Cells(line);
        if (cells.Length != 4 || cells[0].Length == 0 || cells.Any(cell => cell.Length > LongestCell))
        {
            log.Error("confirmed.row", number, "a row has a part, where its pin 1 lies, who says so and a date (the last three may be empty; a part number with a comma stands in double quotes); the row is not used");
            return null;
        }
        double? pinOne = null;
        if (cells[1].Length > 0)
        {
            pinOne = PinOneDirection.Read(cells[1]);
            if (pinOne is null)
            {
                log.Error("confirmed.pin-1", number, $"'{cells[1]}' is neither one of {PinOneDirection.Words} nor degrees from 0 to 360; the row is not used");
                return null;
            }
        }
        return new ConfirmedPart(cells[0].ToUpperInvariant(), pinOne, cells[2], cells[3]);
    }
}
