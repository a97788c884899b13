using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Sourcing;
using Turnkey.Sourcing.Material;
using Turnkey.Sourcing.Risk;

namespace Turnkey.Quoting.Notes;

/// <summary>What the customer is told of the supply of components: when all are there, and what only the customer can decide. No supplier and no cost may get in here.</summary>
internal static class SupplyNotes
{
    private const int MostParts = 6;

    public static IEnumerable<Note> Of(SourcingTables tables, ImmutableArray<QuoteQuantity> prices)
    {
        foreach (var price in prices)
        {
            if (price.Supply?.Kit is { } kit) yield return new Note(Complete(price.Quantity, kit, tables.LeadTimes.QuotedPercentile));
        }
        var judged = prices.Where(price => price is { Supply: not null, Purchases: not null }).ToArray();
        var found = judged.SelectMany(price => price.Supply!.Bom.Lines.SelectMany((line, i) => line.Findings.Select(finding => (price.Quantity, Part: Part(price.Purchases!, i), Finding: finding))))
            .Where(one => tables.Thresholds[one.Finding.Rule].Customer.Length > 0);
        foreach (var rule in found.GroupBy(one => one.Finding.Rule, StringComparer.Ordinal).OrderByDescending(rule => rule.First().Finding.Level).ThenByDescending(rule => rule.First().Finding.Points).ThenBy(rule => rule.Key, StringComparer.Ordinal))
        {
            string[] parts = [.. rule.Select(one => one.Part).Distinct(StringComparer.Ordinal)];
            int[] quantities = [.. rule.Select(one => one.Quantity).Distinct().Order()];
            var at = quantities.Length == judged.Length ? "" : $" (at {string.Join(", ", quantities.Select(Text))} products)";
            yield return new Note($"{string.Join(", ", parts.Take(MostParts))}{(parts.Length > MostParts ? $" and {Text(parts.Length - MostParts)} more" : "")}{at}: {tables.Thresholds[rule.Key].Customer}");
        }
    }

    private static string Complete(int quantity, KitResult kit, int quoted)
    {
        var days = new SortedSet<int> { 50, quoted, 90 }.Select((percentile, i) => $"by {kit.Day(kit.Percentiles[percentile]):yyyy-MM-dd} in {Text(percentile)}{(i == 0 ? " of 100 cases" : "")}");
        return $"At {Text(quantity)} products, all components ordered on {kit.Start:yyyy-MM-dd} are here {string.Join(", ", days)}; the lead time reckons with {Text(quoted)} of 100"
            + (kit.Missing.IsEmpty ? "" : $", and {Text(kit.Missing.Length)} BOM line{(kit.Missing.Length == 1 ? "" : "s")} without an offer can take longer")
            + (kit.AssumedClasses.IsEmpty ? "" : "; how much deliveries vary is an assumption");
    }

    /// <summary>The places of a part and its number; of many places the first.</summary>
    private static string Part(MaterialPlan plan, int purchase)
    {
        var part = plan.Purchases[purchase];
        Designator[] places = [.. part.Lines.SelectMany(i => plan.Lines[i].Line.Designators)];
        return places.Length switch { 0 => part.Name, > 4 => $"{places[0].Text} … ({part.Name})", _ => $"{DesignatorList.Format(places)} ({part.Name})" };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
