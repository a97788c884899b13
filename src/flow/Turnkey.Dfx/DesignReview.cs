using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx;

/// <summary>Holds a design against what its maker can do and what it must be: whether it can be fabricated, assembled and tested.</summary>
public static class DesignReview
{
    /// <summary>
    /// Makes every check of <see cref="CheckTable"/>. Pure: the same design and demands give the same review. A check that has nothing to look at, or nobody's
    /// limit to hold it against, is skipped with the reason.
    /// </summary>
    /// <param name="assembly">With its board and parts.</param>
    /// <param name="demands">What it is held against.</param>
    /// <param name="context">What is known beside it; null for nothing.</param>
    public static Review Check(Assembly assembly, Demands demands, ReviewContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Check(new TracedAssembly(assembly), demands, context);
    }

    /// <summary>As the other, of copper that was followed already.</summary>
    public static Review Check(TracedAssembly traced, Demands demands, ReviewContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(traced);
        ArgumentNullException.ThrowIfNull(demands);
        if (traced.Assembly.Board is { } board) demands = demands.On(board.CopperLayers);
        var design = new CheckedDesign(traced, demands, context);
        var outcomes = Measure(CheckTable.All, design, demands);
        var states = ImmutableArray.CreateBuilder<CheckState>(outcomes.Length);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var (check, outcome) in CheckTable.All.Zip(outcomes))
        {
            switch (outcome)
            {
                case CheckOutcome.Skipped skipped:
                    states.Add(new CheckState(check.Rule, false, skipped.Why));
                    break;
                case CheckOutcome.Done done:
                    states.Add(new CheckState(check.Rule, true, done.LookedAt + ByRounding(check.Rule, done.Sightings, demands)));
                    findings.AddRange(FindingGrouping.Group(check, done.Sightings, demands));
                    break;
            }
        }
        return new Review(demands, states.MoveToImmutable(), [.. findings.OrderByDescending(finding => finding.Severity)])
        {
            Nets = design.HasCopper ? design.Nets.Nets : CopperNets.None,
            Designators = traced.Designators,
        };
    }

    /// <summary>Makes checks side by side, each when a processor is free; what comes of them does not depend on which ends first.</summary>
    internal static CheckOutcome[] Measure(ImmutableArray<DesignCheckEntry> checks, CheckedDesign design, Demands demands)
    {
        var outcomes = new CheckOutcome[checks.Length];
        design.Prepare(checks.Select(check => check.Rule).Where(demands.State));
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, outcomes.Length), EnumerablePartitionerOptions.NoBuffering), i => outcomes[i] = Make(checks[i], design, demands));
        return outcomes;
    }

    /// <summary>How many places break a limit by no more than files round, which is not held against them; empty for none.</summary>
    private static string ByRounding(DesignRule rule, ImmutableArray<Sighting> sightings, Demands demands)
    {
        Sighting[] near = [.. sightings.Where(sighting => sighting.Case.Rounding > Limit.Slack && demands.Judge(rule, sighting.Measured, sighting.Case)?.Severity != demands.Judge(rule, sighting.Measured, sighting.Case with { Rounding = Length.Zero })?.Severity)];
        return near.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {near.Length:N0} {(near.Length == 1 ? "place misses" : "places miss")} a limit by no more than the files round ({near.Max(sighting => sighting.Case.Rounding).Nanometres / 1000d:0.#} µm), which is not counted");
    }

    private static CheckOutcome Make(DesignCheckEntry check, CheckedDesign design, Demands demands) =>
        demands.State(check.Rule) ? check.Check(design, demands) : new CheckOutcome.Skipped($"{demands.Maker.Name} states no limit for it");
}

/// <summary>What a design review found.</summary>
/// <param name="Demands">What it was held against.</param>
/// <param name="Checks">In the table's order.</param>
/// <param name="Findings">Errors first, then in the table's order.</param>
public sealed record Review(Demands Demands, ImmutableArray<CheckState> Checks, ImmutableArray<Finding> Findings)
{
    /// <summary>The nets that the copper makes, traced for the checks.</summary>
    public CopperNets Nets { get; init; } = CopperNets.None;

    /// <summary>Of the assembly's parts.</summary>
    public FrozenSet<string> Designators { get; init; } = [];

    /// <summary>With the assembly's name in the id of each finding: for designs of several, so that no two findings have one id.</summary>
    public Review Named(string assembly) => this with { Findings = [.. Findings.Select(finding => finding with { Assembly = assembly })] };
}
