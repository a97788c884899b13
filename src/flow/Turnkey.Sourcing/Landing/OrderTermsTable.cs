using System.Collections.Frozen;
using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Landing;

/// <summary>The order terms of suppliers by name. <c>Digi-Key Electronics</c> and <c>DIGIKEY</c> are one: a name belongs to the row whose words it begins with.</summary>
public sealed class OrderTermsTable
{
    private const string Anybody = "*";
    private const decimal MostMoney = 1_000_000m;
    private const int MostAliases = 20;

    private static readonly Lazy<OrderTermsTable> ShippedRows = new(() => new(Read(SettingTable.Shipped("supplier-terms.csv"))));

    private readonly FrozenDictionary<string, OrderTerms> byName;
    private readonly OrderTerms other;
    private readonly int longest;

    private OrderTermsTable(ImmutableArray<OrderTerms> rows)
    {
        Rows = rows;
        var names = new Dictionary<string, OrderTerms>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var name in row.Aliases.Prepend(row.Supplier))
            {
                if (Words(name) is { Length: > 0 } words) names.TryAdd(string.Join(' ', words), row);
            }
        }
        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
        longest = names.Keys.Select(name => name.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
        other = rows.First(row => row.Supplier == Anybody);
    }

    public static OrderTermsTable Shipped => ShippedRows.Value;

    public ImmutableArray<OrderTerms> Rows { get; }

    /// <summary>The terms of a supplier; those of an unknown one where it has no row.</summary>
    public OrderTerms Of(string supplier)
    {
        var words = Words(supplier);
        for (var count = Math.Min(words.Length, longest); count > 0; count--)
        {
            if (byName.TryGetValue(string.Join(' ', words[..count]), out var terms)) return terms;
        }
        return other;
    }

    /// <summary>One name for all spellings of a supplier: that of its row, else its own words in capitals.</summary>
    public string NameOf(string supplier) => Of(supplier) is { Supplier: not Anybody } terms ? terms.Supplier : string.Join(' ', Words(supplier));

    internal OrderTermsTable With(OfferTable table, DiagnosticLog log)
    {
        if (SettingTable.Of(table, log, ["supplier"], ["order-fee", "freight", "freight-free-from", "freight-percent", "minimum-order"]) is not { } own) return this;
        var rows = Read(own);
        var named = rows.SelectMany(row => row.Aliases.Prepend(row.Supplier)).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        // The user's rows go first, so that their names win over the aliases of shipped ones.
        var kept = Rows.Where(row => row.Supplier == Anybody ? rows.All(one => one.Supplier != Anybody) : !named.Contains(row.Supplier));
        return new([.. rows, .. kept]);
    }

    private static ImmutableArray<OrderTerms> Read(SettingTable table)
    {
        var rows = ImmutableArray.CreateBuilder<OrderTerms>();
        foreach (var row in table.Rows)
        {
            var supplier = row["supplier"];
            if (supplier != Anybody && Words(supplier).Length == 0) { row.Reject("there is no supplier's name"); continue; }
            if ((row["currency"].Length > 0 ? row.Currency("currency") : Currency.Usd) is not { } currency) continue;
            Money? Amount(string heading) => row.Number(heading, MostMoney) is { } amount ? new Money(amount, currency) : null;
            var from = Countries.Find(row["ships-from"]);
            if (from is null && row["ships-from"].Length > 0) row.Log.Warning("sourcing.table-country", row.Line, $"'{row["ships-from"]}' is no country that is known; where {supplier} ships from counts as unknown");
            rows.Add(new(supplier, from, Amount("order-fee") ?? Money.Zero(currency), Amount("freight") ?? Money.Zero(currency), Amount("freight-free-from"),
                row.Number("freight-percent", 1000m) ?? 0m, Amount("minimum-order"), Bearer(row), row.Source, row.Assumed)
            {
                Open = [.. new[] { ("order-fee", "order fee"), ("freight", "freight") }.Where(one => row[one.Item1].Length == 0).Select(one => one.Item2)],
                Aliases = [.. row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostAliases)],
            });
        }
        return rows.ToImmutable();
    }

    private static DutyBearer Bearer(SettingRow row) => row["duties"].ToUpperInvariant() switch
    {
        "INCLUDED" => DutyBearer.Supplier,
        "ADDED" => DutyBearer.Buyer,
        _ => DutyBearer.Importer,
    };

    private static string[] Words(string name) =>
        new string([.. name.Take(120).Where(c => c is not ('-' or '\'' or '\u2019')).Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
