using FsCheck;
using FsCheck.Fluent;
using Turnkey.Designs.Products;
using Turnkey.Plants;
using Turnkey.Sourcing.Material;

namespace Turnkey.Quoting.Tests;

public sealed class QuoteProperties
{
    private static readonly string[] Footprints = ["R_0402_1005Metric", "C_0805", "SOT-23", "QFN-32", "BGA-100", "PinHeader_1x04", "unknown"];

    [Fact]
    public void The_unit_price_never_rises_when_a_lot_is_taken_several_times() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            // Whole pieces, panels and reels make small steps between neighbours; several whole lots together can never cost more than each alone.
            var quote = QuoterTests.Quote(one.Assembly, one.Quantity, one.Quantity * one.Times);
            return quote.Quantities.Length == 1 || quote.Quantities[^1].UnitPrice <= quote.Quantities[0].UnitPrice;
        }));

    [Fact]
    public void The_parts_of_a_price_add_up() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Cases().ToArbitrary(), one => QuoterTests.Quote(one.Assembly, one.Quantity, one.Quantity * one.Times).Quantities.All(price =>
            price.Breakdown.Parts.Sum(part => part.Amount.Amount) == price.UnitPrice.Amount
            && price.Basis.Offer.Amount + price.Basis.PriceList.Amount + price.Basis.Estimate.Amount == price.UnitPrice.Amount
            && price.Low <= price.UnitPrice && price.UnitPrice <= price.High)));

    [Fact]
    public void Consigned_parts_cost_no_material() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(Cases().ToArbitrary(), one => Quoter.Quote(new QuoteRequest(SampleDesigns.Of(one.Assembly), Plant.Default, [one.Quantity]) { Consignment = Consignment.All })
            .Quantities[0].Breakdown.Material.Amount == 0m));

    private static Gen<(Assembly Assembly, int Quantity, int Times)> Cases() =>
        from parts in Gen.Choose(1, 8)
        from kinds in Gen.Choose(0, Footprints.Length - 1).ListOf(parts)
        from counts in Gen.Choose(1, 30).ListOf(parts)
        from width in Gen.Choose(5, 300)
        from height in Gen.Choose(5, 250)
        from layers in Gen.Elements(1, 2, 4, 6, 8)
        from quantity in Gen.Choose(1, 3000)
        from times in Gen.Choose(2, 40)
        select (Node(kinds, counts, width, height, layers), quantity, times);

    private static Assembly Node(IEnumerable<int> kinds, IEnumerable<int> counts, int width, int height, int layers)
    {
        var lines = kinds.Zip(counts).Select((pair, i) =>
        {
            var prefix = "RCQUUJX"[pair.First];
            return SampleDesigns.Line($"{prefix}{(100 * i) + 1}-{prefix}{(100 * i) + pair.Second}", $"value {i}", Footprints[pair.First], null, row: i + 2);
        }).Select(line => line with { Quantity = line.Designators.Length }).Where(line => line.Designators.Length > 0);
        return SampleDesigns.Node([.. lines], SampleDesigns.Board(width, height, layers));
    }
}
