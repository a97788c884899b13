using System.Globalization;
using System.Text;
using System.Xml;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>ODS (OASIS OpenDocument 1.2, part 1, chapter 9): the tables of <c>content.xml</c>, repeated rows and cells within bounds.</summary>
internal static class OpenDocumentSpreadsheet
{
    private const string TableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string OfficeSpace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string TextSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public static List<Table> Read(SpreadsheetArchive archive, CellBudget budget, DiagnosticLog log)
    {
        using var xml = archive.Xml("content.xml");
        return xml is null ? [] : Read(xml, budget, log);
    }

    /// <summary>Also for flat ODS, which is the same XML without the zip.</summary>
    public static List<Table> Read(XmlReader xml, CellBudget budget, DiagnosticLog log)
    {
        var sheets = new List<Table>();
        try
        {
            while (!budget.IsSpent && sheets.Count < TableLimits.Sheets && xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "table" || xml.NamespaceURI != TableSpace || xml.IsEmptyElement) continue;
                var sheet = new SheetBuilder(xml.GetAttribute("name", TableSpace) ?? "", budget, log);
                try
                {
                    ReadSheet(xml, sheet);
                }
                finally
                {
                    sheets.Add(sheet.Build());
                }
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            log.Error("table.damaged", (exception as XmlException)?.LineNumber ?? 0, "content.xml is damaged; what stands behind the damage is not read");
        }
        return sheets;
    }

    private static void ReadSheet(XmlReader xml, SheetBuilder sheet)
    {
        var depth = xml.Depth;
        int line = 1, column = 0, repeat = 1;
        while (!sheet.IsFull && xml.Read() && xml.Depth > depth)
        {
            if (xml.NamespaceURI != TableSpace) continue;
            if (xml.LocalName == "table-row")
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    repeat = Count(xml, "number-rows-repeated");
                    column = 0;
                }
                if (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement)
                {
                    sheet.EndRow(line, repeat);
                    line = (int)Math.Min((long)line + repeat, int.MaxValue / 2);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "table-cell" or "covered-table-cell")
            {
                var times = Count(xml, "number-columns-repeated");
                int lines = Count(xml, "number-rows-spanned"), columns = Count(xml, "number-columns-spanned");
                if (lines > 1 || columns > 1) sheet.Merge(new MergedCells(line, column, lines, columns));
                var covered = xml.LocalName == "covered-table-cell";
                var (text, isNumber) = Cell(xml);
                if (!covered && text.Length > 0)
                {
                    for (var i = 0; i < Math.Min(times, TableLimits.Columns); i++) sheet.Set(column + i, text, isNumber);
                }
                column = (int)Math.Min((long)column + times, int.MaxValue / 2);
            }
        }
    }

    private static int Count(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute, TableSpace), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 1;

    private static (string Text, bool IsNumber) Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("value-type", OfficeSpace) ?? "";
        var value = xml.GetAttribute("value", OfficeSpace);
        var date = xml.GetAttribute("date-value", OfficeSpace);
        var currency = xml.GetAttribute("currency", OfficeSpace);
        var shown = xml.IsEmptyElement ? "" : Shown(xml);
        if (type == "date" && date is not null) return (date, false);
        if (type is not ("float" or "currency" or "percentage") || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return (shown, false);
        // Shown digits keep their leading zeros (0603); everything else is written from the value, because what is shown depends on the locale.
        if (shown.Length > 0 && shown.All(char.IsAsciiDigit)) return (shown, true);
        return (currency is { Length: > 0 } ? $"{CellNumber.Write(number)} {currency}" : CellNumber.Write(number), true);
    }

    /// <summary>The paragraphs of a cell; notes and drawings in it left out.</summary>
    private static string Shown(XmlReader xml)
    {
        var depth = xml.Depth;
        var text = new StringBuilder();
        var skip = int.MaxValue;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth <= skip) skip = int.MaxValue;
            if (skip != int.MaxValue || text.Length > TableLimits.CellCharacters) continue;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                if (xml.Depth > depth + 1) text.Append(xml.Value);
                continue;
            }
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "annotation" || xml.NamespaceURI.Contains(":drawing:", StringComparison.Ordinal))
            {
                if (!xml.IsEmptyElement) skip = xml.Depth;
            }
            else if (xml.NamespaceURI == TextSpace)
            {
                if (xml.LocalName == "p" && text.Length > 0) text.Append('\n');
                else if (xml.LocalName == "line-break") text.Append('\n');
                else if (xml.LocalName == "tab") text.Append(' ');
                else if (xml.LocalName == "s") text.Append(' ', int.TryParse(xml.GetAttribute("c", TextSpace), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 100) : 1);
            }
        }
        return text.ToString();
    }
}
