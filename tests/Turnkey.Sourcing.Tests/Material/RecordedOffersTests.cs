using Turnkey.Kernel;
using Turnkey.Sourcing.Material;
using static Turnkey.Sourcing.Tests.Material.Purchases;

namespace Turnkey.Sourcing.Tests.Material;

/// <summary>The same order code at the same seller, told by two sources, is one offer.</summary>
public sealed class RecordedOffersTests
{
    private const string Headings = "Supplier;Supplier part number;Manufacturer;MPN;Stock;Packaging;Price;Currency;Date";

    private static MaterialPlan Plan(string[] first, string[] second, SourcingPolicy? policy = null) =>
        Buy(100, [Line("U1", "IC", "SOIC-8", "X1", "Acme")], policy ?? SourcingPolicy.Default, ("a.csv", [Headings, .. first]), ("b.csv", [Headings, .. second]), NoFees);

    [Fact]
    public void The_newer_answer_counts_and_what_the_older_one_says_is_told()
    {
        var plan = Plan(["Digi-Key;100-ND;Acme;X1;90;;0.10;USD;2026-01-02"], ["DIGIKEY Electronics;100-ND;ACME;X1;80;;0.11;USD;2026-02-03", "Mouser;200-X1;Acme;X1;5000;;0.30;USD;2026-02-03"]);
        Assert.Equal([("DIGIKEY Electronics", 80L, 0.11m), ("Mouser", 22L, 0.30m)], plan.Purchases[0].Orders.Select(order => (order.Offer.Supplier, order.Quantity, order.Price.Amount)));
        Assert.Contains("of 2026-02-03", plan.Purchases[0].Orders[0].Basis, StringComparison.Ordinal);
        var told = Assert.Single(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.recorded-twice");
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains("b.csv:2 (of 2026-02-03) counts as the newest. a.csv:2 (of 2026-01-02) says a price of 0.1 USD from 1 instead of 0.11 USD from 1 and 90 on stock instead of 80", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_records_that_say_the_same_are_a_note() => Assert.Equal(Severity.Info, Assert.Single(
        Plan(["Digi-Key;100-ND;Acme;X1;90;;0.10;USD;"], ["DigiKey;100-ND;Acme;X1;90;cut tape;0.10;USD;"]).Diagnostics, diagnostic => diagnostic.Code == "sourcing.recorded-twice").Severity);

    [Fact]
    public void A_record_without_the_code_is_that_of_the_one_code_that_the_seller_has()
    {
        var plan = Plan(["Digi-Key;;Acme;X1;90;;0.10;USD;2026-03-01"], ["DigiKey;100-ND;Acme;X1;80;;0.11;USD;2026-02-03"]);
        var order = Assert.Single(plan.Purchases[0].Orders);
        Assert.Equal((0.10m, "100-ND"), (order.Price.Amount, order.Offer.SupplierCode!.Value.Text));
        Assert.Single(plan.Purchases[0].Usable);
    }

    [Fact]
    public void What_one_list_tells_apart_is_apart()
    {
        var plan = Plan(["Arrow;X1;Acme;X1;60;;0.10;USD;", "Arrow;X1;Acme;X1;500;;0.12;USD;"], ["Mouser;200-X1;Acme;X1;10;;0.30;USD;"]);
        Assert.Equal(3, plan.Purchases[0].Usable.Length);
        Assert.DoesNotContain(plan.Diagnostics, diagnostic => diagnostic.Code == "sourcing.recorded-twice");
    }

    [Fact]
    public void A_newer_answer_in_a_currency_without_a_rate_does_not_take_the_place_of_one_that_can_be_used() => Assert.Equal("USD",
        Plan(["Digi-Key;100-ND;Acme;X1;90;;0.10;USD;2026-01-02"], ["DigiKey;100-ND;Acme;X1;80;;0.11;SEK;2026-02-03"]).Purchases[0].Orders[0].Price.Currency.Code);

    [Fact]
    public void The_next_best_is_another_seller_and_not_the_same_pieces_under_another_code()
    {
        var plan = Plan(["Digi-Key;100CT-ND;Acme;X1;5000;cut tape;0.10;USD;", "Digi-Key;100DKR-ND;Acme;X1;5000;custom reel;0.10;USD;"], ["Mouser;200-X1;Acme;X1;5000;;0.30;USD;"], SourcingPolicy.Default with { MostSources = 1 });
        Assert.Equal("Digi-Key", Assert.Single(plan.Purchases[0].Orders).Offer.Supplier);
        Assert.Equal("Mouser", Assert.Single(plan.Purchases[0].NextBest!.Orders).Supplier);
        Assert.Equal(0, plan.Purchases[0].NextBest!.LeadTimeDays);
    }

    [Fact]
    public void A_contract_price_and_the_list_sell_the_same_pieces()
    {
        const string headings = "Supplier;Supplier part number;MPN;Stock;Price;Currency;Customer";
        var plan = Buy(100, [Line("U1", "IC", "SOIC-8", "X1")], SourcingPolicy.Default with { Customer = "Acme", LeadTimeLimitDays = 0 },
            ("p.csv", [headings, "A;1-ND;X1;70;1.00;USD;", "A;1-ND;X1;70;0.70;USD;Acme", "B;2-X;X1;5000;2.00;USD;"]), NoFees);
        Assert.Equal([("A", 70L, 0.70m), ("B", 32L, 2.00m)], plan.Purchases[0].Orders.Select(order => (order.Offer.Supplier, order.Quantity, order.Price.Amount)));
    }
}
