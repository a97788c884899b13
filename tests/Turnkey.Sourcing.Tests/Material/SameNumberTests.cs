using Turnkey.Designs.Parts;
using Turnkey.Kernel;
using Turnkey.Sourcing.Material;
using static Turnkey.Sourcing.Tests.Material.Purchases;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>Several makers may sell parts under one number; an offer is of one of them.</summary>
public sealed class SameNumberTests
{
    private const string Headings = "Supplier;Manufacturer;MPN;Price;Currency";

    [Fact]
    public void The_maker_that_the_parts_list_names_decides()
    {
        var plan = Buy(100, Line("D1", "1N4148", "SOD-323", "1N4148W", "Diodes Incorporated"), Headings, "A;onsemi;1N4148W;0.01;USD", "B;Diodes Inc;1N4148W;0.02;USD");
        Assert.Equal("B", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
        Assert.DoesNotContain(plan.Diagnostics, diagnostic => diagnostic.Code == "scrub.maker-open");
    }

    [Theory]
    [InlineData("Yagoe", "Yagoe, a maker that is not known")]
    [InlineData("onsemi", "onsemi")]
    public void A_number_that_is_on_offer_of_another_maker_alone_is_asked_about(string maker, string named)
    {
        var plan = Buy(100, Line("R1", "4.7k", "0402", "RC0402FR-074K7L", maker), Headings, "A;Yageo;RC0402FR-074K7L;0.01;USD");
        Assert.Equal(PriceBasis.Estimate, plan.Lines[0].Basis);
        var told = Assert.Single(plan.Diagnostics, one => one.Code == "sourcing.other-maker");
        Assert.Equal((Severity.Warning, 2), (told.Severity, told.Line));
        Assert.Equal($"RC0402FR-074K7L: A offers a RC0402FR-074K7L of Yageo, and the line names {named}; it is not bought. Say whether it is the part that is meant", told.Message);
    }

    [Fact]
    public void A_number_with_another_ending_is_said_to_be_a_choice()
    {
        var plan = Buy(100, Line("U1", "IC", "SOIC-16", "MAX3232ESE", "Maxim"), Headings, "A;Maxim;MAX3232ESE+;2.00;USD");
        Assert.StartsWith("MAX3232ESE+ is taken for MAX3232ESE (without lead), to be confirmed; ", plan.Purchases[0].Reason, StringComparison.Ordinal);
        Assert.Equal("MAX3232ESE: MAX3232ESE+ of A is taken for MAX3232ESE (without lead), the same part by the maker's endings; confirm it", Assert.Single(plan.Diagnostics, one => one.Code == "sourcing.ending-choice").Message);
    }

    [Fact]
    public void The_number_itself_is_no_choice() =>
        Assert.DoesNotContain(Buy(100, Line("U1", "IC", "SOIC-16", "MAX3232ESE+", "Maxim"), Headings, "A;Maxim;MAX3232ESE+;2.00;USD").Diagnostics, one => one.Code == "sourcing.ending-choice");

    [Fact]
    public void Without_a_maker_the_one_that_most_suppliers_sell_is_proposed_and_the_choice_shown()
    {
        var plan = Buy(100, Line("D1", "1N4148", "SOD-323", "1N4148W"), Headings, "A;onsemi;1N4148W;0.01;USD", "B;Diodes Inc;1N4148W;0.02;USD", "C;Diodes Incorporated;1N4148W;0.03;USD");
        Assert.Equal("B", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
        Assert.All(plan.Purchases[0].Usable, offer => Assert.StartsWith("Diodes", offer.Manufacturer, StringComparison.Ordinal));
        Assert.StartsWith("Diodes Incorporated is proposed of 2 makers that sell this number, to be confirmed; ", plan.Purchases[0].Reason, StringComparison.Ordinal);
        var told = Assert.Single(plan.Diagnostics, diagnostic => diagnostic.Code == "scrub.maker-open");
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains("onsemi", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_maker_in_several_spellings_is_no_choice()
    {
        var plan = Buy(100, Line("U1", "IC", "SOIC-8", "X1"), Headings, "A;TI;X1;0.02;USD", "B;Texas Instruments;X1;0.01;USD");
        Assert.Equal(2, plan.Purchases[0].Usable.Length);
        Assert.DoesNotContain(plan.Diagnostics, diagnostic => diagnostic.Code == "scrub.maker-open");
    }

    [Fact]
    public void An_offer_that_names_no_maker_is_left_out_where_several_sell_the_number()
    {
        var plan = Buy(100, Line("D1", "1N4148", "SOD-323", "1N4148W", "Diodes Incorporated"), Headings, "A;onsemi;1N4148W;0.01;USD", "B;Diodes Inc;1N4148W;0.02;USD", "C;;1N4148W;0.005;USD");
        Assert.Equal("B", Assert.Single(plan.Purchases[0].Usable).Supplier);
        Assert.Contains(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.maker-not-said");
    }

    [Fact]
    public void A_suppliers_code_says_whose_part_is_meant()
    {
        var line = Line("D1", "1N4148", "SOD-323", "1N4148W") with { SupplierCodes = System.Collections.Immutable.ImmutableDictionary<string, PartNumber>.Empty.Add("LCSC", PartNumber.Parse("C2099")!.Value) };
        var plan = Buy(100, line, "Supplier;SKU;Manufacturer;MPN;Price;Currency", "LCSC;C2099;onsemi;1N4148W;0.03;USD", "B;;Diodes Inc;1N4148W;0.01;USD", "C;;Diodes Inc;1N4148W;0.02;USD");
        Assert.Equal("LCSC", Assert.Single(plan.Purchases[0].Usable).Supplier);
        Assert.DoesNotContain(plan.Diagnostics, diagnostic => diagnostic.Code == "scrub.maker-open");
    }

    [Fact]
    public void An_origin_that_one_supplier_states_is_reckoned_with_for_another_and_said()
    {
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1", "TI")], SourcingPolicy.Default with { Destination = "US", AsOf = new DateOnly(2026, 6, 1) },
            ("p.csv", ["Supplier;Manufacturer;MPN;Price;Currency;Origin;HTS;Date", "A;TI;X1;1.00;USD;;85423900;", "B;Texas Instruments;X1;1.90;USD;MY;85423900;2026-05-04"]),
            ("tariffs.csv", ["destination;code;origin;percent;label;source", "US;8542;*;0;base;list", "US;8542;CN;50;extra;list"]), NoFees);
        var order = Assert.Single(plan.Purchases[0].Orders);
        Assert.Equal(("A", 1.00m, 1.00m, 1.50m), (order.Offer.Supplier, order.Landed.Low, order.Landed.Likely, order.Landed.High));
        Assert.Null(order.Offer.Origin);
        Assert.Contains("origin MY as B states it, 2026-05-04", order.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_is_a_thousand_times_anothers_is_told()
    {
        var plan = Buy(100, Line("U1", "IC", "SOIC-8", "X1"), "Supplier;MPN;Price;Currency", "Each;X1;0.02;USD", "Thousand;X1;18;USD");
        Assert.Equal("Each", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
        var told = Assert.Single(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.price-suspect");
        Assert.Contains("900 times less", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Buy(100, Line("U1", "IC", "SOIC-8", "X1"), "Supplier;MPN;1;10000;Currency", "A;X1;0.90;0.002;USD", "Reel;X1;;0.0015;USD").Diagnostics, diagnostic => diagnostic.Code == "sourcing.price-suspect");
    }

    [Fact]
    public void One_value_in_several_spellings_is_one_purchase()
    {
        BomLine[] lines =
        [
            Line("C1", "100nF", "C_0402_1005Metric", null), Line("C2", ".1uF", "C_0402_1005Metric", null, row: 3), Line("C3", "0.1uF", "C0402", null, row: 4),
            Line("C4", "100 nF 0402", "", null, row: 5), Line("C5", "0.10µF", "0402", null, row: 6), Line("C6", "100nF X7R", "C_0402_1005Metric", null, row: 7),
        ];
        var plan = Buy(100, lines, SourcingPolicy.Default, ("p.csv", ["Supplier;Manufacturer;MPN;Description;Price;Currency", "A;Murata;GRM155R71C104KA88D;CAP CER 0.1UF 16V 10% X7R 0402;0.01;USD"]), NoFees);
        // The stricter one is a part of its own, which the same offer will do for.
        Assert.Equal(["0,1,2,3,4,5"], plan.Purchases.Select(purchase => string.Join(',', purchase.Lines)));
        Assert.Equal(2, plan.Purchases[0].Name.Split(" / ").Length);
    }
}
