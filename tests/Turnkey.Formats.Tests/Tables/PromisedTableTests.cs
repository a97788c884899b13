using System.Text;
using Turnkey.Formats.Tables;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tests.Tables;

public sealed class PromisedTableTests
{
    private const string Bom = "Designator,Quantity,MPN,Value\n\"R1,R2\",2,RC0402FR-071KL,1k\nC1,1,GRM155R71C104KA88D,100n\n";
    private const string Positions = "Ref,Val,Package,PosX,PosY,Rot,Side\nR1,1k,R_0402,1.5,2.5,90,top\nC1,100n,C_0402,3.5,4.5,0,bottom\n";

    private static WorkbookClassification Told(string path, byte[] content) => TableClassifier.Classify(TableReader.Read(path, content));

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Text_in_utf_16_is_read_with_and_without_its_mark(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);
        byte[] Wide(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        Assert.True(TableReader.IsUtf16(Wide(Bom)));
        Assert.Equal(2, Assert.Single(Told("x.csv", Wide(Bom)).Tables).Bom?.Lines.Length);
        Assert.Equal(2, Assert.Single(Told("y.csv", Wide(Positions)).Tables).Centroid?.Placements.Length);
    }

    [Fact]
    public void Other_bytes_are_not_taken_for_utf_16()
    {
        Assert.False(TableReader.IsUtf16(Encoding.UTF8.GetBytes(Bom)));
        Assert.False(TableReader.IsUtf16([]));
        Assert.False(TableReader.IsUtf16(new byte[64]));
    }

    [Theory]
    [InlineData("board-bom.csv", "")]
    [InlineData("board-bom.csv", " \r\n\n")]
    [InlineData("board-top-pos.csv", ",,,\n,,,\n")]
    [InlineData("board_CPL.txt", "\n")]
    public void An_empty_file_with_the_name_of_a_list_is_a_warning(string path, string text)
    {
        var said = Assert.Single(Told(path, Encoding.UTF8.GetBytes(text)).Diagnostics);
        Assert.Equal(("table.empty", Severity.Warning), (said.Code, said.Severity));
    }

    [Theory]
    [InlineData("board-bom.csv")]
    [InlineData("PickPlace-board.csv")]
    [InlineData("fab/board-pos.txt")]
    public void A_list_by_its_name_that_is_none_is_said(string path)
    {
        var said = Assert.Single(Told(path, Encoding.UTF8.GetBytes("alpha,beta\nsome,words\nand,more\n")).Diagnostics);
        Assert.Equal(("bom.not-understood", Severity.Warning, path), (said.Code, said.Severity, said.File));
    }

    [Theory]
    [InlineData("readme.txt")]
    [InlineData("bom-notes.txt")]
    [InlineData("netlist.csv")]
    public void A_text_that_promises_no_list_is_passed_over(string path) =>
        Assert.Empty(Told(path, Encoding.UTF8.GetBytes("alpha,beta\nsome,words\nand,more\n")).Diagnostics);

    [Fact]
    public void A_list_that_was_understood_is_not_complained_of() => Assert.Empty(Told("board-bom.csv", Encoding.UTF8.GetBytes(Bom)).Diagnostics);
}
