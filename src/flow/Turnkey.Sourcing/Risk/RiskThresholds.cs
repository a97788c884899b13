using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Data;
using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Risk;

/// <param name="Threshold">Null where the rule has none.</param>
/// <param name="Unit">Of the threshold.</param>
/// <param name="Level">How much a finding weighs.</param>
/// <param name="Points">That a finding adds to the score, 0 to 100; a rule with none is named and does not count.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Assumed">Nobody stands behind it yet.</param>
public sealed record RiskRule(string Name, decimal? Threshold, string Unit, RiskLevel Level, int Points, string Source, bool Assumed)
{
    /// <summary>What a customer is told of it, without supplier or cost; empty where it is the manufacturer's own concern.</summary>
    public string Customer { get; init; } = "";
}

/// <summary>When risks are named and how much they weigh.</summary>
public sealed record RiskThresholds(ImmutableSortedDictionary<string, RiskRule> Rules)
{
    private static readonly Lazy<RiskThresholds> ShippedRows = new(() =>
        new(Read(SettingTable.Shipped("risk-thresholds.csv"), null).ToImmutableSortedDictionary(rule => rule.Name, rule => rule, StringComparer.Ordinal)));

    public static RiskThresholds Shipped => ShippedRows.Value;

    /// <exception cref="KeyNotFoundException">There is no such rule: a bug.</exception>
    public RiskRule this[string name] => Rules[name];

    /// <exception cref="KeyNotFoundException">There is no such rule, or it has no threshold: a bug.</exception>
    public decimal Limit(string name) => Rules[name].Threshold ?? throw new KeyNotFoundException($"{name} has no threshold");

    internal RiskThresholds With(OfferTable table, DiagnosticLog log) =>
        SettingTable.Of(table, log, ["rule"], ["threshold", "points"]) is { } own
            ? new(Rules.SetItems(Read(own, this).Select(rule => KeyValuePair.Create(rule.Name, rule))))
            : this;

    private static IEnumerable<RiskRule> Read(SettingTable table, RiskThresholds? shipped)
    {
        foreach (var row in table.Rows)
        {
            RiskRule? before = null;
            if (row["rule"] is not { Length: > 0 } name || (shipped is not null && !shipped.Rules.TryGetValue(name, out before))) { row.Reject($"there is no rule '{row["rule"]}'"); continue; }
            RiskLevel? level = row["level"].ToUpperInvariant() switch { "NOTICE" => RiskLevel.Notice, "WARNING" => RiskLevel.Warning, "SERIOUS" => RiskLevel.Serious, "" => before?.Level, _ => null };
            if (level is null) { row.Reject("a level is one of notice, warning, serious"); continue; }
            yield return new(name, row.Number("threshold", 1_000_000m) ?? before?.Threshold, before?.Unit ?? row["unit"], level.Value, (int)(row.Number("points", 100m) ?? before?.Points ?? 0m), row.Source, row.Assumed) { Customer = row["customer"] is { Length: > 0 } told ? told : before?.Customer ?? "" };
        }
    }
}
