using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Turnkey.Documents.Tables;

/// <summary>
/// Writes a workbook in Office Open XML (ECMA-376, transitional) with texts in the cells themselves. The same sheets give the same bytes: the zip's times are
/// fixed and nothing in it says when or by whom it was written.
/// </summary>
public static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const int LongestCell = 32_767;
    private const int LongestName = 31;

    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Cell formats by their place in the styles: 0 plain, 1 header, 2 header of a column to fill, 3 text, 4 text to fill, 5 number, 6 number to fill.</summary>
    private enum Format
    {
        Header = 1,
        HeaderToFill = 2,
        Text = 3,
        TextToFill = 4,
        Number = 5,
        NumberToFill = 6,
    }

    /// <exception cref="ArgumentException">There is no sheet.</exception>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        if (sheets.Count == 0) throw new ArgumentException("a workbook has a sheet", nameof(sheets));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count));
            Add(zip, "_rels/.rels", xml => Relationships(xml, [("rId1", "officeDocument", "xl/workbook.xml")]));
            Add(zip, "xl/workbook.xml", xml => Workbook(xml, sheets));
            Add(zip, "xl/_rels/workbook.xml.rels", xml => Relationships(xml, [.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ($"rId{sheets.Count + 1}", "styles", "styles.xml")]));
            Add(zip, "xl/styles.xml", Styles);
            for (var i = 0; i < sheets.Count; i++)
            {
                var sheet = sheets[i];
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => Worksheet(xml, sheet));
            }
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        xml.WriteStartElement("Types", Package + "content-types");
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Spreadsheet + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Spreadsheet + "styles+xml"));
        for (var i = 1; i <= sheets; i++) Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", Spreadsheet + "worksheet+xml"));
        xml.WriteEndElement();
    }

    private static void Relationships(XmlWriter xml, IEnumerable<(string Id, string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        foreach (var (id, type, target) in relations) Element(xml, "Relationship", ("Id", id), ("Type", $"{Relations}/{type}"), ("Target", target));
        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets", Main);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < sheets.Count; i++)
        {
            var name = SheetName(sheets[i].Name);
            if (!names.Add(name)) names.Add(name = $"Sheet {i + 1}");
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("r", "id", Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        Group(xml, "fonts", 2, () =>
        {
            xml.WriteRaw("<font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>");
        });
        Group(xml, "fills", 4, () =>
        {
            xml.WriteRaw("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
            xml.WriteRaw("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9E1F2\"/></patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF8DC\"/></patternFill></fill>");
        });
        Group(xml, "borders", 1, () => xml.WriteRaw("<border><left/><right/><top/><bottom/><diagonal/></border>"));
        Group(xml, "cellStyleXfs", 1, () => xml.WriteRaw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"));
        Group(xml, "cellXfs", 7, () =>
        {
            // 49 is text. With quotePrefix a cell stays text when somebody edits it.
            (int Number, int Font, int Fill, bool Quote)[] formats = [(0, 0, 0, false), (49, 1, 2, false), (49, 1, 3, false), (49, 0, 0, true), (49, 0, 3, true), (0, 0, 0, false), (0, 0, 3, false)];
            foreach (var (number, font, fill, quote) in formats)
            {
                Element(xml, "xf", ("numFmtId", $"{number}"), ("fontId", $"{font}"), ("fillId", $"{fill}"), ("borderId", "0"), ("xfId", "0"), ("quotePrefix", quote ? "1" : "0"),
                    ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyFill", "1"));
            }
        });
        Group(xml, "cellStyles", 1, () => xml.WriteRaw("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"));
        xml.WriteEndElement();
    }

    private static void Worksheet(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < sheet.Columns.Length; i++)
            Element(xml, "col", ("min", $"{i + 1}"), ("max", $"{i + 1}"), ("width", $"{Math.Clamp(sheet.Columns[i].Width, 4, 120)}"), ("style", $"{(int)(sheet.Columns[i].ToFill ? Format.NumberToFill : Format.Number)}"), ("customWidth", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, sheet.Columns.Length, i => (SheetCell.Of(sheet.Columns[i].Header), sheet.Columns[i].ToFill ? Format.HeaderToFill : Format.Header));
        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            var row = sheet.Rows[r];
            Row(xml, r + 2, sheet.Columns.Length, i =>
            {
                var cell = i < row.Length ? row[i] : SheetCell.Empty;
                return (cell, (cell.Text is not null, sheet.Columns[i].ToFill) switch { (true, false) => Format.Text, (true, true) => Format.TextToFill, (false, false) => Format.Number, _ => Format.NumberToFill });
            });
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, int columns, Func<int, (SheetCell Cell, Format Format)> at)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", $"{number}");
        for (var i = 0; i < columns; i++)
        {
            var (cell, format) = at(i);
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", Name(i) + number.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("s", $"{(int)format}");
            if (cell.Number is { } value)
            {
                xml.WriteStartElement("v", Main);
                xml.WriteString(value.ToString(CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
            else if (cell.Text is { } text)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Clean(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Group(XmlWriter xml, string name, int count, Action write)
    {
        xml.WriteStartElement(name, Main);
        xml.WriteAttributeString("count", $"{count}");
        write();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    /// <summary>A, B, …, Z, AA, …</summary>
    private static string Name(int column)
    {
        var name = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) name = (char)('A' + ((n - 1) % 26)) + name;
        return name;
    }

    private static string SheetName(string name)
    {
        var clean = new string([.. Clean(name).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\'))]).Trim('\'', ' ');
        return clean.Length == 0 ? "Sheet" : clean.Length > LongestName ? clean[..LongestName] : clean;
    }

    /// <summary>Without characters that XML has no way to write.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestCell));
        for (var i = 0; i < text.Length && clean.Length < LongestCell - 1; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }
        return clean.ToString();
    }
}
