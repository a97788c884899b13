using Turnkey.Plants;

namespace Turnkey.Quoting.Tests;

public sealed class QuoterTests
{
    [Fact]
    public void A_board_with_parts_gets_a_price_for_every_quantity()
    {
        var quote = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [10, 100, 1000]));
        foreach (var price in quote.Quantities)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{price.Quantity}: {price.UnitPrice} ({price.Low} – {price.High}), nre {price.NonRecurring}, total {price.Total}, {price.LeadTime.WorkingDays} d, rule ×{price.RuleOfThumb?.Ratio}");
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", price.Breakdown.Parts.Select(part => $"{part.Category} {part.Amount.Amount}")));
        }
        foreach (var line in quote.Quantities[1].Costs.SelectMany(line => line.Lines))
            TestContext.Current.TestOutputHelper?.WriteLine($"{line.Category,-12} {line.Label,-50} {line.Amount.Likely:0.####} {line.Formula}{string.Join(" | ", line.Lines.Select(leaf => $"{leaf.Label}: {leaf.Formula} = {leaf.Amount.Likely:0.####}"))}");
        Assert.Equal(3, quote.Quantities.Length);
        Assert.All(quote.Quantities, price => Assert.True(price.UnitPrice.Amount > 0));
    }
}
