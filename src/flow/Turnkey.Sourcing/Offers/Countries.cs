using System.Collections.Frozen;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Offers;

/// <summary>Countries by code or name.</summary>
internal static class Countries
{
    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Read);

    /// <summary>ISO 3166-1 alpha-2 of a country written as two or three letter code or by its name; null when it is none.</summary>
    public static string? Find(string? text) => text is { Length: > 1 and <= 80 } && ByName.Value.TryGetValue(OfferColumns.Key(text), out var code) ? code : null;

    private static FrozenDictionary<string, string> Read()
    {
        var table = DataTable.Embedded("countries.csv");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        // Codes first: no name of one country may hide the code of another.
        foreach (var row in table.Rows) names.TryAdd(table.Cell(row, "code"), table.Cell(row, "code"));
        foreach (var row in table.Rows)
        {
            string[] written = [table.Cell(row, "name"), .. table.Cell(row, "also").Split('|', StringSplitOptions.RemoveEmptyEntries)];
            foreach (var name in written) names.TryAdd(OfferColumns.Key(name), table.Cell(row, "code"));
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
