using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Kernel;

namespace Turnkey.Server.Offers;

/// <summary>Whether what was typed into an offer can stand.</summary>
internal static class OfferForm
{
    private const int MostText = 20_000;

    public static Decision<OfferContent> Check(OfferContent content, Organisation manufacturer)
    {
        if (Currency.Parse(content.Currency) is not { } currency) return new Refusal("offer.currency", $"'{content.Currency}' is no currency that is known here; write USD, EUR …");
        if (content.Prices.Length > 24) return new Refusal("offer.too-long", "an offer holds at most 24 quantities");
        foreach (var price in content.Prices)
        {
            if (price.Quantity < 1) return new Refusal("offer.quantity", "quantities are whole numbers of at least 1");
            if (price.UnitPrice <= 0 || price.UnitPrice > 1_000_000_000m) return new Refusal("offer.price", $"the price at {price.Quantity:N0} is above zero");
            if (price.NonRecurring < 0 || price.NonRecurring > 1_000_000_000_000m) return new Refusal("offer.once", $"what is paid once at {price.Quantity:N0} is not below zero");
            if (price.LeadDaysP50 < 1 || price.LeadDaysP90 < price.LeadDaysP50) return new Refusal("offer.lead-time", $"the working days at {price.Quantity:N0} are at least 1, and those of nine in ten orders not fewer than those of half of them");
        }
        if (content.Prices.DistinctBy(price => price.Quantity).Count() != content.Prices.Length) return new Refusal("offer.quantity", "give each quantity once");
        if (content.Site.Length > 0 && manufacturer.Sites.All(site => site.Name != content.Site)) return new Refusal("offer.site", $"'{content.Site}' is none of your sites; add it to your organisation first");
        if (content.Terms.Length > MostText || content.Note.Length > MostText || content.Assumptions.Length > 1000 || content.NotIncluded.Length > 1000) return new Refusal("offer.too-long", $"texts hold up to {MostText:N0} characters");
        return content with
        {
            Currency = currency.Code,
            Prices = [.. content.Prices.OrderBy(price => price.Quantity).Select(price => price with
            {
                UnitPrice = new Money(price.UnitPrice, currency).RoundUnitPrice().Amount,
                NonRecurring = new Money(price.NonRecurring, currency).RoundTotal().Amount,
            })],
        };
    }
}
