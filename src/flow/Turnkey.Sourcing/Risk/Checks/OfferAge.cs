namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>How old the prices are that the line stands on, and whether they still hold.</summary>
internal static class OfferAge
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Offers.IsEmpty) yield break;
        var again = new RiskProposal(RiskAction.Enquire, null, "ask again before the order");
        var expired = line.InUse.Where(offer => offer.Date?.Until < request.AsOf).ToArray();
        if (expired.Length > 0)
        {
            var until = expired.Min(offer => offer.Date!.Until!.Value);
            yield return request.Find("offer-expired", request.AsOf.DayNumber - until.DayNumber, $"the price of {expired[0].Supplier} held until {until:yyyy-MM-dd}", again);
            yield break;
        }
        if (line.InUse.Any(offer => offer.Date is null))
        {
            yield return request.Find("offer-undated", null, $"the price of {line.InUse.First(offer => offer.Date is null).Supplier} has no date", again);
            yield break;
        }
        // A price that still holds by its own word is not old.
        var made = line.InUse.Where(offer => offer.Date?.Until is null).Min(offer => offer.Date?.Made);
        if (made is { } day && request.AsOf.DayNumber - day.DayNumber is var age && age > request.Thresholds.Limit("offer-old"))
            yield return request.Find("offer-old", age, FormattableString.Invariant($"the oldest price is {age} days old"), again);
    }
}
