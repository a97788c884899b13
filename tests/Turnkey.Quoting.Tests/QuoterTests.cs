using System.Globalization;
using Turnkey.Designs.Parts;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Kernel;
using Turnkey.Plants;
using Turnkey.Quoting.Costs;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Quoting.Tests;

public sealed class QuoterTests
{
    [Fact]
    public void Breakdown_and_basis_add_up_to_the_unit_price_and_the_total_follows_from_it()
    {
        foreach (var price in Quote(SampleDesigns.Node(), 1, 10, 100, 1000, 12345).Quantities)
        {
            Assert.True(price.UnitPrice.Amount > 0);
            Assert.Equal(price.UnitPrice.Amount, price.Breakdown.Parts.Sum(part => part.Amount.Amount));
            Assert.Equal(price.UnitPrice.Amount, price.Basis.Offer.Amount + price.Basis.PriceList.Amount + price.Basis.Estimate.Amount);
            Assert.Equal(price.Total.Amount, Math.Round((price.UnitPrice.Amount * price.Quantity) + price.NonRecurring.Amount, 2, MidpointRounding.AwayFromZero));
            Assert.Equal(price.UnitPrice.Amount, Math.Round(price.Costs.SelectMany(line => line.Leaves).Sum(leaf => leaf.Amount.Likely), 4, MidpointRounding.AwayFromZero));
            Assert.InRange(price.UnitPrice.Amount, price.Low.Amount, price.High.Amount);
            Assert.All(price.Costs.SelectMany(line => line.Leaves), leaf => Assert.True(leaf.Formula.Length > 0 || leaf.Lines.IsEmpty && leaf.Amount.Likely == 0, leaf.Label));
        }
    }

    [Fact]
    public void Every_figure_in_the_cost_sheet_names_its_source() =>
        Assert.All(Quote(SampleDesigns.Node(), 100).Quantities[0].Costs.SelectMany(line => line.Leaves).SelectMany(leaf => leaf.Figures), figure => Assert.NotEqual("", figure.Source));

    [Fact]
    public void The_same_request_gives_the_same_quote()
    {
        var (a, b) = (Quote(SampleDesigns.Node(), 10, 100), Quote(SampleDesigns.Node(), 10, 100));
        Assert.Equal(Text(a), Text(b));
    }

    [Fact]
    public void Without_parts_only_the_bare_board_is_quoted_and_that_is_said()
    {
        var quote = Quote(SampleDesigns.Node([]), 100);
        Assert.Equal(["fabrication", "packaging"], quote.Scope.Words());
        Assert.Contains(quote.Diagnostics, diagnostic => diagnostic.Code == "quote.scope");
        Assert.Equal(0m, quote.Quantities[0].Breakdown.Assembly.Amount);
        Assert.Contains(quote.Notes.Missing, note => note.Text.Contains("BOM", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_copper_only_assembly_is_quoted()
    {
        var quote = Quote(SampleDesigns.Node() with { Board = null }, 100);
        Assert.DoesNotContain("fabrication", quote.Scope.Words());
        Assert.True(quote.Quantities[0].Breakdown.Assembly.Amount > 0);
        Assert.Equal(0m, quote.Quantities[0].Breakdown.Fabrication.Amount);
    }

    [Fact]
    public void A_package_of_nothing_has_no_price_but_an_error()
    {
        var quote = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(), Plant.Default, [10]));
        Assert.Empty(quote.Quantities);
        Assert.Contains(quote.Diagnostics, diagnostic => diagnostic is { Code: "quote.nothing", Severity: Severity.Error });
    }

    [Fact]
    public void Without_a_BOM_placement_is_only_quoted_when_asked_for_and_every_part_counts_as_unpriced()
    {
        var assembly = SampleDesigns.Node([], null, SampleDesigns.Lines().SelectMany(line => line.Designators).Select(designator => SampleDesigns.Place(designator, Turnkey.Designs.Layers.Side.Top, "0603")));
        Assert.Equal(["fabrication", "packaging"], Quote(assembly, 10).Scope.Words());
        var asked = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(assembly), Plant.Default, [10]) { Scope = QuoteScope.Assembly });
        Assert.Equal(assembly.Placements.Length, asked.Quantities[0].Basis.UnpricedLines);
        Assert.Contains(asked.Diagnostics, diagnostic => diagnostic.Code == "quote.placement-only");
        Assert.Contains("assembly", Quoter.Quote(new QuoteRequest(SampleDesigns.Of(assembly), Plant.Default, [10]) { Consignment = Consignment.All }).Scope.Words());
    }

    [Fact]
    public void A_product_without_a_board_is_quoted()
    {
        var quote = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(new ProductItem(ProductItemKind.Cable, "cable", Quantity.Pieces(1)) { StatedPrice = new Money(2m, Currency.Usd), LabourSeconds = 60 }), Plant.Default, [10]));
        Assert.Equal(2m, quote.Quantities[0].Breakdown.Material.Amount);
        Assert.True(quote.Quantities[0].Breakdown.Assembly.Amount > 0);
    }

    [Fact]
    public void What_intake_found_missing_is_missing_in_the_offer()
    {
        var design = SampleDesigns.Of(SampleDesigns.Node()) with { Diagnostics = [Diagnostic.Warning("board.no-drills", "", 0, "no drill file was found")] };
        Assert.Contains(Quoter.Quote(new QuoteRequest(design, Plant.Default, [10])).Notes.Missing, note => note.Text == "No drill file was found");
    }

    [Fact]
    public void A_typing_error_in_the_request_is_said()
    {
        var (consignment, _) = Consignment.Parse("R999");
        var quote = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [100]) { Consignment = consignment, Annual = 50 });
        Assert.Contains(quote.Diagnostics, diagnostic => diagnostic.Code == "quote.consign-unknown" && diagnostic.Message.Contains("R999", StringComparison.Ordinal));
        Assert.Contains(quote.Diagnostics, diagnostic => diagnostic.Code == "quote.annual-below-release");
    }

    [Theory]
    [InlineData(19, 20)]
    [InlineData(49, 50)]
    [InlineData(99, 100)]
    [InlineData(1000, 1001)]
    public void The_edge_of_a_band_is_no_step(int below, int above)
    {
        // Without the board, as whole fabrication panels are real steps.
        var prices = Quote(SampleDesigns.Node() with { Board = null }, below, above).Quantities;
        Assert.True(prices[1].UnitPrice.Amount <= prices[0].UnitPrice.Amount);
        Assert.InRange(prices[1].LeadTime.WorkingDays - prices[0].LeadTime.WorkingDays, -1, 1);
    }

    [Theory]
    [InlineData("fabrication")]
    [InlineData("assembly")]
    [InlineData("test")]
    [InlineData("packaging")]
    [InlineData("assembly,test")]
    public void A_part_of_the_job_is_quoted_alone(string scope)
    {
        var quote = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [100]) { Scope = QuoteScopes.Parse(scope)!.Value });
        var parts = quote.Quantities[0].Breakdown;
        Assert.Equal(scope.Contains("fabrication", StringComparison.Ordinal), parts.Fabrication.Amount > 0);
        Assert.Equal(scope.Contains("assembly", StringComparison.Ordinal), parts.Assembly.Amount > 0);
        Assert.Equal(scope.Contains("assembly", StringComparison.Ordinal), parts.Material.Amount > 0);
        Assert.Equal(scope.Contains("test", StringComparison.Ordinal), parts.Test.Amount > 0);
        Assert.Equal(scope.Contains("packaging", StringComparison.Ordinal), parts.Packaging.Amount > 0);
    }

    [Fact]
    public void Consigning_everything_leaves_no_component_material_but_the_same_work()
    {
        var all = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [100]) { Consignment = Consignment.All }).Quantities[0];
        var none = Quote(SampleDesigns.Node(), 100).Quantities[0];
        Assert.Equal(0m, all.Breakdown.Material.Amount);
        Assert.Equal(Sum(none, CostCategory.Assembly), Sum(all, CostCategory.Assembly));
    }

    [Fact]
    public void A_yearly_volume_buys_material_cheaper_and_leaves_the_work_as_it_is()
    {
        var release = Quote(SampleDesigns.Node(), 100).Quantities[0];
        var annual = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [100]) { Annual = 10_000 }).Quantities[0];
        Assert.True(annual.Breakdown.Material < release.Breakdown.Material);
        Assert.Equal(Sum(release, CostCategory.Assembly), Sum(annual, CostCategory.Assembly));
    }

    [Fact]
    public void Offers_and_a_board_price_matrix_make_the_basis_firm()
    {
        var book = OfferBookReader.Read(
        [
            Table("MPN;Price;Currency;Valid until", "RC0402FR-0710KL;0.002;USD;2027-01-31", "CL05B104KO5NNNC;0.004;USD;2027-01-31", "STM32F405RGT6;6;USD;2027-01-31", "TLV70033DDCR;0.2;USD;"),
            Table("Layers;Qty;Price;Currency;Lead time days", "4;1;9;USD;9", "4;100;3;USD;9"),
        ], "hash");
        var price = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [100]) { Offers = book }).Quantities[0];
        Assert.Equal(3m, price.Breakdown.Fabrication.Amount);
        Assert.True(price.Basis.Offer.Amount > 6m);
        Assert.True(price.Basis.PriceList.Amount > 3m);
        Assert.Contains(price.LeadTime.Steps, step => step is { Days: 9, Reason: var reason } && reason.Contains("stated", StringComparison.Ordinal));
        Assert.Equal(PriceBasis.PriceList, price.Material.Single(line => line.Line.Designators[0].Text == "U2").Basis);
    }

    [Fact]
    public void A_product_of_several_items_is_priced_with_what_its_file_states()
    {
        var design = SampleDesigns.Of(
            new ProductItem(ProductItemKind.Assembly, "node", Quantity.Pieces(2)) { Assembly = SampleDesigns.Node() },
            new ProductItem(ProductItemKind.Cable, "cable", Quantity.Pieces(1)) { StatedPrice = new Money(1.25m, Currency.Usd), LabourSeconds = 60 },
            new ProductItem(ProductItemKind.Mechanical, "box", Quantity.Pieces(1)) { Mpn = PartNumber.Parse("BOX-1") },
            new ProductItem(ProductItemKind.Firmware, "firmware", Quantity.Pieces(1)));
        var quote = Quoter.Quote(new QuoteRequest(design, Plant.Default, [100]));
        var price = quote.Quantities[0];
        Assert.Contains(price.Costs.SelectMany(line => line.Leaves), leaf => leaf is { Label: "cable", Basis: PriceBasis.PriceList, Amount.Likely: 1.25m });
        Assert.Equal(1, price.Basis.UnpricedLines);
        Assert.Contains(quote.Notes.Missing, note => note.Text.Contains("BOX-1", StringComparison.Ordinal));
        Assert.Contains(price.Costs.SelectMany(line => line.Lines), line => line.Label == "Load firmware" || line.Label.EndsWith("Fit cable", StringComparison.Ordinal));
        var single = Quote(SampleDesigns.Node(), 200).Quantities[0];
        Assert.Equal(Sum(single, CostCategory.Fabrication) * 2, Sum(price, CostCategory.Fabrication), 6);
    }

    [Fact]
    public void What_a_quantity_leaves_over_is_in_the_terms_of_the_offer()
    {
        // The reel is far too much for ten boards and is bought all the same: nobody sells less.
        var book = OfferBookReader.Read([new OfferTable("reels.csv", "", [["MPN", "MOQ", "Multiple", "Price", "Currency", "NCNR"], ["CL05B104KO5NNNC", "40000", "40000", "0.001", "USD", "yes"]])], "");
        var quote = Quoter.Quote(new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [10, 1000]) { Offers = book });
        var notes = quote.Notes.Terms.Where(note => note.Text.Contains("whose they are is to be agreed", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["At 10 products", "At 1000 products"], notes.Select(note => note.Text.Split(',')[0]));
        Assert.All(quote.Quantities, quantity => Assert.Equal(PriceBasis.PriceList, Assert.Single(quantity.Material, line => line.Line.Mpn?.Text == "CL05B104KO5NNNC").Basis));
        Assert.Contains("of 1 of them not or not certainly returnable", notes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_estimated_is_told_with_the_quantities_at_which_it_is()
    {
        // What is on stock is enough for ten or twenty boards and not for a thousand, and nobody offers the rest.
        var book = OfferBookReader.Read([new OfferTable("stock.csv", "", [["Owner", "MPN", "Stock", "Unit value", "Currency"], ["ours", "CL05B104KO5NNNC", "2000", "0.003", "USD"]])], "");
        var request = new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [10, 20, 1000, 2000]) { Offers = book };
        var capacitor = Assert.Single(Quoter.Quote(request).Notes.Estimated, note => note.Text.Contains("CL05B104KO5NNNC", StringComparison.Ordinal));
        Assert.StartsWith("At 1000, 2000 products: ", capacitor.Text, StringComparison.Ordinal);
        // What holds at every quantity is said once and names none.
        Assert.DoesNotContain(Quoter.Quote(request with { Quantities = [10, 20] }).Notes.Estimated, note => note.Text.StartsWith("At ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_had_in_full_is_told_as_such_and_not_as_without_an_offer()
    {
        var book = OfferBookReader.Read([new OfferTable("prices.csv", "", [["Supplier", "MPN", "Stock", "Lead time days", "Price", "Currency"], ["A", "CL05B104KO5NNNC", "100", "300", "0.01", "USD"]])], "");
        var request = new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [10]) { Offers = book, Policy = SourcingPolicy.Default with { LeadTimeLimitDays = 10 } };
        var quote = Quoter.Quote(request);
        var purchase = Assert.Single(quote.Quantities[0].Purchases!.Purchases);
        Assert.Equal(100, Assert.Single(purchase.Orders).Quantity);
        var note = Assert.Single(quote.Notes.Estimated, note => note.Text.Contains("CL05B104KO5NNNC", StringComparison.Ordinal));
        Assert.EndsWith(FormattableString.Invariant($"CL05B104KO5NNNC: {purchase.Shortfall} pieces cannot be had, estimated at the price of the others"), note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_currency_without_a_rate_is_an_error_and_with_one_a_conversion()
    {
        var request = new QuoteRequest(SampleDesigns.Of(SampleDesigns.Node()), Plant.Default, [100]) { Currency = Currency.Eur };
        Assert.Contains(Quoter.Quote(request).Diagnostics, diagnostic => diagnostic.Code == "quote.no-rate");
        var (plant, _) = PlantFile.Read("exchange-rates:\n- { from: EUR, to: USD, rate: 1.25, date: 2026-01-31, source: test }"u8, "plant.yaml");
        var euros = Quoter.Quote(request with { Plant = plant }).Quantities[0];
        Assert.Equal(Currency.Eur, euros.UnitPrice.Currency);
        Assert.Equal(Quote(SampleDesigns.Node(), 100).Quantities[0].UnitPrice.Amount / 1.25m, euros.UnitPrice.Amount, 3);
    }

    [Fact]
    public void What_the_customer_is_told_holds_no_cost_and_no_margin()
    {
        var quote = Quote(SampleDesigns.Node(fields: new SpecificationField("finish", "ENIG", SpecificationState.Assumed, "default")), 100);
        var notes = quote.Notes;
        var text = string.Join("\n", new[] { notes.Included, notes.Excluded, notes.Assumed, notes.Estimated, notes.Missing, notes.Terms }.SelectMany(group => group).Select(note => note.Text + note.Source));
        Assert.Contains("ENIG", text, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
        Assert.DoesNotContain("margin", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("markup", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_lead_time_waits_for_the_later_of_boards_and_components_and_names_the_critical_path()
    {
        var lead = Quote(SampleDesigns.Node(), 100).Quantities[0].LeadTime;
        var production = lead.Steps.Single(step => step.Start > 0);
        Assert.Equal(lead.Steps.Where(step => step.Start == 0).Max(step => step.Days), production.Start);
        Assert.Equal(lead.WorkingDays, production.End);
        Assert.All(lead.Steps, step => Assert.NotEqual("", step.Reason));
        Assert.True(production.Critical);
    }

    [Fact]
    public void Extreme_packages_are_quoted_without_an_exception()
    {
        BomLine[] lines = [SampleDesigns.Line("R1", "x", "", "X") with { Quantity = int.MaxValue, Designators = [] }, SampleDesigns.Line("U1", new string('Q', 100_000), new string('F', 100_000)), SampleDesigns.Line("J1", "", "99x99")];
        var design = SampleDesigns.Of(new ProductItem(ProductItemKind.Assembly, "node", Quantity.Pieces(9999)) { Assembly = SampleDesigns.Node(lines, SampleDesigns.Board(0.001, 100_000, 64)) },
            new ProductItem(ProductItemKind.Cable, "endless", new Quantity(1e20m, UnitOfMeasure.Metre)) { StatedPrice = new Money(1e20m, Currency.Usd) });
        var quote = Quoter.Quote(new QuoteRequest(design, Plant.Default, [1, QuoteRequest.LargestQuantity]) { Annual = QuoteRequest.LargestQuantity });
        Assert.Equal(2, quote.Quantities.Length);
    }

    internal static Quote Quote(Assembly assembly, params int[] quantities) => Quoter.Quote(new QuoteRequest(SampleDesigns.Of(assembly), Plant.Default, [.. quantities]));

    private static decimal Sum(QuoteQuantity price, CostCategory category) => price.Costs.Single(line => line.Category == category).Amount.Likely;

    private static OfferTable Table(params string[] lines) => new("offers.csv", "", [.. lines.Select(line => (IReadOnlyList<string>)line.Split(';'))]);

    private static string Text(Quote quote) => string.Join("\n", quote.Quantities.SelectMany(price => price.Costs.SelectMany(line => line.Leaves)
        .Select(leaf => string.Create(CultureInfo.InvariantCulture, $"{leaf.Label}|{leaf.Amount.Likely}|{leaf.Formula}|{leaf.Source}"))
        .Append($"{price.UnitPrice} {price.Low} {price.High} {price.Total} {price.LeadTime.WorkingDays}"))) + string.Join("\n", quote.Diagnostics);
}
