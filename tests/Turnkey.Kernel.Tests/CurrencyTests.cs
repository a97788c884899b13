namespace Turnkey.Kernel.Tests;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("usd", "USD")]
    [InlineData(" EUR ", "EUR")]
    public void A_code_is_read_in_any_letter_case(string text, string code) => Assert.Equal(code, Currency.Parse(text)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("XXX")]
    public void An_unknown_code_is_none(string? text) => Assert.Null(Currency.Parse(text));

    [Fact]
    public void Yen_and_won_have_no_minor_unit() => Assert.Equal([0, 0], [Currency.Parse("JPY")!.Decimals, Currency.Parse("KRW")!.Decimals]);

    [Fact]
    public void Codes_are_single_and_in_order() => Assert.Equal(Currency.All.Select(currency => currency.Code).Distinct().Order(StringComparer.Ordinal), Currency.All.Select(currency => currency.Code));
}
