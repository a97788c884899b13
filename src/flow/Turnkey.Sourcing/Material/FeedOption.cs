using Turnkey.Plants;
using Turnkey.Sourcing.Landing;

namespace Turnkey.Sourcing.Material;

/// <summary>A way to take an offer's parts, with what it costs in the plan's currency.</summary>
/// <param name="Feed">The way.</param>
/// <param name="PerPurchase">A leader with the work to join it, or the fee for the supplier's reel.</param>
/// <param name="Each">Per piece placed by hand.</param>
internal sealed record FeedOption(Feed Feed, decimal PerPurchase, decimal Each)
{
    /// <summary>Whose work it is: strips are prepared beside the line, which goes on meanwhile.</summary>
    private const string WorkCentre = "hand-assembly";

    /// <summary>Null where the material has a price in a currency without an exchange rate.</summary>
    public static FeedOption? Of(Feed feed, LandingTerms landing, Plant plant)
    {
        var material = 0m;
        if (feed.Material is { Amount: > 0 } money)
        {
            if (landing.Rates.Find(money.Currency, landing.Currency) is not { } rate) return null;
            material = money.Amount * rate.Rate;
        }
        var perHour = feed.Minutes > 0 || feed.SecondsEach > 0 ? plant.HourlyRate(WorkCentre).Value : 0m;
        return new(feed, Candidate.Millionths(material + (feed.Minutes / 60m * perHour)), feed.SecondsEach / 3600m * perHour);
    }

    /// <param name="placed">Pieces that go on boards.</param>
    public decimal Cost(long placed) => PerPurchase + Candidate.Millionths(Each * placed);
}
