using FsCheck.Fluent;

namespace Turnkey.Kernel.Tests;

public sealed class MoneyTests
{
    private static readonly Currency Yen = Currency.Parse("jpy")!;

    [Theory]
    [InlineData("1.00005", "1.0001")]
    [InlineData("-1.00005", "-1.0001")]
    [InlineData("1.00004", "1")]
    public void A_unit_price_rounds_half_away_from_zero_to_four_decimals(string exact, string rounded) => Assert.Equal(Usd(rounded), Usd(exact).RoundUnitPrice());

    [Fact]
    public void A_total_rounds_to_the_minor_unit()
    {
        Assert.Equal(Usd("10.01"), Usd("10.005").RoundTotal());
        Assert.Equal(new Money(11m, Yen), new Money(10.5m, Yen).RoundTotal());
    }

    [Fact]
    public void Currencies_do_not_mix()
    {
        var euro = new Money(1m, Currency.Eur);
        Assert.Throws<InvalidOperationException>(() => Usd("1") + euro);
        Assert.Throws<InvalidOperationException>(() => Usd("1") < euro);
    }

    [Fact]
    public void Money_without_a_currency_is_a_bug() => Assert.Throws<InvalidOperationException>(() => default(Money).Currency);

    [Fact]
    public void Text_has_the_minor_unit_and_no_more_than_needed()
    {
        Assert.Equal("12.50 USD", Usd("12.5").ToString());
        Assert.Equal("0.1234 USD", Usd("0.1234").ToString());
        Assert.Equal("12 JPY", new Money(12m, Yen).ToString());
    }

    [Fact]
    public void A_remainder_goes_to_the_largest_fraction_then_to_the_first()
    {
        Assert.Equal([Usd("3.34"), Usd("3.33"), Usd("3.33")], Usd("10").Allocate([1, 1, 1], 2));
        Assert.Equal([Usd("0.01"), Usd("0")], Usd("0.01").Allocate([2, 1], 2));
        Assert.Equal([Usd("0"), Usd("5")], Usd("5").Allocate([0, 7], 2));
    }

    [Fact]
    public void What_cannot_be_allocated_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Usd("1").Allocate([0, 0], 2));
        Assert.Throws<ArgumentException>(() => Usd("1").Allocate([1, -1], 2));
        Assert.Throws<ArgumentException>(() => Usd("1.001").Allocate([1], 2));
    }

    [Fact]
    public void Parts_always_add_up_and_are_never_a_step_off()
    {
        var amounts =
            from steps in Gen.Choose(-1_000_000_000, 1_000_000_000)
            from weights in Gen.Choose(0, 1_000_000).Select(weight => weight / 997m).NonEmptyListOf()
            where weights.Sum() > 0
            select (steps, weights: (IReadOnlyList<decimal>)[.. weights]);
        Laws.Hold(amounts, given =>
        {
            var whole = new Money(given.steps / 10_000m, Currency.Usd);
            var parts = whole.Allocate(given.weights, 4);
            Assert.Equal(whole, parts.Aggregate(Money.Zero(Currency.Usd), (sum, part) => sum + part));
            for (var i = 0; i < parts.Count; i++)
                Assert.True(Math.Abs(parts[i].Amount - (whole.Amount * given.weights[i] / given.weights.Sum())) < 0.0001000001m);
        });
    }

    private static Money Usd(string amount) => new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Usd);
}
