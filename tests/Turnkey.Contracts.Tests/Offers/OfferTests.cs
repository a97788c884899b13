using FsCheck.Fluent;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Tests.Offers;

public sealed class OfferTests
{
    private static readonly Offer Draft = Samples.Offer with { State = OfferState.Draft, Sent = null };

    /// <summary>Everything that can be done to an offer, in any order and as often as one likes.</summary>
    private static readonly Func<Offer, Decision<Offer>>[] Deeds =
    [
        offer => offer.Write(offer.Content with { Note = offer.Content.Note + "!" }), offer => offer.Send(Samples.Now, Samples.Today), offer => offer.Withdraw(), offer => offer.Supersede(), offer => offer.Decline(), offer => offer.Award(Samples.Today),
    ];

    [Fact]
    public void What_was_sent_never_changes_and_what_ended_stays_ended() => Laws.Hold(Gen.Choose(0, Deeds.Length - 1).ArrayOf(), deeds =>
    {
        var offer = Draft;
        foreach (var deed in deeds)
        {
            if (Deeds[deed](offer) is not Decision<Offer>.Made { Value: var next }) continue;
            if (offer.State != OfferState.Draft)
            {
                Assert.Equal(OfferState.Sent, offer.State);
                Assert.Equal(ContractJson.Write(offer.Content), ContractJson.Write(next.Content));
                Assert.Equal(offer.Sent, next.Sent);
                Assert.NotEqual(OfferState.Sent, next.State);
            }
            Assert.Equal(ContractJson.Write(offer with { State = default, Sent = null, Content = Draft.Content }), ContractJson.Write(next with { State = default, Sent = null, Content = Draft.Content }));
            offer = next;
        }
    });

    [Fact]
    public void Every_end_can_be_reached_from_a_sent_offer_and_none_from_a_draft()
    {
        foreach (var deed in Deeds[2..])
        {
            Assert.IsType<Decision<Offer>.Made>(deed(Samples.Offer));
            Assert.Equal("offer.not-open", Samples.Refused(deed(Draft)));
        }
    }

    [Fact]
    public void The_last_day_of_an_offer_is_a_day_on_which_it_can_be_taken()
    {
        var last = Samples.Offer.Content.ValidUntil;
        Assert.Equal(OfferState.Awarded, Samples.Made(Samples.Offer.Award(last)).State);
        Assert.Equal("offer.expired", Samples.Refused(Samples.Offer.Award(last.AddDays(1))));
        Assert.Equal("offer.expired", Samples.Refused(Draft.Send(Samples.Now, last.AddDays(1))));
        Assert.Equal("offer.not-open", Samples.Refused((Samples.Offer with { State = OfferState.Awarded }).Award(last.AddDays(1))));
    }

    [Theory]
    [InlineData(100, 5, 0, 1, 1, 100, "offer.quantities")]
    [InlineData(0, 5, 0, 1, 1, 200, "offer.quantities")]
    [InlineData(10, -1, 100, 1, 1, 200, "offer.amounts")]
    [InlineData(10, 0, 0, 1, 1, 200, "offer.amounts")]
    [InlineData(10, 5, -1, 1, 1, 200, "offer.amounts")]
    [InlineData(10, 5, 0, 9, 8, 200, "offer.lead-time")]
    [InlineData(10, 5, 0, -1, 8, 200, "offer.lead-time")]
    [InlineData(10, 0, 500, 1, 1, 200, "")]
    public void A_price_that_nobody_could_hold_the_other_to_is_not_sent(int quantity, int unitPrice, int once, int p50, int p90, int next, string code)
    {
        var offer = Draft with { Content = Draft.Content with { Prices = [new(quantity, unitPrice, once, p50, p90), new(next, 4, 0, 1, 1)] } };
        Assert.Equal(code, Samples.Refused(offer.Send(Samples.Now, Samples.Today)));
    }

    [Fact]
    public void An_offer_without_price_is_not_sent() => Assert.Equal("offer.no-price", Samples.Refused((Draft with { Content = Draft.Content with { Prices = [] } }).Send(Samples.Now, Samples.Today)));

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(99, 10)]
    [InlineData(100, 100)]
    [InlineData(5000, 100)]
    public void The_price_is_that_of_the_largest_quantity_not_above(int quantity, int? at) => Assert.Equal(at, Samples.Offer.Content.At(quantity)?.Quantity);

    [Fact]
    public void A_counter_offer_answers_an_open_offer_and_says_something()
    {
        Assert.Equal("offer.not-open", Samples.Refused(Counter(Samples.Offer with { State = OfferState.Withdrawn }, 10, 5, null, "")));
        Assert.Equal("counter.quantity", Samples.Refused(Counter(Samples.Offer, 0, 5, null, "")));
        Assert.Equal("counter.price", Samples.Refused(Counter(Samples.Offer, 10, 0, null, "")));
        Assert.Equal("counter.lead-time", Samples.Refused(Counter(Samples.Offer, 10, null, 0, "")));
        Assert.Equal("counter.empty", Samples.Refused(Counter(Samples.Offer, 10, null, null, " ")));
        Assert.Equal(Samples.Offer.Id, Samples.Made(Counter(Samples.Offer, 10, null, null, "other terms")).Offer);
    }

    [Fact]
    public void Offers_are_compared_at_what_the_quantity_costs_in_all()
    {
        var dear = Priced(1, "EUR", 10m, 0, 20);
        var setUp = Priced(2, "EUR", 9m, 1000, 5);
        var compared = OfferComparison.At([(setUp, Samples.Rival), (dear, Samples.Manufacturer)], 100, Samples.Today);
        Assert.Equal([dear.Id, setUp.Id], compared.Select(one => one.Offer.Id));
        Assert.Equal([1000m, 1900m], compared.Select(one => one.Total!.Value));
        Assert.Equal([(true, false), (false, true)], compared.Select(one => (one.Cheapest, one.Fastest)));
        Assert.Equal([Standards.Iatf16949, Standards.IpcClass3], compared[0].Certifications);
    }

    [Fact]
    public void Prices_of_two_currencies_are_not_compared_and_lead_times_are()
    {
        var compared = OfferComparison.At([(Priced(1, "EUR", 10m, 0, 20), Samples.Rival), (Priced(2, "USD", 9m, 0, 5), Samples.Manufacturer)], 100, Samples.Today);
        Assert.DoesNotContain(compared, one => one.Cheapest);
        Assert.Equal("USD", Assert.Single(compared, one => one.Fastest).Offer.Content.Currency);
    }

    [Fact]
    public void An_offer_that_ran_out_is_shown_and_is_not_the_cheapest()
    {
        var over = Priced(1, "EUR", 1m, 0, 1) with { Content = Priced(1, "EUR", 1m, 0, 1).Content with { ValidUntil = Samples.Today.AddDays(-1) } };
        var compared = OfferComparison.At([(over, Samples.Rival), (Priced(2, "EUR", 9m, 0, 5), Samples.Manufacturer), (Priced(3, "EUR", 10m, 0, 6), Samples.Manufacturer)], 100, Samples.Today);
        Assert.Equal([true, false, false], compared.Select(one => one.Expired));
        Assert.Equal([false, true, false], compared.Select(one => one.Cheapest));
        Assert.Equal([false, true, false], compared.Select(one => one.Fastest));
    }

    [Fact]
    public void What_was_not_offered_at_the_quantity_comes_last_and_one_alone_is_not_the_best()
    {
        var compared = OfferComparison.At([(Samples.Offer, Samples.Manufacturer), (Priced(2, "USD", 9m, 0, 5), Samples.Rival), (Samples.Offer with { State = OfferState.Draft }, Samples.Rival)], 5, Samples.Today);
        Assert.Equal([9m, null], compared.Select(one => one.Price?.UnitPrice));
        Assert.DoesNotContain(compared, one => one.Cheapest || one.Fastest);
    }

    private static Decision<CounterOffer> Counter(Offer offer, int quantity, int? price, int? days, string note) => CounterOffer.To(offer, Samples.Number(15), Samples.Now, quantity, price, days, note);

    private static Offer Priced(int number, string currency, decimal unitPrice, decimal once, int days) =>
        Samples.Offer with { Id = Samples.Number(40 + number), Content = Samples.Offer.Content with { Currency = currency, Prices = [new OfferPrice(1, unitPrice, once, days, days)] } };
}
