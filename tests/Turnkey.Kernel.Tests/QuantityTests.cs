using FsCheck.Fluent;

namespace Turnkey.Kernel.Tests;

public sealed class QuantityTests
{
    [Fact]
    public void Half_a_piece_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(0.5m, UnitOfMeasure.Piece));

    [Fact]
    public void Less_than_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.Pieces(-1));

    [Fact]
    public void Half_a_metre_is_fine() => Assert.Equal("0.5 m", new Quantity(0.5m, UnitOfMeasure.Metre).ToString());

    [Fact]
    public void Units_do_not_mix() => Assert.Throws<InvalidOperationException>(() => Quantity.Pieces(1) + new Quantity(1, UnitOfMeasure.Gram));

    [Theory]
    [InlineData(1, 100, 50, 100)]
    [InlineData(101, 100, 50, 150)]
    [InlineData(150, 100, 50, 150)]
    [InlineData(10, 25, 10, 30)]
    public void An_order_covers_the_need_the_minimum_and_the_multiple(int need, int minimum, int multiple, int order) =>
        Assert.Equal(Quantity.Pieces(order), Quantity.Pieces(need).RoundUpToOrder(minimum, multiple));

    [Fact]
    public void An_order_is_the_least_that_covers() =>
        Laws.Hold(Gen.Choose(0, 100_000).Three(), given =>
        {
            var (need, minimum, multiple) = (given.Item1, given.Item2, given.Item3 + 1);
            var order = Quantity.Pieces(need).RoundUpToOrder(minimum, multiple).Value;
            Assert.True(order >= need && order >= minimum && order % multiple == 0);
            Assert.True(order - multiple < Math.Max(need, minimum));
        });
}
