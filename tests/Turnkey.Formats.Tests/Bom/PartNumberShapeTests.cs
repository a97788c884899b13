using Turnkey.Formats.Bom;

namespace Turnkey.Formats.Tests.Bom;

public sealed class PartNumberShapeTests
{
    [Theory]
    [InlineData("STM32F405RGT6")]
    [InlineData("RC0402FR-0710KL")]
    [InlineData("1N4148WT-7")]
    [InlineData("47589-0001")]
    [InlineData("LMR14006YDDCR")]
    [InlineData("BAT54W")]
    [InlineData("885012006048")]
    [InlineData("TCR2EF33,LM(CT")]
    public void Part_numbers_look_like_it(string text) => Assert.True(PartNumberShape.LooksLikePartNumber(text));

    [Theory]
    [InlineData("10k")]
    [InlineData("4k7")]
    [InlineData("100nF/50V")]
    [InlineData("10uF 16V")]
    [InlineData("0402")]
    [InlineData("SOT-23-5")]
    [InlineData("R_0402_1005Metric")]
    [InlineData("Conn_01x10")]
    [InlineData("Capacitor")]
    [InlineData("25.000MHz")]
    [InlineData("LED RED")]
    [InlineData("")]
    [InlineData(null)]
    public void Values_packages_and_words_do_not(string? text) => Assert.False(PartNumberShape.LooksLikePartNumber(text));

    [Theory]
    [InlineData("4k7", true)]
    [InlineData("2R2", true)]
    [InlineData("100nF", true)]
    [InlineData("0.1uF", true)]
    [InlineData("3.3V", true)]
    [InlineData("22", true)]
    [InlineData("330Ω", true)]
    [InlineData("12MHz", true)]
    [InlineData("74HC00", false)]
    [InlineData("2N7002", false)]
    [InlineData("1N4148", false)]
    [InlineData("LM358", false)]
    public void Values_are_told(string text, bool isValue) => Assert.Equal(isValue, PartNumberShape.IsValue(text));
}
