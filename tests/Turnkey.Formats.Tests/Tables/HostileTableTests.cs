using System.Text;
using Turnkey.Formats.Tables;
using Turnkey.Fuzzing;

namespace Turnkey.Formats.Tests.Tables;

public sealed class HostileTableTests
{
    private static readonly string[] Pieces =
    [
        "R1", "R1-R9999999", "C1-C900", "Designator", "Qty", "MPN", "X", "Y(mm)", "Rotation", "Side", "DNP", ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", "  ", "#", "##", "-", "---", "1e999", "1e-400",
        "-12,5", "9999999999999999999999999999", "0.0.0", "(", ")", "((((", "é", "位号", "\u0000", "\ufeff", "\ud800", "<table>", "<tr><td colspan=99999999>", "<!--", "R..", "R1..", "..R2", "J1-", "MR9E9", "=", "µ",
        "Manufacturer", "or", " / ", "Total", "$", "€1,2.3", "12 pcs", "Ref Des (top)", "|", "!",
    ];

    /// <summary>Four thousand texts of the pieces that tables are made of, in senseless order: nothing throws, whatever comes out.</summary>
    [Fact]
    public void Senseless_text_never_throws()
    {
        var random = new Random(20240229);
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Survives(Encoding.UTF8.GetBytes(text));
        }
    }

    [Fact]
    public void Damaged_spreadsheets_never_throw()
    {
        byte[][] whole =
        [
            TableFixtures.Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row>", "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", "<si><t>Designator</t></si>"),
            TableFixtures.Ods("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>R1</text:p></table:table-cell></table:table-row>"),
            TableFixtures.Biff2(["Designator", "Qty"], ["R1", "1"]),
        ];
        var random = new Random(7);
        for (var i = 0; i < 1_500; i++)
        {
            var bytes = (byte[])whole[i % whole.Length].Clone();
            for (var k = random.Next(1, 8); k > 0; k--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) bytes = bytes[..random.Next(1, bytes.Length)];
            Survives(bytes);
        }
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(99);
        for (var i = 0; i < 1_500; i++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            Survives(bytes);
        }
    }

    [Theory]
    [InlineData('"')]
    [InlineData('(')]
    [InlineData(',')]
    [InlineData(' ')]
    [InlineData('-')]
    [InlineData('\n')]
    [InlineData('R')]
    [InlineData('1')]
    [InlineData('<')]
    public void A_megabyte_of_one_character_takes_no_time_to_speak_of(char c) => Survives(Encoding.UTF8.GetBytes("Ref,Qty,Value\nR1,1,10k\n" + new string(c, 1 << 20)));

    [Fact]
    public void Brackets_that_never_close_take_no_time_to_speak_of()
    {
        var cell = "R1 (0402) " + string.Concat(Enumerable.Repeat("R2 (", 8_000));
        var text = "Ref,Qty,Value\n" + string.Concat(Enumerable.Repeat(cell + ",1,10k\n", 30));
        // Looking for the end of each anew would take hours: the bound is for that, not for the machine.
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Survives(Encoding.UTF8.GetBytes(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void Rows_of_one_letter_cost_no_more_than_others()
    {
        // A text under its heading is cut into columns, and each row is read as a part and as a place.
        var text = "Ref     Val       Package   PosX       PosY       Rot  Side\nR1      10k       0603      10.0000    20.0000    90.0000  top\n"
            + "C1      100n      0402      11.0000    21.0000   180.0000  top\n" + string.Concat(Enumerable.Repeat("d\n", 32_690));
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.InRange(Cost.Megabytes(() => FormatTargets.All.Single(target => target.Format == "table").Read(bytes)), 0, 64);
    }

    [Fact]
    public void The_same_bytes_give_the_same_reading()
    {
        var bytes = Encoding.UTF8.GetBytes("Ref,Qty,Value,MPN\nR1,1,10k,RC0402FR-0710KL\nC1,2,1u,\n");
        var (first, second) = (TableReader.Read("a.csv", bytes), TableReader.Read("a.csv", bytes));
        var (one, other) = (TableClassifier.Classify("a.csv", first.Sheets[0]), TableClassifier.Classify("a.csv", second.Sheets[0]));
        Assert.Equal((one.Kind, one.Score, one.Evidence), (other.Kind, other.Score, other.Evidence));
        Assert.Equal(one.Bom!.Diagnostics, other.Bom!.Diagnostics);
    }

    private static void Survives(byte[] bytes)
    {
        var book = TableReader.Read("hostile.csv", bytes);
        foreach (var sheet in book.Sheets) TableClassifier.Classify("hostile-bom-pos.csv", sheet);
    }
}
