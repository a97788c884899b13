using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Turnkey.Documents.Tables;
using Turnkey.Formats.Tables;

namespace Turnkey.Documents.Tests.Tables;

public sealed class WorkbookWriterTests
{
    private static readonly Sheet Odd = new("Parts [2026]: a/b*c?", [new SheetColumn("MPN", 20), new SheetColumn("Qty", 8, ToFill: true), new SheetColumn("Remark", 30)],
    [
        [SheetCell.Of("0022232061"), SheetCell.Of(1500m), SheetCell.Of("=HYPERLINK(\"http://x\")")],
        [SheetCell.Of("1E5"), SheetCell.Of(0.00274m), SheetCell.Of("+1")],
        [SheetCell.Of("-X1"), SheetCell.Empty, SheetCell.Of("@SUM(A1)")],
        [SheetCell.Of("a\u0000b\u0001c \ud800 <&>\n\"Ω\" 😀"), SheetCell.Empty],
    ]);

    [Fact]
    public void A_workbook_is_valid_Office_Open_XML()
    {
        using var stream = new MemoryStream(WorkbookWriter.Write(Odd, new Sheet("", [new SheetColumn("x", 1)], []), Odd));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes()
    {
        var first = WorkbookWriter.Write(Odd);
        Assert.Equal(first, WorkbookWriter.Write(Odd));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var rows = TableReader.Read("x.xlsx", WorkbookWriter.Write(Odd)).Sheets.Single().Rows;
        Assert.Equal(["MPN", "Qty", "Remark"], rows[0].Cells);
        Assert.Equal(["0022232061", "1500", "=HYPERLINK(\"http://x\")"], rows[1].Cells);
        Assert.Equal(["1E5", "0.00274", "+1"], rows[2].Cells);
        Assert.Equal("abc  <&>\n\"Ω\" 😀", rows[4].Cells[0]);
    }

    [Fact]
    public void No_text_becomes_a_formula()
    {
        using var stream = new MemoryStream(WorkbookWriter.Write(Odd));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();
        var texts = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Where(cell => cell.InnerText is { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@').ToList();
        Assert.Equal(4, texts.Count(cell => cell.DataType?.Value == DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString && formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value));
    }

    [Fact]
    public void Columns_beyond_Z_are_named_as_spreadsheets_name_them()
    {
        var wide = new Sheet("wide", [.. Enumerable.Range(0, 800).Select(i => new SheetColumn($"c{i}", 8))], [[.. Enumerable.Range(0, 800).Select(i => SheetCell.Of(i))]]);
        Assert.Equal("c60", TableReader.Read("x.xlsx", WorkbookWriter.Write(wide)).Sheets.Single().Rows[0].Cells[60]);
        using var stream = new MemoryStream(WorkbookWriter.Write(wide));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Contains(document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>(), cell => cell.CellReference == "ADT1");
    }
}
