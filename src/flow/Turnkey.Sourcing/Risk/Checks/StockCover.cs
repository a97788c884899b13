using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>
/// What lies on the shelves of all who offer the part, against this order and against the forecast. One supplier's stock of one part counts once, however many
/// packagings it offers it in.
/// </summary>
internal static class StockCover
{
    private const decimal MonthsPerYear = 12m;

    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Offers.IsEmpty) yield break;
        var known = line.OnHand + line.Offers.Where(offer => offer.Stock is not null)
            .GroupBy(offer => (request.Suppliers.NameOf(offer.Supplier), Part(offer)))
            .Sum(offers => offers.Max(offer => offer.Stock!.Value));
        var unknown = line.Offers.Any(offer => offer.Stock is null);
        var cover = Math.Round((decimal)known / line.Demand, 2);
        if (known < line.Demand * request.Thresholds.Limit("stock-below-order"))
        {
            var missing = line.Demand - known;
            yield return unknown
                ? request.Find("stock-unknown", cover, $"{Text(known)} pieces are known to be on stock and {Text(line.Demand)} are needed; not every supplier says what it has",
                    new RiskProposal(RiskAction.Enquire, line.Demand, "ask for stock and delivery"))
                : request.Find("stock-below-order", cover, $"{Text(known)} pieces are on stock in all and {Text(line.Demand)} are needed",
                    new RiskProposal(RiskAction.Alternate, missing > 0 ? missing : null, "have another part approved for what is missing"),
                    new RiskProposal(RiskAction.Enquire, missing > 0 ? missing : null, "ask the manufacturer's distributors for delivery"));
        }
        if (line.Forecast is not > 0 || unknown) yield break;
        var months = Math.Round(known * MonthsPerYear / line.Forecast.Value, 1);
        if (months < request.Thresholds.Limit("stock-below-forecast"))
        {
            var wanted = (long)Math.Ceiling(line.Forecast.Value * request.Thresholds.Limit("stock-below-forecast") / MonthsPerYear);
            yield return request.Find("stock-below-forecast", months, $"what is on stock in all lasts {months.ToString(System.Globalization.CultureInfo.InvariantCulture)} months of the forecast of {Text(line.Forecast.Value)} a year",
                new RiskProposal(RiskAction.BufferStock, Math.Max(wanted, line.Demand), "reserve or buy ahead"));
        }
    }

    private static string Part(Offer offer) => offer.Mpn?.Key ?? offer.SupplierCode?.Key ?? "";

    private static string Text(long pieces) => pieces.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
