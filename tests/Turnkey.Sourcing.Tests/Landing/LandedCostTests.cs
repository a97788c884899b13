using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Rates;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Optimisation;
using static Turnkey.Sourcing.Tests.Landing.LandingFixtures;

namespace Turnkey.Sourcing.Tests.Landing;

public sealed class LandedCostTests
{
    [Fact]
    public void The_landed_price_is_price_freight_share_and_duty()
    {
        var landed = LandedCost.Of(Offer("Acme", null, (1, 1.00m), (100, 0.50m)) with { Origin = "JP", TariffCode = "8541.10" }, Terms());

        // Acme ships at 2 % of the value, and Brazil (a country without a row of its own) counts freight into it: 2 % of 1.02 and of 0.51.
        Assert.Equal([(1L, 1.00m, 0.02m, 0.0204m), (100L, 0.50m, 0.01m, 0.0102m)], landed.Breaks.Select(one => (one.Quantity, one.UnitPrice.Amount, one.Freight.Amount, one.Duty.Likely)));
        Assert.Equal(Spread.Exactly(0.5202m), landed.Breaks[1].UnitCost);
        Assert.True(landed.IsUsable);
    }

    [Fact]
    public void Once_per_order_come_fee_freight_and_clearance_and_a_minimum()
    {
        var order = LandedCost.Of(Offer("ACME Parts Ltd"), Terms()).Order;

        Assert.Equal(("Acme", 5m, 10m, 50m), (order.Supplier, order.Fee.Amount, order.Freight.Amount, order.Minimum!.Value.Amount));
        Assert.Equal(25m, order.Clearance.Likely);
        Assert.Equal(new SupplierTerms("Acme", 40_000_000, 50_000_000) { Waived = 10_000_000, WaivedFrom = 500_000_000 }, order.ForOptimiser);
        Assert.Equal((40m, 30m), (order.FixedOf(499.99m).Likely, order.FixedOf(500m).Likely));
        Assert.Equal(0m, LandedCost.Order("Local", Terms()).Fixed.High);
    }

    [Fact]
    public void A_supplier_of_unknown_place_may_or_may_not_send_through_customs()
    {
        var landed = LandedCost.Of(Offer("Nobody & Sons"), Terms());

        Assert.Equal((0m, 0m, 25m), (landed.Order.Clearance.Low, landed.Order.Clearance.Likely, landed.Order.Clearance.High));
        Assert.Contains(landed.Notes, note => note.Contains("ships from", StringComparison.Ordinal));
        Assert.Equal("NOBODY SONS", landed.Order.Supplier);
    }

    [Fact]
    public void An_unknown_minimum_order_is_not_zero_and_is_said()
    {
        var landed = LandedCost.Of(Offer("Zero"), Terms());

        Assert.Null(landed.Order.Minimum);
        Assert.Contains(landed.Notes, note => note.Contains("minimum order", StringComparison.Ordinal));
    }

    [Fact]
    public void Prices_and_fees_are_converted_at_the_dated_rate_and_without_one_the_offer_is_not_used()
    {
        var euros = Offer("Acme", Currency.Eur, (1, 0.10m)) with { Packaging = Packaging.CustomReel, ReelingFee = new Money(6m, Currency.Eur) };
        var rates = new ExchangeRates([new(Currency.Eur, Currency.Usd, 1.1m, "2026-11-26", "ECB")]);
        var landed = LandedCost.Of(euros, Terms(rates: rates));

        Assert.Equal((0.11m, 6.6m, "2026-11-26"), (landed.Breaks[0].UnitPrice.Amount, landed.PerPurchase.Amount, landed.Rate!.Date));

        var refused = LandedCost.Of(euros, Terms());
        Assert.Contains("no exchange rate", refused.Refusal, StringComparison.Ordinal);
        Assert.Empty(refused.Breaks);
    }

    [Fact]
    public void Reeling_of_cut_tape_is_a_choice_and_of_a_custom_reel_is_not()
    {
        var fee = new Money(7m, Currency.Usd);
        Assert.Equal(0m, LandedCost.Of(Offer() with { Packaging = Packaging.CutTape, ReelingFee = fee }, Terms()).PerPurchase.Amount);
        Assert.Equal(7m, LandedCost.Of(Offer() with { Packaging = Packaging.CustomReel, ReelingFee = fee }, Terms()).PerPurchase.Amount);
    }

    [Fact]
    public void Without_a_destination_no_duty_is_reckoned_and_it_is_said()
    {
        var landed = LandedCost.Of(Offer() with { Origin = "CN", TariffCode = "854110" }, Terms(destination: null));

        Assert.Equal((DutyState.NotReckoned, 0m), (landed.Duty.State, landed.Breaks[0].Duty.High));
        Assert.Contains(landed.Notes, note => note.Contains("no duty is reckoned", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Local", DutyState.InPrice)]
    [InlineData("Paid", DutyState.InPrice)]
    [InlineData("Acme", DutyState.Known)]
    [InlineData("Nobody", DutyState.Known)]
    public void Who_imports_bears_the_duty(string supplier, DutyState state) =>
        Assert.Equal(state, LandedCost.Of(Offer(supplier) with { Origin = "CN", TariffCode = "854110" }, Terms()).Duty.State);

    [Fact]
    public void A_class_classifies_what_the_offer_does_not_and_says_so()
    {
        var duty = LandedCost.Of(Offer("Zero") with { Origin = "CN" }, Terms(), "diode").Duty;

        Assert.Equal((52m, true), (duty.Percent.Likely, duty.Assumed));
        Assert.Contains("by its class diode", duty.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absurd_price_is_refused_before_it_can_overflow() =>
        Assert.Contains("beyond what is reckoned", LandedCost.Of(Offer("Acme", null, (1, 999_999_999m)) with { Origin = "CN", TariffCode = "854110" }, Terms()).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("0.0000004", 0)]
    [InlineData("0.0000005", 1)]
    [InlineData("0.0012345", 1235)]
    [InlineData("12", 12_000_000)]
    public void Millionths_round_half_up_once(string amount, long millionths) =>
        Assert.Equal(millionths, MicroUnits.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Money_in_millionths_comes_back_exactly() =>
        Assert.All(Enumerable.Range(0, 1000).Select(i => (i * 7_919_111_113L) % PurchaseProblem.MostMoney), value => Assert.Equal(value, MicroUnits.Of(MicroUnits.Amount(value))));

    [Fact]
    public void An_origin_that_another_supplier_states_gives_the_likely_duty_and_keeps_the_range()
    {
        var stated = new StatedOrigin("DE", "Acme", new DateOnly(2026, 3, 4));
        var offer = Offer("Zero", null, (1, 100m)) with { Origin = null, TariffCode = "8542" };
        var duty = LandedCost.Of(offer, Terms(), null, stated).Duty;
        Assert.Equal((DutyState.OriginAssumed, "DE", new Spread(0m, 10m, 10m), true), (duty.State, duty.Origin, duty.Percent, duty.Assumed));
        Assert.StartsWith("origin DE as Acme states it, 2026-03-04: ", duty.Reason, StringComparison.Ordinal);
        Assert.EndsWith("; from 0 to 10 % while this offer does not say so itself", duty.Reason, StringComparison.Ordinal);
        Assert.Equal(Spread.Exactly(10m), LandedCost.Of(offer, Terms(own: Table("landing-rules.csv", "rule;value", "assumed-origin-range;0")), null, stated).Duty.Percent);
    }

    [Fact]
    public void An_offers_own_origin_goes_before_what_others_state() =>
        Assert.Equal("JP", LandedCost.Of(Offer("Zero") with { Origin = "JP", TariffCode = "8542" }, Terms(), null, new StatedOrigin("DE", "Acme", null)).Duty.Origin);

    [Fact]
    public void Another_suppliers_origin_is_taken_of_the_same_maker_and_number_while_all_agree()
    {
        var asked = Offer("Zero") with { Origin = null };
        var stating = Offer("Acme") with { Origin = "MY", Manufacturer = "maker", Date = new OfferDate(new DateOnly(2026, 1, 31), null) };
        Assert.Equal("origin MY as Acme states it, 2026-01-31", StatedOrigins.Of([asked, stating, Offer("Undated") with { Origin = "MY" }]).For(asked)?.ToString());
        Assert.Null(StatedOrigins.Of([asked, stating, Offer("Local") with { Origin = "CN" }]).For(asked));
        Assert.Null(StatedOrigins.Of([asked, stating with { Manufacturer = "Another" }]).For(asked));
        Assert.Null(StatedOrigins.Of([asked, stating with { Mpn = PartNumber.Parse("X2") }]).For(asked));
        Assert.Null(StatedOrigins.Of([asked, stating]).For(asked with { Manufacturer = null }));
        Assert.Null(StatedOrigins.Of([asked, stating]).For(stating));
    }

    [Fact]
    public void A_dearer_currency_or_a_higher_duty_never_makes_a_part_cheaper()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var price = random.Next(1, 1_000_000) / 10_000m;
            var offer = Offer("Acme", Currency.Eur, (1, price)) with { Origin = "CN", TariffCode = random.Next(2) == 0 ? "854110" : "854121" };
            var (low, high) = (random.Next(1, 500) / 100m, random.Next(500, 1000) / 100m);
            LandedBreak At(decimal rate) => LandedCost.Of(offer, Terms(rates: new([new(Currency.Eur, Currency.Usd, rate, "2026-11-26", "ECB")]))).Breaks[0];
            Assert.True(At(low).UnitCost.Likely <= At(high).UnitCost.Likely);
            Assert.True(At(low).UnitCost.Low >= At(low).UnitPrice.Amount);
        }
    }

    [Fact]
    public void Freight_and_fees_that_are_not_known_are_not_in_the_cost_and_said()
    {
        var tables = SourcingTables.Read([new OfferTable("supplier-terms.csv", "", [["supplier", "currency", "order-fee", "freight"], ["Abroad", "EUR", "2", "6"], ["Silent", "USD", "", ""], ["Plain", "USD", "0", "0"]])]).Tables;
        OrderCost Order(string supplier) => LandedCost.Order(supplier, Terms() with { Suppliers = tables.Suppliers });

        Assert.Equal(["order fee of 2.00 EUR", "freight of 6.00 EUR"], Order("Abroad").NotReckoned);
        Assert.Equal(["order fee that is not known", "freight that is not known"], Order("Silent").NotReckoned);
        Assert.Empty(Order("Plain").NotReckoned);
    }
}
