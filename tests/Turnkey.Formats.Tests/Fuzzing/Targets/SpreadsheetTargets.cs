using System.IO.Compression;
using System.Text;

namespace Turnkey.Fuzzing;

/// <summary>Spreadsheets: their XML mutated before it is packed, and the packed bytes mutated as they are.</summary>
internal static class SpreadsheetTargets
{
    private const string Workbook =
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" +
        "<sheets><sheet name=\"Parts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private const string Sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Qty</t></is></c></row>" +
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>R1, R2</v></c><c r=\"B2\"><v>2</v></c><c r=\"C2\" s=\"1\"><f>B2*2</f><v>45000.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells></worksheet>";

    private const string Strings = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Designator</t></si><si><r><t>a</t></r></si></sst>";

    private const string Content =
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">" +
        "<office:body><office:spreadsheet><table:table table:name=\"Parts\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\"><text:p>Designator</text:p></table:table-cell>" +
        "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";

    private const string Tokens =
        "< > </ /> <row> <c <v> </v> </c> r=\"XFD1048576\" r=\"A99999999\" t=\"s\" t=\"b\" <!DOCTYPE <!-- --> <![CDATA[ ]]> &amp; &#0; &#x10FFFF; &bomb; number-rows-repeated=\"1048576\" number-columns-repeated=\"16384\" " +
        "ref=\"A1:XFD1048576\" <si><t> xml:space=\"preserve\" <?xml";

    public static FuzzTarget Sheets { get; } =
        FuzzTarget.Of("xlsx-sheet", [Sheet], Tokens, TextTargets.ReadTable) with { Pack = static sheet => Zip(("xl/workbook.xml", Bytes(Workbook)), ("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", Bytes(Strings))) };

    public static FuzzTarget SharedStrings { get; } =
        FuzzTarget.Of("xlsx-strings", [Strings], Tokens, TextTargets.ReadTable) with { Pack = static strings => Zip(("xl/workbook.xml", Bytes(Workbook)), ("xl/worksheets/sheet1.xml", Bytes(Sheet)), ("xl/sharedStrings.xml", strings)) };

    public static FuzzTarget OpenDocument { get; } =
        FuzzTarget.Of("ods", [Content], Tokens, TextTargets.ReadTable) with { Pack = static content => Zip(("mimetype", Bytes("application/vnd.oasis.opendocument.spreadsheet")), ("content.xml", content)) };

    public static FuzzTarget Packed { get; } = new("spreadsheet-archive",
        [Zip(("xl/workbook.xml", Bytes(Workbook)), ("xl/worksheets/sheet1.xml", Bytes(Sheet)), ("xl/sharedStrings.xml", Bytes(Strings))), Zip(("content.xml", Bytes(Content)))],
        [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 1, 2], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 6, 6], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [8, 0], [9, 0], "xl/workbook.bin"u8.ToArray()], TextTargets.ReadTable);

    /// <summary>BIFF as it is without its container, and the container's header with nothing behind it.</summary>
    public static FuzzTarget Binary { get; } = new("xls",
        [
            [9, 8, 8, 0, 0, 6, 16, 0, 0, 0, 0, 0, 9, 4, 6, 0, 0, 0, 16, 0, 0, 0, 4, 2, 12, 0, 0, 0, 0, 0, 0, 0, 4, 0, 82, 101, 102, 49, 3, 2, 14, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 10, 0, 0, 0],
            [9, 0, 4, 0, 2, 0, 16, 0, 4, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 4, 82, 101, 102, 49, 2, 0, 9, 0, 1, 0, 0, 0, 0, 0, 0, 5, 0, 10, 0, 0, 0],
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[16], 0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, .. new byte[10], 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, .. new byte[1600]],
        ],
        [[9, 8, 16, 0], [4, 2, 8, 0], [3, 2, 14, 0], [0xfc, 0, 8, 0], [0x85, 0, 8, 0], [10, 0, 0, 0], [0xff, 0xff, 0xff, 0xff], [0xfe, 0xff, 0xff, 0xff], [0, 0, 0, 0]], TextTargets.ReadTable);

    public static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
