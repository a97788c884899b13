using System.Collections.Immutable;
using System.Xml;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>
/// Reads a table whatever it is written as: delimited or aligned text in any encoding, XLSX, XLS, ODS, HTML. What it is written as is told from the content,
/// because the name's ending lies often (text named .xls, a spreadsheet named .csv).
/// </summary>
public static class TableReader
{
    /// <summary>Never throws: what cannot be read is a diagnostic <c>table.*</c>, and what was read before the damage is kept.</summary>
    /// <param name="path">Inside the package; named in the diagnostics; what it promises makes an empty file a warning.</param>
    /// <param name="content">The whole file.</param>
    public static Workbook Read(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(content);
        var log = new DiagnosticLog(path);
        var (format, sheets) = ReadSheets(content, new CellBudget(content.Length, log), log);
        if (content.Length == 0 || (sheets.Count > 0 && sheets.All(sheet => sheet.Rows.All(row => row.Cells.All(string.IsNullOrWhiteSpace)))))
        {
            if (FileNames.Promise(path) is { } promised) log.Warning("table.empty", 0, $"the name says {promised}, but the file is empty");
            else log.Info("table.empty", 0, "the file is empty");
        }
        return new Workbook(path, format, [.. sheets], [.. log.ToList()]);
    }

    /// <summary>
    /// True when the bytes are text in UTF-16, with a byte order mark or without: zeros in every other byte. Such text is no binary file, though half of it
    /// is zeros.
    /// </summary>
    public static bool IsUtf16(ReadOnlySpan<byte> content) => TextDecoder.Utf16(content) is not null;

    private static (string Format, IReadOnlyList<Table> Sheets) ReadSheets(byte[] content, CellBudget budget, DiagnosticLog log)
    {
        if (content.Length == 0) return ("text", []);
        if (content.Length > TableLimits.FileBytes)
        {
            log.Error("table.too-large", 0, $"the file has more than {TableLimits.FileBytes >> 20} MB and is not read as a table");
            return ("unknown", []);
        }
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8)) return ReadArchive(content, budget, log);
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) || IsBareBiff(content)) return ("xls", BinarySpreadsheet.Read(content, budget, log));
        return ReadText(content, budget, log);
    }

    /// <summary>BIFF 2 to 5 without an OLE container begin with their BOF record.</summary>
    private static bool IsBareBiff(byte[] content) => content.Length > 8 && content[0] == 9 && content[1] is 0 or 2 or 4 or 8 && content[2] is > 3 and < 9 && content[3] == 0 && BinarySpreadsheet.IsWhole(content);

    private static (string, IReadOnlyList<Table>) ReadArchive(byte[] content, CellBudget budget, DiagnosticLog log)
    {
        using var archive = SpreadsheetArchive.Open(content, log);
        if (archive is null) return ("unknown", []);
        if (archive.Has("content.xml")) return ("ods", OpenDocumentSpreadsheet.Read(archive, budget, log));
        if (archive.Has("xl/workbook.bin")) return ("xlsb", BinarySpreadsheet.Read(content, budget, log));
        if (archive.Names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal))) return ("xlsx", OfficeOpenSpreadsheet.Read(archive, budget, log));
        log.Info("table.no-table", 0, "the archive holds no spreadsheet");
        return ("unknown", []);
    }

    private static (string, IReadOnlyList<Table>) ReadText(byte[] content, CellBudget budget, DiagnosticLog log)
    {
        var (text, _) = TextDecoder.Decode(content);
        if (text is null)
        {
            log.Info("table.no-table", 0, "the file is neither text nor a spreadsheet");
            return ("unknown", []);
        }
        if (Markup(text) is { } markup) return markup == "html" ? ("html", HtmlTables.Read(text, budget, log)) : ReadXml(text, budget, log);
        return DelimitedText.Separator(text) is { } separator
            ? ("csv", [DelimitedText.Read(text, separator, budget, log)])
            : ("text", [AlignedText.Read(text, budget, log)]);
    }

    /// <summary>What browsers and Excel call a workbook when it is named .xls: HTML tables or Excel 2003 XML.</summary>
    private static string? Markup(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        if (start.IsEmpty || start[0] != '<') return null;
        if (start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
            && !start.Contains("<html", StringComparison.OrdinalIgnoreCase)) return "xml";
        if (start.Contains("opendocument:xmlns:office", StringComparison.Ordinal)) return "xml";
        return text.Contains("<table", StringComparison.OrdinalIgnoreCase) && text.Contains("<tr", StringComparison.OrdinalIgnoreCase) ? "html" : null;
    }

    private static (string, IReadOnlyList<Table>) ReadXml(string text, CellBudget budget, DiagnosticLog log)
    {
        try
        {
            using var xml = XmlReader.Create(new StringReader(text.TrimStart()), SpreadsheetArchive.SafeXml());
            return ("xml", text.Contains("opendocument:xmlns:office", StringComparison.Ordinal)
                ? OpenDocumentSpreadsheet.Read(xml, budget, log)
                : SpreadsheetXml.Read(xml, budget, log));
        }
        catch (XmlException exception)
        {
            log.Error("table.damaged", exception.LineNumber, "the XML is damaged and cannot be read");
            return ("xml", []);
        }
    }
}
