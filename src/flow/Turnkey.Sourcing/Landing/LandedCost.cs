using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Plants.Figures;
using Turnkey.Plants.Rates;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>
/// What a part costs at the plant's door: the price in the plant's currency, the duty that its origin and classification bring, the freight that grows with
/// the value; and beside it what is paid once per purchase and once per order. Exact in decimal; <see cref="MicroUnits"/> rounds where the optimiser begins.
/// </summary>
public static class LandedCost
{
    /// <param name="offer">A supplier's offer.</param>
    /// <param name="terms">Of the plant.</param>
    /// <param name="partClass">Class of the part in the plant's library, which classifies it where the offer does not; null when not known.</param>
    /// <param name="stated">The origin that another supplier of the part states, for an offer that states none; null when nobody does.</param>
    public static LandedOffer Of(Offer offer, LandingTerms terms, string? partClass = null, StatedOrigin? stated = null)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(terms);
        var notes = ImmutableArray.CreateBuilder<string>();
        var order = OrderOf(offer.Supplier, terms, notes);
        var duty = DutyOf(offer, order.Terms, terms, partClass, stated);
        if (duty.State is not (DutyState.Known or DutyState.Domestic)) notes.Add(duty.Reason);
        var none = Money.Zero(terms.Currency);
        if (terms.Rates.Find(offer.Currency, terms.Currency) is not { } rate)
        {
            return new(offer, $"{offer.Supplier} asks {offer.Currency} and there is no exchange rate to {terms.Currency}: give one in the plant file (exchange-rates)", [], none, order, duty, null, notes.ToImmutable());
        }
        var perPurchase = none;
        if (offer is { ReelingFee: { } fee, Packaging: not Packaging.CutTape })
        {
            if (Convert(fee, terms) is not { } converted)
                return new(offer, $"the reeling fee is in {fee.Currency} and there is no exchange rate to {terms.Currency}: give one in the plant file (exchange-rates)", [], none, order, duty, rate, notes.ToImmutable());
            perPurchase = converted;
        }
        var breaks = offer.Breaks.Select(one => Break(one, rate, order.Terms.FreightPercent, duty.Percent, terms)).ToImmutableArray();
        return breaks.Any(one => !MicroUnits.Fits(one.UnitCost.High)) || !MicroUnits.Fits(perPurchase.Amount)
            ? new(offer, FormattableString.Invariant($"a price of {breaks.Max(one => one.UnitCost.High):0.##} {terms.Currency} is beyond what is reckoned with: check price and exchange rate"), [], none, order, duty, rate, notes.ToImmutable())
            : new(offer, null, breaks, perPurchase, order, duty, rate, notes.ToImmutable());
    }

    /// <summary>What an order at a supplier costs beside the goods, in the plant's currency.</summary>
    /// <param name="supplier">In any spelling.</param>
    /// <param name="terms">Of the plant.</param>
    public static OrderCost Order(string supplier, LandingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        ArgumentNullException.ThrowIfNull(terms);
        return OrderOf(supplier, terms, ImmutableArray.CreateBuilder<string>());
    }

    private static LandedBreak Break(PriceBreak one, ExchangeRate rate, decimal freightPercent, Spread dutyPercent, LandingTerms terms)
    {
        var price = one.UnitPrice.Amount * rate.Rate;
        var freight = price * (freightPercent / 100m);
        var value = terms.Duties.Destination?.FreightInValue == true ? price + freight : price;
        return new(one.Quantity, new Money(price, terms.Currency), new Money(freight, terms.Currency), dutyPercent * (value / 100m));
    }

    private static Duty DutyOf(Offer offer, OrderTerms order, LandingTerms terms, string? partClass, StatedOrigin? stated)
    {
        var own = TariffTable.Digits(offer.TariffCode ?? "") ?? "";
        var code = own.Length > 0 ? own : terms.Codes.Of(partClass);
        var duty = terms.Duties.Of(code, offer.Origin);
        if (offer.Origin is null && stated is not null && duty.State != DutyState.NotReckoned) duty = Assume(stated, terms.Duties.Of(code, stated.Country), duty, terms.AssumedOriginRange);
        if (duty.State is DutyState.NotReckoned or DutyState.Domestic) return duty;
        if (order.Duties == DutyBearer.Supplier || (order.Duties == DutyBearer.Importer && Crosses(order, terms) == false))
        {
            return duty with { State = DutyState.InPrice, Percent = Spread.Zero, Rows = [], Assumed = order.Assumed, Reason = $"{offer.Supplier}'s price has the duty ({order.Source})" };
        }
        return own.Length > 0 || code.Length == 0 ? duty : duty with { Assumed = true, Reason = $"{duty.Reason}; classified as {code} by its class {partClass}" };
    }

    /// <summary>Likely is the duty of the stated origin; low and high keep as much of the range as is wanted.</summary>
    private static Duty Assume(StatedOrigin stated, Duty assumed, Duty unknown, decimal range)
    {
        var low = assumed.Percent.Low - (range * Math.Max(0m, assumed.Percent.Low - unknown.Percent.Low));
        var high = assumed.Percent.High + (range * Math.Max(0m, unknown.Percent.High - assumed.Percent.High));
        var open = low < assumed.Percent.Low || high > assumed.Percent.High ? FormattableString.Invariant($"; from {low:0.##} to {high:0.##} % while this offer does not say so itself") : "";
        return assumed with { State = DutyState.OriginAssumed, Percent = new Spread(low, assumed.Percent.Likely, high), Assumed = true, Reason = $"{stated}: {assumed.Reason}{open}" };
    }

    private static OrderCost OrderOf(string supplier, LandingTerms terms, ImmutableArray<string>.Builder notes)
    {
        var order = terms.Suppliers.Of(supplier);
        var clearance = Spread.Zero;
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var what in order.Open)
        {
            missing.Add($"{what} that is not known");
            notes.Add($"the {what} of {supplier} is not known: it is not in the cost. Write it in a supplier-terms.csv among the offers");
        }
        // Whether the goods cross the border is known from where they are shipped; where that is not known, they may.
        if (terms.Duties.Destination is { } destination && Crosses(order, terms) != false)
        {
            var amount = Amount(destination.Clearance, $"customs clearance in {destination.Code}");
            clearance = Crosses(order, terms) is null ? new Spread(0m, 0m, amount.Amount) : Spread.Exactly(amount.Amount);
            if (order.ShipsFrom is null) notes.Add($"where {supplier} ships from is not known: customs clearance is in the high figure only");
        }
        if (order.MinimumOrder is null) notes.Add($"whether {supplier} has a minimum order is not known");
        return new(terms.Suppliers.NameOf(supplier), Amount(order.OrderFee, "the order fee"), Amount(order.Freight, "freight"), clearance,
            order.MinimumOrder is { } least && (least.Amount == 0 || Convert(least, terms) is not null) ? Amount(least, Least) : null,
            order.FreightFreeFrom is { } free && Convert(free, terms) is { } from ? from : null, order)
        {
            NotReckoned = missing.ToImmutable(),
        };

        Money Amount(Money money, string what)
        {
            if (money.Amount == 0) return Money.Zero(terms.Currency);
            if (Convert(money, terms) is { } converted) return converted;
            notes.Add($"{what} of {supplier} is {money} and there is no exchange rate to {terms.Currency}: it is not in the cost");
            if (what != Least) missing.Add($"{what.Replace("the ", "", StringComparison.Ordinal)} of {money}");
            return Money.Zero(terms.Currency);
        }
    }

    private const string Least = "the minimum order";

    /// <summary>Whether goods of this supplier come from outside the plant's customs territory; null when not known.</summary>
    private static bool? Crosses(OrderTerms order, LandingTerms terms) => order.ShipsFrom is not { } from || terms.Duties.Destination is not { } destination
        ? null
        : from != destination.Code && !destination.Members.Contains(from, StringComparer.Ordinal);

    private static Money? Convert(Money money, LandingTerms terms) => terms.Rates.Find(money.Currency, terms.Currency) is { } rate ? new Money(money.Amount * rate.Rate, terms.Currency) : null;
}
