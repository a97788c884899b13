using System.Globalization;
using System.Text;
using System.Xml;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>Excel 2003 XML ("XML Spreadsheet"), which some tools write and name .xls.</summary>
internal static class SpreadsheetXml
{
    private const string Space = "urn:schemas-microsoft-com:office:spreadsheet";

    public static IReadOnlyList<Table> Read(XmlReader xml, CellBudget budget, DiagnosticLog log)
    {
        var sheets = new List<Table>();
        SheetBuilder? sheet = null;
        int line = 0, column = -1;
        try
        {
            while (!budget.IsSpent && sheets.Count < TableLimits.Sheets && xml.Read())
            {
                if (xml.NamespaceURI != Space) continue;
                var ends = xml.NodeType == XmlNodeType.EndElement || (xml.NodeType == XmlNodeType.Element && xml.IsEmptyElement);
                if (xml.LocalName == "Worksheet")
                {
                    if (xml.NodeType == XmlNodeType.Element) (sheet, line) = (new SheetBuilder(xml.GetAttribute("Name", Space) ?? "", budget, log), 0);
                    if (ends && sheet is not null) { sheets.Add(sheet.Build()); sheet = null; }
                }
                else if (xml.LocalName == "Row")
                {
                    if (xml.NodeType == XmlNodeType.Element) (line, column) = (Number(xml, "Index") ?? line + 1, -1);
                    if (ends) sheet?.EndRow(line);
                }
                else if (xml.LocalName == "Cell" && xml.NodeType == XmlNodeType.Element)
                {
                    column = Number(xml, "Index") is { } index ? index - 1 : column + 1;
                    int across = Number(xml, "MergeAcross") ?? 0, down = Number(xml, "MergeDown") ?? 0;
                    if (across > 0 || down > 0) sheet?.Merge(new MergedCells(line, column, down + 1, across + 1));
                    if (!ends)
                    {
                        var (text, isNumber) = Cell(xml);
                        sheet?.Set(column, text, isNumber);
                    }
                    column += across;
                }
            }
        }
        catch (XmlException exception)
        {
            log.Error("table.damaged", exception.LineNumber, "the XML is damaged; what stands behind the damage is not read");
        }
        if (sheet is not null) sheets.Add(sheet.Build());
        return sheets;
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute, Space), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 1 << 20) : null;

    private static (string Text, bool IsNumber) Cell(XmlReader xml)
    {
        var depth = xml.Depth;
        var text = new StringBuilder();
        var type = "String";
        var comment = int.MaxValue;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth <= comment) comment = int.MaxValue;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Comment") comment = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
            if (comment != int.MaxValue) continue;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Data") type = xml.GetAttribute("Type", Space) ?? "String";
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA && text.Length < TableLimits.CellCharacters) text.Append(xml.Value);
        }
        var value = text.ToString();
        return type == "Number" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (CellNumber.Write(number), true) : (value, false);
    }
}
