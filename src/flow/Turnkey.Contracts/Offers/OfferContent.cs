using System.Collections.Immutable;

namespace Turnkey.Contracts.Offers;

/// <summary>The fixed part of an offer: what both sides hold each other to.</summary>
public sealed record OfferContent
{
    /// <summary>Number of the revision it answers.</summary>
    public int Revision { get; init; }

    /// <summary>SHA-256 of the package that was priced.</summary>
    public string Package { get; init; } = "";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>By quantity, ascending.</summary>
    public ImmutableArray<OfferPrice> Prices { get; init; } = [];

    /// <summary>The last day on which it can be taken.</summary>
    public DateOnly ValidUntil { get; init; }

    /// <summary>What the price rests on and what it does not contain, sentence by sentence.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    public ImmutableArray<string> NotIncluded { get; init; } = [];

    /// <summary>Findings of the design review that are open, by severity.</summary>
    public int Errors { get; init; }

    public int Warnings { get; init; }

    /// <summary>Where it would be made; one of the manufacturer's sites.</summary>
    public string Site { get; init; } = "";

    /// <summary>Delivery and payment terms, in the words of the trade: <c>FCA Tartu, Incoterms 2020; 30 days net</c>.</summary>
    public string Terms { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>SHA-256 of the papers that go with it, by name: <c>offer.html</c>.</summary>
    public ImmutableSortedDictionary<string, string> Papers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A trillion: more than any order, and so little that no total of one overflows.</summary>
    private const decimal MostMoney = 1_000_000_000_000m;

    /// <summary>What nobody could hold the other side to; null when there is nothing of the kind.</summary>
    public Refusal? Fault
    {
        get
        {
            var last = 0;
            foreach (var price in Prices)
            {
                if (price.Quantity <= last) return new Refusal("offer.quantities", $"the price at {price.Quantity:N0} stands after that at {last:N0}; quantities begin at 1 and ascend, each once");
                if (price.UnitPrice > MostMoney || price.NonRecurring > MostMoney) return new Refusal("offer.amounts", $"the price at {price.Quantity:N0} is more than {MostMoney:N0}");
                if (price.UnitPrice < 0 || price.NonRecurring < 0 || price.Total <= 0) return new Refusal("offer.amounts", $"the price at {price.Quantity:N0} is not above zero");
                if (price.LeadDaysP50 < 0 || price.LeadDaysP90 < price.LeadDaysP50)
                    return new Refusal("offer.lead-time", $"at {price.Quantity:N0}, nine of ten orders leave after {price.LeadDaysP90} days and half of them after {price.LeadDaysP50}: the second cannot be later");
                last = price.Quantity;
            }
            return null;
        }
    }

    /// <summary>The price at a quantity: that of the largest offered quantity that is not above it. Null when it is below the smallest.</summary>
    public OfferPrice? At(int quantity) => Prices.LastOrDefault(price => price.Quantity <= quantity);
}
