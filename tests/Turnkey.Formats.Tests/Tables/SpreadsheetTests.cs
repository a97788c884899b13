using Turnkey.Formats.Bom;
using Turnkey.Formats.Centroids;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Tests.Tables;

public sealed class SpreadsheetTests
{
    private static Workbook Read(byte[] content, string path = "bom.xlsx") => TableReader.Read(path, content);

    [Fact]
    public void Shared_inline_number_boolean_and_formula_cells_are_read()
    {
        var book = Read(TableFixtures.Xlsx(
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>in</t><r><t>line</t></r></is></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>38.770000000000003</v></c><c r=\"B3\"><v>61302221021</v></c><c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\"><f>A3*2</f><v>7</v></c><c r=\"E3\" t=\"e\"><v>#REF!</v></c></row>",
            strings: "<si><r><t>Desig</t></r><r><t>nator</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"));
        Assert.Equal("xlsx", book.Format);
        Assert.Equal("Parts", book.Sheets[0].Name);
        Assert.Equal("Designator||inline\n38.77|61302221021|TRUE|7", TableFixtures.Show(book.Sheets[0]));
        Assert.Equal([2, 3], book.Sheets[0].Rows.Select(row => row.Line));
    }

    [Fact]
    public void Leading_zeros_of_a_number_format_stay_and_dates_are_iso()
    {
        var book = Read(TableFixtures.Xlsx(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>603</v></c><c r=\"B1\" s=\"2\"><v>45000</v></c><c r=\"C1\" s=\"3\"><v>45000.5</v></c></row>",
            formats: "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0000\"/><numFmt numFmtId=\"171\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/><xf numFmtId=\"171\"/></cellXfs>"));
        Assert.Equal("0603|2023-03-15|2023-03-15 12:00:00", TableFixtures.Show(book.Sheets[0]));
    }

    [Fact]
    public void Merged_cells_are_listed_and_not_repeated()
    {
        var sheet = Read(TableFixtures.Xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>5</v></c><c r=\"C1\" t=\"str\"><v>y</v></c></row>", "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>")).Sheets[0];
        Assert.Equal(new MergedCells(1, 0, 3, 2), Assert.Single(sheet.Merged));
        Assert.Equal("5||y", TableFixtures.Show(sheet));
    }

    [Fact]
    public void A_cell_far_to_the_right_costs_nothing()
    {
        var book = Read(TableFixtures.Xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"XFD1\" t=\"str\"><v>b</v></c></row>"));
        Assert.Equal("a", TableFixtures.Show(book.Sheets[0]));
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.too-many-columns");
    }

    [Fact]
    public void A_document_type_in_the_xml_is_refused_and_said()
    {
        var book = Read(TableFixtures.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>")));
        Assert.Empty(Assert.Single(book.Sheets).Rows);
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.damaged");
    }

    [Fact]
    public void A_sheet_that_breaks_off_keeps_its_rows()
    {
        var book = Read(TableFixtures.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>kept</v></c></row><row r=\"2\"><c r=")));
        Assert.Equal("kept", TableFixtures.Show(book.Sheets[0]));
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.damaged");
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        var book = Read(TableFixtures.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 40_000_000) + "</worksheet>")));
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.zip-bomb");
    }

    [Fact]
    public void An_archive_without_a_spreadsheet_or_a_broken_one_is_said()
    {
        Assert.Contains(Read(TableFixtures.Zip(("a.txt", "x"))).Diagnostics, diagnostic => diagnostic.Code == "table.no-table");
        Assert.Contains(Read([.. "PK\u0003\u0004"u8, 1, 2, 3, 4, 5]).Diagnostics, diagnostic => diagnostic.Code == "table.damaged");
    }

    [Fact]
    public void An_ods_sheet_is_read_with_its_repeats_covers_and_values()
    {
        var book = TableReader.Read("bom.ods", TableFixtures.Ods(
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>"
            + "<table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>R1<text:s text:c=\"2\"/>R2</text:p></table:table-cell><table:covered-table-cell/>"
            + "<table:table-cell office:value-type=\"float\" office:value=\"0.5\"><text:p>0,50</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"float\" office:value=\"603\"><text:p>0603</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"0.05\"><text:p>0,05 €</text:p></table:table-cell>"
            + "<table:table-cell table:number-columns-repeated=\"2\"><office:annotation><text:p>note</text:p></office:annotation><text:p>twice</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell/></table:table-row>"));
        Assert.Equal("ods", book.Format);
        Assert.Equal("R1  R2||0.5|0603|0.05 EUR|twice|twice", TableFixtures.Show(book.Sheets[0]));
        Assert.Equal(4, book.Sheets[0].Rows[0].Line);
        Assert.Equal(new MergedCells(4, 0, 1, 2), Assert.Single(book.Sheets[0].Merged));
    }

    [Fact]
    public void Repeats_in_an_ods_stay_within_the_cell_limit()
    {
        var book = TableReader.Read("bom.ods", TableFixtures.Ods("<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>"));
        Assert.InRange(book.Sheets[0].Rows.Length, 1, 5000);
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.too-many-cells");
    }

    [Fact]
    public void A_repeated_row_of_repeated_cells_is_read_on_as_a_parts_list_for_little()
    {
        var sheet = TableReader.Read("bom.ods", TableFixtures.Ods("""
            <table:table-row table:number-rows-repeated="65536"><table:table-cell><text:p>Designator</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="16384"><text:p>2</text:p></table:table-cell></table:table-row>
            """)).Sheets[0];
        Assert.InRange(Cost.Megabytes(() => BomReader.Read("bom.ods", sheet)), 0, 8);
        Assert.InRange(Cost.Megabytes(() => CentroidReader.Read("bom.ods", sheet)), 0, 8);
    }

    [Fact]
    public void An_old_xls_is_read()
    {
        var book = TableReader.Read("bom.xls", TableFixtures.Biff2(["Designator", "Quantity", "Value"], ["R1", "1", "10k"]));
        Assert.Equal("xls", book.Format);
        Assert.Equal("Designator|Quantity|Value\nR1|1|10k", TableFixtures.Show(book.Sheets[0]));
    }

    [Fact]
    public void A_damaged_xls_is_said()
    {
        var book = TableReader.Read("bom.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[600]]);
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.damaged");
    }

    [Fact]
    public void A_container_that_promises_more_sectors_than_it_holds_is_not_opened()
    {
        byte[] file = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[16], 0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, .. new byte[10], 0, 0, 0, 1, .. new byte[464]];
        var book = TableReader.Read("bom.xls", file);
        Assert.Empty(book.Sheets);
        Assert.Contains("promises more", Assert.Single(book.Diagnostics).Message, StringComparison.Ordinal);
        Assert.InRange(Cost.Megabytes(() => TableReader.Read("bom.xls", file)), 0, 1);
    }

    [Fact]
    public void Bare_records_that_do_not_end_with_the_file_are_no_spreadsheet()
    {
        var whole = TableFixtures.Biff2(["R1", "1"]);
        Assert.Equal("xls", TableReader.Read("bom.xls", whole).Format);
        Assert.NotEqual("xls", TableReader.Read("bom.xls", whole[..^1]).Format);
    }

    [Fact]
    public void A_sheet_that_says_it_has_more_rows_than_any_is_not_read()
    {
        byte[] file = [0x09, 0x08, 8, 0, 0, 6, 16, 0, 0, 0, 0, 0, 0, 2, 14, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x0f, 0, 0, 1, 0, 0, 0, 0x0a, 0, 0, 0];
        var book = TableReader.Read("bom.xls", file);
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.damaged" && diagnostic.Message.Contains("268,435,455 rows", StringComparison.Ordinal));
        Assert.InRange(Cost.Megabytes(() => TableReader.Read("bom.xls", file)), 0, 1);
    }

    [Fact]
    public void Html_named_xls_is_read_as_the_table_it_is()
    {
        var book = TableFixtures.Read("<html><head><style>td{}</style></head><body><!-- <td>no</td> --><table><tr><th>Ref</th><th>Value&nbsp;(&Omega;)</th></tr><tr><td>R1,<br>R2</td><td>10k</table></body></html>", "bom.xls");
        Assert.Equal("html", book.Format);
        Assert.Equal("Ref|Value (Ω)\nR1,\nR2|10k", TableFixtures.Show(book.Sheets[0]));
    }

    [Fact]
    public void Excel_2003_xml_is_read()
    {
        var book = TableFixtures.Read("""
            <?xml version="1.0"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="BOM"><Table><Row ss:Index="3"><Cell><Data ss:Type="String">Ref</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">4.0</Data></Cell></Row></Table></Worksheet></Workbook>
            """, "bom.xls");
        Assert.Equal("xml", book.Format);
        Assert.Equal("Ref||4", TableFixtures.Show(book.Sheets[0]));
        Assert.Equal(3, book.Sheets[0].Rows[0].Line);
    }
}
