using FsCheck.Fluent;

namespace Turnkey.Kernel.Tests;

public sealed class DesignatorTests
{
    [Theory]
    [InlineData("R12", "R", 12L, "")]
    [InlineData("u3a", "U", 3L, "A")]
    [InlineData("C7_2", "C", 7L, "_2")]
    [InlineData("FID1", "FID", 1L, "")]
    [InlineData("LOGO", "LOGO", null, "")]
    [InlineData("R007", "R", 7L, "")]
    public void A_designator_has_prefix_number_and_suffix(string text, string prefix, long? number, string suffix)
    {
        var designator = Designator.Parse(text)!.Value;
        Assert.Equal((prefix, number, suffix), (designator.Prefix, designator.Number, designator.Suffix));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("R 1")]
    [InlineData("R1,R2")]
    [InlineData("a designator that is far too long to be one")]
    public void Other_text_is_none(string? text) => Assert.Null(Designator.Parse(text));

    [Fact]
    public void Letter_case_makes_no_other_part()
    {
        Assert.Equal(Designator.Parse("r1"), Designator.Parse("R1"));
        Assert.Equal(Designator.Parse("r1").GetHashCode(), Designator.Parse("R1").GetHashCode());
    }

    [Fact]
    public void A_number_longer_than_any_counter_is_still_a_designator() => Assert.NotNull(Designator.Parse("R" + new string('9', 39)));

    [Fact]
    public void R2_stands_before_R10() => Assert.Equal(["C3", "R2", "R10", "R10A"], new[] { "R10A", "R10", "C3", "R2" }.Select(text => Designator.Parse(text)!.Value).Order().Select(designator => designator.Text));

    [Fact]
    public void No_text_throws() => Laws.Hold(Laws.AnyText, text => Designator.Parse(text));

    [Fact]
    public void Order_and_equality_agree() =>
        Laws.Hold(Laws.Designators.Three(), given =>
        {
            var (a, b, c) = (given.Item1, given.Item2, given.Item3);
            Assert.Equal(a == b, a.CompareTo(b) == 0);
            Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            if (a <= b && b <= c) Assert.True(a <= c);
        });
}
