using System.Text;
using Turnkey.Formats.Tables;

namespace Turnkey.Formats.Tests.Tables;

public sealed class TextTableTests
{
    [Theory]
    [InlineData("Ref,Value\nR1,10k\nR2,22k\n")]
    [InlineData("Ref;Value\r\nR1;10k\r\nR2;22k\r\n")]
    [InlineData("Ref\tValue\rR1\t10k\rR2\t22k\r")]
    [InlineData("Ref|Value\nR1|10k\nR2|22k")]
    [InlineData("\"Ref\",\"Value\"\n\"R1\", \"10k\"\n\"R2\",\"22k\"")]
    [InlineData("sep=;\nRef;Value\nR1;10k\nR2;22k\n")]
    public void Every_separator_is_found(string text) =>
        Assert.Equal("Ref|Value\nR1|10k\nR2|22k", TableFixtures.Show(TableFixtures.Sheet(text)));

    [Fact]
    public void The_comma_of_designator_lists_does_not_win_over_the_semicolon() =>
        Assert.Equal("Refs|Qty|Value|X\nR1,R2,R3|3|10k|1,5\nC1|1|100n|2,25", TableFixtures.Show(TableFixtures.Sheet("Refs;Qty;Value;X\nR1,R2,R3;3;10k;1,5\nC1;1;100n;2,25\n")));

    [Fact]
    public void A_quoted_cell_holds_separators_quotes_and_line_breaks()
    {
        var table = TableFixtures.Sheet("Ref,Text,Qty\n\"R1,\nR2\",\"0.1\"\" pitch\",2\nC1,plain,1\n");
        Assert.Equal("R1,\nR2", table.Rows[1][0]);
        Assert.Equal("0.1\" pitch", table.Rows[1][1]);
        Assert.Equal([1, 2, 4], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void An_inch_mark_that_opens_a_cell_does_not_swallow_the_file()
    {
        var text = "Ref,Size,Qty\n" + string.Concat(Enumerable.Range(1, 200).Select(i => i == 1 ? "R1,\"0.1,1\n" : $"R{i},0.1,1\n"));
        Assert.Equal(201, TableFixtures.Sheet(text).Rows.Length);
    }

    [Fact]
    public void Every_encoding_gives_the_same_text()
    {
        const string text = "Ref;Wert;Größe\nR1;10 kΩ;µ\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false), Encoding.UTF32 })
        {
            Assert.Equal("Ref|Wert|Größe\nR1|10 kΩ|µ", TableFixtures.Show(TableReader.Read("t.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Sheets[0]));
        }
    }

    [Fact]
    public void Western_and_Chinese_code_pages_are_told_apart()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Stück;Wert;Maß\n2;4,7µF;ö\n");
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes("位号,数量,封装\nR1,1,贴片\n");
        Assert.Equal("Stück|Wert|Maß\n2|4,7µF|ö", TableFixtures.Show(TableReader.Read("t.csv", western).Sheets[0]));
        Assert.Equal("位号|数量|封装\nR1|1|贴片", TableFixtures.Show(TableReader.Read("t.csv", chinese).Sheets[0]));
    }

    [Fact]
    public void Invisible_characters_and_full_width_forms_are_made_plain() =>
        Assert.Equal("Ref|Qty(1)\nR1|2", TableFixtures.Show(TableFixtures.Sheet("\u200bRef,Ｑｔｙ（１）\n\u00a0R1\u200e ,\u30002\n")));

    [Fact]
    public void A_position_file_in_columns_is_cut_at_its_blanks()
    {
        var table = TableFixtures.Sheet("""
            ### Footprint positions ###
            ## Unit = mm, Angle = deg.
            # Ref     Val       Package           PosX       PosY       Rot  Side
            C1        100n      C_0402         10.0000    -5.2000   90.0000  top
            R12       10k       R_0603        110.0000   -15.2000  -90.0000  bottom
            ## End
            """);
        Assert.Equal("Ref|Val|Package|PosX|PosY|Rot|Side", string.Join('|', table.Rows[2].Cells));
        Assert.Equal("R12|10k|R_0603|110.0000|-15.2000|-90.0000|bottom", string.Join('|', table.Rows[4].Cells));
    }

    [Fact]
    public void Columns_with_blanks_and_empty_cells_are_cut_at_the_gutters()
    {
        var table = TableFixtures.Sheet("""
            Partlist exported from board.sch

            Part     Value          Device             Package      Sheet

            C1       100n           C-EUC0402          C0402        1
            IC1                     MAX232             SO16         2
            J1       USB-C plug     USB_C_RECEPT       USB-C        1
            R1       4k7            R-EU_R0603         R0603        2
            """, "partlist.txt");
        Assert.Equal("Part|Value|Device|Package|Sheet", string.Join('|', table.Rows[1].Cells));
        Assert.Equal("IC1||MAX232|SO16|2", string.Join('|', table.Rows[3].Cells));
        Assert.Equal("J1|USB-C plug|USB_C_RECEPT|USB-C|1", string.Join('|', table.Rows[4].Cells));
    }

    [Fact]
    public void Headings_of_two_words_stay_together()
    {
        var table = TableFixtures.Sheet("""
            Name      Component          Side      Centre X    Centre Y  Rotation
            ---------------------------------------------------------------------
            J2        Header 2           Top           1611        1483    180.00
            SW1       Tact switch        Bottom        1905        1331      0.00
            U4        LDO 3V3            Bottom        1711        1072     90.00
            ---------------------------------------------------------------------
            """, "positions.txt");
        Assert.Equal("Name|Component|Side|Centre X|Centre Y|Rotation\nJ2|Header 2|Top|1611|1483|180.00\nSW1|Tact switch|Bottom|1905|1331|0.00\nU4|LDO 3V3|Bottom|1711|1072|90.00", TableFixtures.Show(table));
    }

    [Fact]
    public void An_empty_file_is_said_and_gives_no_sheet()
    {
        var book = TableReader.Read("t.csv", []);
        Assert.Empty(book.Sheets);
        Assert.Equal("table.empty", Assert.Single(book.Diagnostics).Code);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said()
    {
        var book = TableReader.Read("t.csv", [1, 2, 3, 0, 5, 6, 0, 0, 9, 200, 201, 4]);
        Assert.Empty(book.Sheets);
        Assert.Equal("table.no-table", Assert.Single(book.Diagnostics).Code);
    }

    [Fact]
    public void A_file_with_more_cells_than_the_limit_is_cut()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 21_000; i++) text.Append(string.Join(',', Enumerable.Repeat("x", 100))).Append('\n');
        var book = TableFixtures.Read(text.ToString());
        Assert.InRange(book.Sheets[0].Rows.Length, 19_000, 20_000);
        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == "table.too-many-cells");
    }
}
