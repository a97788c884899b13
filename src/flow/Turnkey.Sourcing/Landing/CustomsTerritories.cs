using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>Countries without duty between them, and how they value what comes in.</summary>
/// <param name="Code">A name of its own (<c>EU</c>), or the code of the only or main country.</param>
/// <param name="Members">ISO 3166-1 alpha-2.</param>
/// <param name="FreightInValue">Duty is on price and freight (CIF), not on the price alone (FOB).</param>
/// <param name="Clearance">What a carrier or broker asks for one entry.</param>
/// <param name="Source">Of both.</param>
/// <param name="Assumed">Nobody has verified it.</param>
public sealed record CustomsTerritory(string Code, ImmutableArray<string> Members, bool FreightInValue, Money Clearance, string Source, bool Assumed);

/// <summary>The customs territories of the world, as far as they matter: unions, and those with rules of their own.</summary>
public sealed class CustomsTerritories
{
    private static readonly Lazy<CustomsTerritories> Rows = new(Read);

    private readonly ImmutableArray<CustomsTerritory> territories;
    private readonly CustomsTerritory other;

    private CustomsTerritories(ImmutableArray<CustomsTerritory> territories, CustomsTerritory other) => (this.territories, this.other) = (territories, other);

    public static CustomsTerritories Shipped => Rows.Value;

    /// <summary>The territory of a country (or of its own code); a country without a row is one for itself.</summary>
    public CustomsTerritory Of(string country) =>
        territories.FirstOrDefault(one => one.Code == country || one.Members.Contains(country, StringComparer.Ordinal)) ?? other with { Code = country, Members = [country] };

    /// <summary>The code of a customs territory, or of a country written as code or name; null when it is neither.</summary>
    public string? Place(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = text.Trim().ToUpperInvariant();
        return territories.Any(one => one.Code == code) ? code : Countries.Find(text);
    }

    private static CustomsTerritories Read()
    {
        var rows = SettingTable.Shipped("customs-territories.csv").Rows
            .Select(row => new CustomsTerritory(row["territory"], [.. row["members"].Split('|', StringSplitOptions.RemoveEmptyEntries)], row.YesNo("freight-in-value") == true,
                new Money(row.Number("clearance", 100_000m) ?? 0m, row.Currency("currency")!), row.Source, row.Assumed))
            .ToArray();
        return new([.. rows.Where(row => row.Code != "*")], rows.Single(row => row.Code == "*"));
    }
}
