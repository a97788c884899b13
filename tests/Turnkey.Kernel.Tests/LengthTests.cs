using FsCheck.Fluent;

namespace Turnkey.Kernel.Tests;

public sealed class LengthTests
{
    [Fact]
    public void An_inch_is_exact() => Assert.Equal(25_400_000, Length.FromInches(1).Nanometres);

    [Fact]
    public void A_mil_is_exact() => Assert.Equal(25_400, Length.FromMils(1).Nanometres);

    [Theory]
    [InlineData(0.0000005, 1)]
    [InlineData(-0.0000005, -1)]
    [InlineData(0.00000049, 0)]
    [InlineData(1.6, 1_600_000)]
    public void Millimetres_round_half_away_from_zero(double millimetres, long nanometres) => Assert.Equal(nanometres, Length.FromMillimetres(millimetres).Nanometres);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e13)]
    public void What_is_no_length_is_refused(double millimetres) => Assert.Throws<OverflowException>(() => Length.FromMillimetres(millimetres));

    [Fact]
    public void Sums_are_checked() => Assert.Throws<OverflowException>(() => Length.FromNanometres(long.MaxValue) + Length.FromNanometres(1));

    [Theory]
    [InlineData(254_000, "0.254 mm")]
    [InlineData(-1, "-0.000001 mm")]
    [InlineData(0, "0 mm")]
    [InlineData(38_500_000, "38.5 mm")]
    public void Text_has_millimetres_to_the_nanometre(long nanometres, string text) => Assert.Equal(text, Length.FromNanometres(nanometres).ToString());

    [Fact]
    public void Every_nanometre_within_a_metre_survives_millimetres() =>
        Laws.Hold(Gen.Choose(-1_000_000_000, 1_000_000_000), nanometres => Assert.Equal(nanometres, Length.FromMillimetres(Length.FromNanometres(nanometres).Millimetres).Nanometres));

    [Fact]
    public void Order_is_that_of_the_nanometres() =>
        Laws.Hold(Gen.Choose(-1000, 1000).Two(), pair =>
        {
            var (a, b) = (Length.FromNanometres(pair.Item1), Length.FromNanometres(pair.Item2));
            Assert.Equal(pair.Item1 < pair.Item2, a < b);
            Assert.Equal(pair.Item1 >= pair.Item2, a >= b);
            Assert.Equal(Math.Min(pair.Item1, pair.Item2), Length.Min(a, b).Nanometres);
            Assert.Equal(a, a + b - b);
        });
}
