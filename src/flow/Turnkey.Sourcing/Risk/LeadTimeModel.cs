using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk;

/// <summary>When purchases arrive, by class; by supplier where its deliveries are on record.</summary>
/// <param name="ByClass">Distribution of each class in <c>lead-time-distributions.csv</c>.</param>
/// <param name="BySupplier">Observed distributions by supplier name and whether a lead time was stated.</param>
/// <param name="Rules">Choices of the simulation (<c>kit-rules.csv</c>).</param>
public sealed record LeadTimeModel(
    ImmutableSortedDictionary<string, LeadTimeDistribution> ByClass, ImmutableDictionary<(string Supplier, bool Stated), LeadTimeDistribution> BySupplier, ImmutableSortedDictionary<string, decimal> Rules)
{
    internal const string OnHand = "on-hand";
    internal const string Unstated = "unstated";
    internal const string Consigned = "consigned";

    private const decimal LongestDays = 3_650m;
    private const decimal LargestRatio = 100m;

    private static readonly Lazy<LeadTimeModel> ShippedRows = new(() => new(
        Read(SettingTable.Shipped("lead-time-distributions.csv")).ToImmutableSortedDictionary(one => one.Class, one => one, StringComparer.Ordinal), ImmutableDictionary<(string, bool), LeadTimeDistribution>.Empty,
        ReadRules(SettingTable.Shipped("kit-rules.csv")).ToImmutableSortedDictionary(StringComparer.Ordinal)));

    public static LeadTimeModel Shipped => ShippedRows.Value;

    /// <summary>So many kits of a hundred are complete by the day that a quotation reckons with: rule <c>quoted-percentile</c>, 1 to 99.</summary>
    public int QuotedPercentile => (int)Math.Clamp(Rules["quoted-percentile"], 1m, 99m);

    /// <summary>The class of a purchase: <c>franchised-stock</c>, <c>unknown-stated</c>, <c>unstated</c>.</summary>
    public static string ClassOf(RiskPurchase purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        if (purchase.LeadTimeDays is not { } days) return Unstated;
        var channel = purchase.Offer.Channel switch { SupplyChannel.Franchised => "franchised", SupplyChannel.Independent => "independent", _ => "unknown" };
        return days == 0 ? channel + "-stock" : channel + "-stated";
    }

    internal LeadTimeDistribution Of(string supplier, string lead) =>
        (lead.EndsWith("-stock", StringComparison.Ordinal) && BySupplier.TryGetValue((supplier, false), out var own)) || (lead.EndsWith("-stated", StringComparison.Ordinal) && BySupplier.TryGetValue((supplier, true), out own))
            ? own
            : ByClass.TryGetValue(lead, out var shipped) ? shipped : ByClass[Unstated];

    internal LeadTimeModel With(OfferTable table, DiagnosticLog log) =>
        SettingTable.Of(table, log, ["class", "basis", "shape"], ["low", "likely", "high", "sigma", "shared"]) is { } own
            ? this with { ByClass = ByClass.SetItems(Read(own).Select(one => KeyValuePair.Create(one.Class, one))) }
            : this;

    internal LeadTimeModel WithRules(OfferTable table, DiagnosticLog log)
    {
        if (SettingTable.Of(table, log, ["rule", "value"], ["value"]) is not { } own) return this;
        var known = Rules;
        foreach (var (rule, value) in ReadRules(own))
        {
            if (known.ContainsKey(rule)) known = known.SetItem(rule, value);
            else log.Warning("sourcing.table-row", 0, $"there is no rule '{(rule.Length > 40 ? rule[..40] : rule)}', only {string.Join(", ", Rules.Keys)}");
        }
        return this with { Rules = known };
    }

    /// <summary>This model with what suppliers did: their observed ratios in place of the classes' assumptions, where there are enough deliveries.</summary>
    /// <param name="table">Columns <c>supplier, promised-days, actual-days</c>, a row per delivery; promised days empty or 0 where it was on stock.</param>
    /// <param name="suppliers">Tells spellings of one supplier together.</param>
    /// <param name="log">Takes what is not understood, and suppliers with too few deliveries.</param>
    internal LeadTimeModel WithHistory(OfferTable table, OrderTermsTable suppliers, DiagnosticLog log)
    {
        if (SettingTable.Of(table, log, ["supplier", "promised-days", "actual-days"], ["promised-days", "actual-days"]) is not { } own) return this;
        var deliveries = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var row in own.Rows)
        {
            if (row["supplier"].Length == 0 || row.Number("actual-days", LongestDays) is not { } actual) { row.Reject("a delivery needs a supplier and the days it took"); continue; }
            var promised = row.Number("promised-days", LongestDays) ?? 0m;
            var key = (promised > 0 ? "+" : "-") + suppliers.NameOf(row["supplier"]);
            if (!deliveries.TryGetValue(key, out var list)) deliveries[key] = list = [];
            list.Add((double)(promised > 0 ? Math.Min(LargestRatio, actual / promised) : actual));
        }
        var observed = BySupplier;
        var least = Rules["least-deliveries"];
        foreach (var (key, values) in deliveries)
        {
            var (stated, supplier) = (key[0] == '+', key[1..]);
            if (values.Count < Math.Max(1m, least))
            {
                log.Info("sourcing.few-deliveries", 0, FormattableString.Invariant($"{supplier}: {values.Count} deliveries say too little (from {least} on they count); the distribution of its class holds"));
                continue;
            }
            var shipped = ByClass[stated ? "unknown-stated" : "unknown-stock"];
            observed = observed.SetItem((supplier, stated), new(shipped.Class, stated, LeadTimeShape.Observed, 0, 0, 0, 0, shipped.Shared, FormattableString.Invariant($"{table.Path}: {values.Count} deliveries of {supplier}"), Assumed: false)
            {
                Observations = [.. values.Order()],
            });
        }
        return this with { BySupplier = observed };
    }

    private static IEnumerable<LeadTimeDistribution> Read(SettingTable table)
    {
        foreach (var row in table.Rows)
        {
            LeadTimeShape? shape = row["shape"].ToUpperInvariant() switch
            {
                "CONSTANT" => LeadTimeShape.Constant,
                "UNIFORM" => LeadTimeShape.Uniform,
                "TRIANGULAR" => LeadTimeShape.Triangular,
                "LOGNORMAL" => LeadTimeShape.Lognormal,
                "EXPONENTIAL" => LeadTimeShape.Exponential,
                _ => null,
            };
            bool? ratio = row["basis"].ToUpperInvariant() switch { "DAYS" => false, "RATIO" => true, _ => null };
            if (row["class"].Length == 0 || shape is null || ratio is null) { row.Reject("a row needs a class, a basis (days or ratio) and a shape (constant, uniform, triangular, lognormal, exponential)"); continue; }
            var most = ratio.Value ? LargestRatio : LongestDays;
            var (low, likely) = (row.Number("low", most) ?? 0m, row.Number("likely", most));
            var (high, sigma) = (row.Number("high", most) ?? likely ?? low, row.Number("sigma", 5m) ?? 0m);
            if ((likely is null && shape != LeadTimeShape.Uniform) || (shape is LeadTimeShape.Uniform or LeadTimeShape.Triangular && (high < low || likely < low || likely > high)))
            {
                row.Reject("a distribution needs its likely value, and low, likely and high in this order");
                continue;
            }
            yield return new(row["class"], ratio.Value, shape.Value, (double)low, (double)(likely ?? low), (double)high, (double)sigma, (double)((row.Number("shared", 100m) ?? 0m) / 100m), row.Source, row.Assumed);
        }
    }

    private static IEnumerable<KeyValuePair<string, decimal>> ReadRules(SettingTable table)
    {
        foreach (var row in table.Rows)
        {
            if (row["rule"] is { Length: > 0 } rule && row.Number("value", 1_000_000m) is { } value) yield return new(rule, value);
            else row.Reject("a row needs a rule and its value");
        }
    }
}
