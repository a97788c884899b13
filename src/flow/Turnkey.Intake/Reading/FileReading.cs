using System.Collections.Immutable;
using System.Text;
using Turnkey.Formats.Excellon;
using Turnkey.Formats.Gerber;
using Turnkey.Formats.GerberJob;
using Turnkey.Formats.IpcD356;
using Turnkey.Formats.Tables;
using Turnkey.Intake.Packages;
using Turnkey.Intake.Products;
using Turnkey.Kernel;

namespace Turnkey.Intake.Reading;

/// <summary>Reads one file by its content: names lie, first bytes seldom do.</summary>
internal static class FileReading
{
    /// <summary>A longer text is data or a licence, not a note to the manufacturer.</summary>
    private const int LongestNotes = 200_000;

    public static (FileContent Content, ImmutableArray<Diagnostic> Diagnostics) Read(PackageFile file)
    {
        var content = file.Content;
        var bytes = content.Span;
        if (bytes.IsEmpty) return (new FileContent.Unread("empty"), [Diagnostic.Warning("package.empty-file", file.Path, 0, $"{file.Path} is empty; send it again if it should hold something")]);
        if (string.Equals(file.Name, ProductFile.Name, StringComparison.OrdinalIgnoreCase)) return (new FileContent.Product(content), []);
        if (ContentSniffing.Foreign(file.Name, bytes) is { } foreign) return (new FileContent.Unread(foreign), []);
        if (GerberReader.Recognises(bytes))
        {
            var gerber = GerberReader.Read(file.Path, content);
            return (new FileContent.Gerber(gerber), gerber.Diagnostics);
        }
        if (GerberJobReader.Recognises(bytes) || file.Name.EndsWith(".gbrjob", StringComparison.OrdinalIgnoreCase))
        {
            var job = GerberJobReader.Read(file.Path, bytes);
            return (new FileContent.Job(job), job.Diagnostics);
        }
        if (IpcNetlistReader.Recognises(bytes))
        {
            var netlist = IpcNetlistReader.Read(file.Path, bytes);
            return (new FileContent.Netlist(netlist), netlist.Diagnostics);
        }
        if (ExcellonReader.Recognises(bytes))
        {
            var program = ExcellonReader.Read(file.Path, bytes);
            return (new FileContent.Drill(program), program.Diagnostics);
        }
        if (DrillSideFile.Read(file.Path, bytes) is { } side) return (new FileContent.DrillSide(side), side.Diagnostics);
        if (IsSpreadsheet(bytes) || !ContentSniffing.LooksBinary(bytes))
        {
            var workbook = TableReader.Read(file.Path, content.ToArray());
            var told = TableClassifier.Classify(workbook);
            // Any text parts into cells somehow; what is no parts list and no position file is words.
            var isTable = workbook.Format is not ("csv" or "text" or "unknown") || told.Tables.Any(table => table.Kind != TableKind.Neither);
            if (isTable && told.Tables.Length > 0) return (new FileContent.Sheets(workbook, told.Tables), told.Diagnostics);
            // What the table reader makes of mere words is nobody's concern, but for a file whose name promises a list.
            ImmutableArray<Diagnostic> warnings = [.. told.Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Info)];
            if (!ContentSniffing.LooksBinary(bytes) && bytes.Length <= LongestNotes) return (new FileContent.Notes(Lines(bytes)), warnings);
            return (new FileContent.Unread("unknown"), warnings);
        }
        return (new FileContent.Unread("unknown"), []);
    }

    /// <summary>The text of a file as lines; for the notes that a table reader took for a table of one column as well.</summary>
    public static ImmutableArray<string> Lines(ReadOnlySpan<byte> bytes)
    {
        var utf16 = TableReader.IsUtf16(bytes);
        // The zero byte of a Latin letter comes first when the high byte does.
        var bigEndian = bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) || (utf16 && bytes[0] == 0);
        var text = (utf16 ? bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode : Encoding.UTF8).GetString(bytes);
        return [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim('\ufeff', ' ', '\t'))];
    }

    private static bool IsSpreadsheet(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}
