using Turnkey.Sourcing.Material;

namespace Turnkey.Sourcing.Risk.Checks;

/// <summary>How many sell the part and how many make it: with one of either, its trouble is ours.</summary>
internal static class SourceCount
{
    public static IEnumerable<RiskFinding> Check(RiskLine line, RiskRequest request)
    {
        if (line.Offers.IsEmpty)
        {
            yield return request.Find("no-source", 0, $"nobody offers {line.Name}", new(RiskAction.Enquire, line.Demand, "ask suppliers for a quotation"),
                new RiskProposal(RiskAction.Alternate, null, "have another part approved"), new RiskProposal(RiskAction.Consign, line.Demand, "let the customer supply it"));
            yield break;
        }
        var suppliers = line.Offers.GroupBy(offer => request.Suppliers.NameOf(offer.Supplier), StringComparer.Ordinal).Select(spelt => spelt.Select(offer => offer.Supplier).Min(StringComparer.Ordinal)).ToArray();
        if (suppliers.Length < request.Thresholds.Limit("single-supplier"))
        {
            yield return request.Find("single-supplier", suppliers.Length, $"only {string.Join(", ", suppliers)} offers it",
                new RiskProposal(RiskAction.SecondSource, null, "ask other suppliers for the same part"));
        }
        var makers = Makers(line).Count;
        if (makers > 0 && makers < request.Thresholds.Limit("single-manufacturer"))
        {
            yield return request.Find("single-manufacturer", makers, $"all offers are of {Makers(line)[0]}", new RiskProposal(RiskAction.Alternate, null, "have a part of another manufacturer approved"));
        }
    }

    /// <summary>Manufacturers whose names do not mean the same one; offers that name none tell nothing.</summary>
    private static List<string> Makers(RiskLine line)
    {
        var makers = new List<string>();
        foreach (var maker in line.Offers.Select(offer => offer.Manufacturer).Where(name => !string.IsNullOrWhiteSpace(name)).Order(StringComparer.Ordinal))
        {
            if (!makers.Exists(known => Manufacturers.Agree(known, maker))) makers.Add(maker!);
        }
        return makers;
    }
}
