using System.IO.Compression;
using System.Text;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Tests.Tables;

/// <summary>Small table files of our own making.</summary>
internal static class TableFixtures
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Workbook Read(string text, string path = "table.csv") => TableReader.Read(path, Utf8(text));

    public static Table Sheet(string text, string path = "table.csv") => Read(text, path).Sheets[0];

    /// <summary>Cells joined by bars, rows by line breaks: easy to compare and to read when it differs.</summary>
    public static string Show(Table table) => string.Join('\n', table.Rows.Select(row => string.Join('|', row.Cells)));

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }
        return memory.ToArray();
    }

    /// <summary>A workbook of one sheet from the XML inside <c>sheetData</c> and what follows it.</summary>
    public static byte[] Xlsx(string sheetData, string after = "", string strings = "", string formats = "") => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Parts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{formats}</styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{strings}</sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheetData}</sheetData>{after}</worksheet>"));

    public static byte[] Ods(string rows) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
            <office:body><office:spreadsheet><table:table table:name="Parts">{rows}</table:table></office:spreadsheet></office:body></office:document-content>
            """));

    /// <summary>A bare BIFF 2 stream with text cells: the oldest and simplest XLS there is.</summary>
    public static byte[] Biff2(params string[][] rows)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write([0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00]);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                var text = Encoding.ASCII.GetBytes(rows[r][c]);
                writer.Write((ushort)0x0004);
                writer.Write((ushort)(8 + text.Length));
                writer.Write((ushort)r);
                writer.Write((ushort)c);
                writer.Write([0, 0, 0, (byte)text.Length]);
                writer.Write(text);
            }
        }
        writer.Write([0x0a, 0x00, 0x00, 0x00]);
        writer.Flush();
        return memory.ToArray();
    }
}
