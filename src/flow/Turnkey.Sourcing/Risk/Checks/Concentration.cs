using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>How much of the value hangs on one country or one seller. Nothing is said where nothing was chosen.</summary>
internal static class Concentration
{
    public static IEnumerable<RiskFinding> ByOrigin(RiskRequest request)
    {
        var shares = Shares(request, offer => offer.Origin ?? "");
        if (shares.FirstOrDefault(one => one.Name.Length > 0) is { Name: { } country } largest && largest.Percent > request.Thresholds.Limit("origin-concentration"))
        {
            yield return request.Find("origin-concentration", largest.Percent, FormattableString.Invariant($"{largest.Percent} % of the value of all parts come from {country}"),
                new RiskProposal(RiskAction.SecondSource, null, $"look for parts from elsewhere, first for the dearest lines from {country}"));
        }
        if (shares.FirstOrDefault(one => one.Name.Length == 0) is { Name: not null } unknown && unknown.Percent > request.Thresholds.Limit("origin-mostly-unknown"))
        {
            yield return request.Find("origin-mostly-unknown", unknown.Percent, FormattableString.Invariant($"the origin of {unknown.Percent} % of the value of all parts is not known"),
                new RiskProposal(RiskAction.Enquire, null, "ask the suppliers for countries of origin"));
        }
    }

    public static IEnumerable<RiskFinding> BySupplier(RiskRequest request)
    {
        if (Shares(request, offer => request.Suppliers.NameOf(offer.Supplier)).FirstOrDefault() is { Name: { } key } largest && largest.Percent > request.Thresholds.Limit("supplier-concentration"))
        {
            var name = request.Lines.SelectMany(line => line.Purchases).Select(one => one.Offer.Supplier).Where(supplier => request.Suppliers.NameOf(supplier) == key).Min(StringComparer.Ordinal);
            yield return request.Find("supplier-concentration", largest.Percent, FormattableString.Invariant($"{largest.Percent} % of the value of all parts are bought from {name}"));
        }
    }

    /// <summary>Percent of the value, to a tenth, the largest first.</summary>
    private static (string Name, decimal Percent)[] Shares(RiskRequest request, Func<Offer, string> of)
    {
        var purchases = request.Lines.SelectMany(line => line.Purchases).ToArray();
        var total = purchases.Sum(one => one.Value);
        return total <= 0
            ? []
            : [.. purchases.GroupBy(one => of(one.Offer), StringComparer.Ordinal).Select(group => (Name: group.Key, Percent: Math.Round(100m * group.Sum(one => one.Value) / total, 1)))
                .OrderByDescending(one => one.Percent).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }
}
