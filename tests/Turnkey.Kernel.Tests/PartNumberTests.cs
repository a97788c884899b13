namespace Turnkey.Kernel.Tests;

public sealed class PartNumberTests
{
    [Theory]
    [InlineData("lm358dr", "LM358DR")]
    [InlineData(" LM358 DR ", "LM358DR")]
    [InlineData("LM358DR\u200b", "LM358DR")]
    [InlineData("ＬＭ358DR", "LM358DR")]
    [InlineData("LM358\u00a0DR", "LM358DR")]
    public void Case_spaces_and_invisible_characters_make_no_other_part(string written, string same) => Assert.Equal(PartNumber.Parse(same), PartNumber.Parse(written));

    [Fact]
    public void Punctuation_makes_another_part() => Assert.NotEqual(PartNumber.Parse("LM358-N"), PartNumber.Parse("LM358N"));

    [Fact]
    public void The_text_stays_as_written() => Assert.Equal("Lm358 dr", PartNumber.Parse("  Lm358 \t dr\u0007 ")?.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("---")]
    public void Without_letter_or_digit_it_is_none(string? text) => Assert.Null(PartNumber.Parse(text));

    [Fact]
    public void No_text_throws() => Laws.Hold(Laws.AnyText, text => PartNumber.Parse(text));

    [Fact]
    public void What_was_read_reads_back_the_same() =>
        Laws.Hold(Laws.AnyText, text =>
        {
            if (PartNumber.Parse(text) is { } number) Assert.Equal(number, PartNumber.Parse(number.Text));
        });
}
