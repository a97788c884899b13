using Turnkey.Dfx.Assembling.Centroids;

namespace Turnkey.Dfx.Tests.Queries;

public class ConfirmedPartWritingTests
{
    [Fact]
    public void What_is_remembered_reads_back_as_it_was_said()
    {
        ConfirmedPart[] parts = [new("ABC,12", 45, "A. Buyer, Inc.", "2026-08-24"), new("BAT54S", 12.5, "B", ""), new("LED_0603", null, "", "2026-08-24")];
        var (read, diagnostics) = ConfirmedPartFile.Read("confirmed.csv", ConfirmedPartFile.Write(parts));
        Assert.Empty(diagnostics);
        Assert.Equal(parts, read);
    }

    [Fact]
    public void The_last_word_on_a_part_counts() =>
        Assert.Equal([new ConfirmedPart("BAT54S", 180, "B", "")], ConfirmedPartFile.Read("c", ConfirmedPartFile.Write([new("BAT54S", null, "A", ""), new("bat54s", 180, "B", "")])).Parts);

    [Fact]
    public void Line_ends_and_quotes_in_names_cannot_make_rows_of_their_own()
    {
        var (read, diagnostics) = ConfirmedPartFile.Read("c", ConfirmedPartFile.Write([new("#A\"B\nC", 0, "x\r\ny,\"z\"", "")]));
        Assert.Empty(diagnostics);
        Assert.Equal(new ConfirmedPart("#AB C", 0, "x y,z", ""), Assert.Single(read));
    }

    [Theory]
    [InlineData("right", 0d)]
    [InlineData("lower-right", 315d)]
    [InlineData("359.5", 359.5)]
    [InlineData("360", null)]
    [InlineData("-1", null)]
    [InlineData("north", null)]
    [InlineData("", null)]
    public void A_direction_is_a_word_or_degrees(string text, double? degrees) => Assert.Equal(degrees, PinOneDirection.Read(text));
}
