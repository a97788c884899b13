using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Sourcing.Risk.Checks;

namespace Turnkey.Sourcing.Risk;

/// <summary>
/// What can go wrong with the supply of an order: named per line and for the whole, each with what was measured, what it was held against, why it matters
/// and what can be done. Scores are sums of points from a table, so that every part of one can be pointed at.
/// </summary>
public static class SupplyRisk
{
    private const int HighestScore = 100;

    private static readonly ImmutableArray<Func<RiskLine, RiskRequest, IEnumerable<RiskFinding>>> LineChecks =
    [
        SourceCount.Check, StockCover.Check, LeadTime.Check, LifecycleState.Check, NonCancellable.Check, Excess.Check, Channel.Check, Origin.Check, OfferAge.Check, MinimumOrder.Check,
    ];

    private static readonly ImmutableArray<Func<RiskRequest, IEnumerable<RiskFinding>>> BomChecks = [Concentration.ByOrigin, Concentration.BySupplier];

    /// <exception cref="ArgumentException">A line asks for less than a piece, or two have one key.</exception>
    public static BomRisk Assess(RiskRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Lines.Any(line => line.Demand < 1)) throw new ArgumentException("a line asks for at least a piece", nameof(request));
        if (request.Lines.Select(line => line.Key).Distinct(StringComparer.Ordinal).Count() < request.Lines.Length) throw new ArgumentException("two lines have one key", nameof(request));
        var lines = request.Lines.Select(line => Assess(line, request)).ToImmutableArray();
        var findings = Sorted(BomChecks.SelectMany(check => check(request)));
        var worst = lines.MaxBy(line => line.Score);
        var points = findings.Sum(finding => finding.Points);
        var parts = findings.Where(finding => finding.Points > 0).Select(Part);
        return new(lines, findings, Math.Min(HighestScore, (worst?.Score ?? 0) + points), string.Join(" + ", worst is { Score: > 0 } ? parts.Prepend($"{worst.Line.Name} {Text(worst.Score)}") : parts));
    }

    private static LineRisk Assess(RiskLine line, RiskRequest request)
    {
        // What is here already has no supply risk for this order; what is not bought because nobody sells it has that one.
        var findings = line.IsOnHand ? [] : Sorted(LineChecks.SelectMany(check => check(line, request)));
        return new(line, findings, Math.Min(HighestScore, findings.Sum(finding => finding.Points)), string.Join(" + ", findings.Where(finding => finding.Points > 0).Select(Part)));
    }

    private static ImmutableArray<RiskFinding> Sorted(IEnumerable<RiskFinding> findings) =>
        [.. findings.OrderByDescending(finding => finding.Level).ThenByDescending(finding => finding.Points).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];

    private static string Part(RiskFinding finding) => $"{finding.Rule} {Text(finding.Points)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
