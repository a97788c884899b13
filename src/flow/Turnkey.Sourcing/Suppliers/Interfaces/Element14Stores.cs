using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;

namespace Turnkey.Sourcing.Suppliers.Interfaces;

/// <summary>The stores of element14, Farnell and Newark: one interface, a range and a currency for each.</summary>
internal static class Element14Stores
{
    private static readonly Lazy<ImmutableArray<(string Store, string Country, Currency Currency)>> All = new(() =>
    {
        var table = DataTable.Embedded("element14-stores.csv");
        return [.. table.Rows.Select(row => (table.Cell(row, "store"), table.Cell(row, "country"), Currency.Parse(table.Cell(row, "currency")) ?? throw new InvalidOperationException($"element14-stores.csv: {table.Cell(row, "currency")}")))];
    });

    /// <summary>The store of a country; the first of the table where there is none.</summary>
    public static (string Store, Currency Currency) Of(string country)
    {
        var found = All.Value.FirstOrDefault(row => string.Equals(row.Country, country, StringComparison.OrdinalIgnoreCase));
        return found.Store is null ? (All.Value[0].Store, All.Value[0].Currency) : (found.Store, found.Currency);
    }

    /// <summary>The currency of a store that a text names (a file <c>mpn_X_uk.farnell.com.json</c>); null when it names none.</summary>
    public static Currency? CurrencyIn(string text) =>
        Named(text).Currency;

    /// <summary>As which company a store sells.</summary>
    public static string Brand(string store) => store.Contains("newark", StringComparison.OrdinalIgnoreCase) ? "Newark" : store.Contains("farnell", StringComparison.OrdinalIgnoreCase) ? "Farnell" : "element14";

    /// <summary>The store that a text names; null when it names none.</summary>
    public static string? In(string text) => Named(text).Store;

    private static (string? Store, string? Country, Currency? Currency) Named(string text) =>
        All.Value.Where(row => text.Contains(row.Store, StringComparison.OrdinalIgnoreCase)).OrderByDescending(row => row.Store.Length).FirstOrDefault();
}
