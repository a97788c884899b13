using System.Globalization;
using System.Text;
using System.Xml;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>XLSX and XLSM (ECMA-376, SpreadsheetML): the sheets' cells, streaming, by their cached values.</summary>
internal static class OfficeOpenSpreadsheet
{
    public static List<Table> Read(SpreadsheetArchive archive, CellBudget budget, DiagnosticLog log)
    {
        var sheets = new List<Table>();
        var strings = SharedStrings(archive, log);
        var formats = Formats(archive, log);
        var (entries, from1904) = SheetEntries(archive, log);
        foreach (var (name, path, hidden) in entries.Take(TableLimits.Sheets))
        {
            if (budget.IsSpent) break;
            var sheet = new SheetBuilder(name, budget, log);
            Guard(log, path, () =>
            {
                using var xml = archive.Xml(path);
                if (xml is not null) ReadSheet(xml, sheet, strings, formats, from1904);
            });
            sheets.Add(sheet.Build(hidden));
        }
        return sheets;
    }

    /// <summary>A damaged part loses itself, not what was read before.</summary>
    private static void Guard(DiagnosticLog log, string part, Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException or FormatException or NotSupportedException or ArgumentException)
        {
            log.Error("table.damaged", (exception as XmlException)?.LineNumber ?? 0, $"{part} is damaged; what stands behind the damage is not read");
        }
    }

    private static (List<(string Name, string Path, bool Hidden)> Sheets, bool From1904) SheetEntries(SpreadsheetArchive archive, DiagnosticLog log)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Guard(log, "xl/_rels/workbook.xml.rels", () =>
        {
            using var xml = archive.Xml("xl/_rels/workbook.xml.rels");
            while (xml?.Read() == true)
            {
                if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target) targets[id] = Absolute(target);
            }
        });
        var sheets = new List<(string, string, bool)>();
        var from1904 = false;
        Guard(log, "xl/workbook.xml", () =>
        {
            using var xml = archive.Xml("xl/workbook.xml");
            while (xml?.Read() == true)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName != "sheet") continue;
                var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                    ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
                if (id is not null && targets.TryGetValue(id, out var path) && archive.Has(path))
                {
                    sheets.Add((xml.GetAttribute("name") ?? "", path, xml.GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        });
        if (sheets.Count == 0)
        {
            sheets.AddRange(archive.Names.Where(name => name.StartsWith("xl/worksheets/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal))
                .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(name => ("", name, false)));
        }
        return (sheets, from1904);
    }

    private static string Absolute(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target.Replace("./", "", StringComparison.Ordinal);

    private static List<string> SharedStrings(SpreadsheetArchive archive, DiagnosticLog log)
    {
        var strings = new List<string>();
        Guard(log, "xl/sharedStrings.xml", () =>
        {
            using var xml = archive.Xml("xl/sharedStrings.xml");
            while (xml?.Read() == true)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si" && strings.Count < TableLimits.Cells) strings.Add(RichText(xml));
            }
        });
        return strings;
    }

    /// <summary>The runs of a rich text joined; phonetic readings left out.</summary>
    private static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        var phonetic = int.MaxValue;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh") phonetic = xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement ? int.MaxValue : xml.Depth;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                && xml.Depth <= phonetic && text.Length < TableLimits.CellCharacters) text.Append(xml.Value);
        }
        return text.ToString();
    }

    /// <summary>The format code of each cell style, by the style's index.</summary>
    private static List<string> Formats(SpreadsheetArchive archive, DiagnosticLog log)
    {
        var codes = new Dictionary<int, string>();
        var styles = new List<string>();
        Guard(log, "xl/styles.xml", () =>
        {
            using var xml = archive.Xml("xl/styles.xml");
            var cellFormats = false;
            while (xml?.Read() == true)
            {
                if (xml.LocalName == "cellXfs") cellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.NodeType != XmlNodeType.Element || !int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) continue;
                if (xml.LocalName == "numFmt") codes[id] = xml.GetAttribute("formatCode") ?? "";
                else if (cellFormats && xml.LocalName == "xf" && styles.Count < 100_000) styles.Add(codes.TryGetValue(id, out var code) ? code : CellNumber.BuiltInFormat(id));
            }
        });
        return styles;
    }

    private static void ReadSheet(XmlReader xml, SheetBuilder sheet, List<string> strings, List<string> formats, bool from1904)
    {
        int line = 0, column = -1;
        while (!sheet.IsFull && xml.Read())
        {
            if (xml.LocalName == "row")
            {
                if (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement) sheet.EndRow(line);
                if (xml.NodeType != XmlNodeType.Element) continue;
                line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : line + 1;
                column = -1;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = xml.GetAttribute("r") is { } place && ColumnOf(place) is var at and >= 0 ? at : column + 1;
                if (xml.IsEmptyElement) continue;
                var (text, isNumber) = Cell(xml, strings, formats, from1904);
                sheet.Set(column, text, isNumber);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } range && Range(range) is { } merged)
            {
                sheet.Merge(merged);
            }
        }
    }

    private static (string Text, bool IsNumber) Cell(XmlReader xml, List<string> strings, List<string> formats, bool from1904)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < formats.Count ? formats[index] : "";
        var depth = xml.Depth;
        var text = new StringBuilder();
        var inValue = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is") { text.Append(RichText(xml)); continue; }
            if (xml.LocalName == "v") inValue = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (inValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA && text.Length < TableLimits.CellCharacters) text.Append(xml.Value);
        }
        var value = text.ToString();
        return type switch
        {
            "s" => (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && shared < strings.Count ? strings[shared] : "", false),
            "b" => (value == "1" ? "TRUE" : "FALSE", false),
            "e" => ("", false),
            "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => (CellNumber.Write(number, style, from1904), !CellNumber.IsDate(style)),
            _ => (value, false),
        };
    }

    /// <summary>Column of a reference such as <c>AB12</c>, from 0; negative when it is none.</summary>
    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetterUpper(c) || column > 100_000) break;
            column = (column * 26) + (c - 'A' + 1);
        }
        return column - 1;
    }

    private static MergedCells? Range(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || Place(range[..colon]) is not { } first || Place(range[(colon + 1)..]) is not { } last) return null;
        return new MergedCells(first.Line, first.Column, last.Line - first.Line + 1, last.Column - first.Column + 1);
    }

    private static (int Line, int Column)? Place(string place) =>
        ColumnOf(place) is var column and >= 0 && int.TryParse(place.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (line, column)
            : null;
}
