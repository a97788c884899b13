using System.Collections.Immutable;
using Turnkey.Dfx.Boards;
using Turnkey.Dfx.Findings;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Choosing;

/// <summary>Which makers can make a board, and what stands in the way of cheaper ones.</summary>
/// <param name="Makers">The cheapest first, by the rank that their files give; equal ranks by key.</param>
/// <param name="WhyNot">Why nothing can be said; null when it can.</param>
public sealed record MakerChoice(ImmutableArray<MakerFit> Makers, string? WhyNot)
{
    /// <summary>The cheapest that can make it; null when none can.</summary>
    public MakerFit? Cheapest => Makers.FirstOrDefault(maker => maker.CanMake);

    /// <summary>Of those that are cheaper and cannot, the one with the least in its way; of equals the cheapest. Null when the cheapest of all can.</summary>
    public MakerFit? Nearest => Makers.TakeWhile(maker => !maker.CanMake).MinBy(maker => (maker.InTheWay.Length, maker.InTheWay.Sum(finding => finding.Places.Length)));

    /// <summary>
    /// Holds a board against many makers, and the class of IPC-6012 that it must be. What the checks measure is measured once for all makers with the same tools,
    /// as far from the limits as the widest asks for, and then judged for each.
    /// </summary>
    /// <param name="traced">With its board.</param>
    /// <param name="makers">Those that have no rank by cost are left out.</param>
    /// <param name="ipcClass">Asked for; null when it is left to the specification.</param>
    public static MakerChoice Among(TracedAssembly traced, IEnumerable<Capability> makers, int? ipcClass)
    {
        ArgumentNullException.ThrowIfNull(traced);
        var ranked = makers.Where(maker => maker.CostRank is not null).OrderBy(maker => maker.CostRank).ThenBy(maker => maker.Key, StringComparer.Ordinal).ToArray();
        if (ranked.Length > 0 && new CheckedDesign(traced, new Demands([ranked[0]])).WhyNoCopper is { } why) return new MakerChoice([], why);
        var checks = CheckTable.All.Where(check => check.Rule.Group == RuleGroup.Fabrication).ToImmutableArray();
        var fits = ranked.GroupBy(maker => maker.Plating.OnDiameter).SelectMany(group => Fits(traced, [.. group], checks, ipcClass)).ToDictionary(fit => fit.Maker.Key, StringComparer.Ordinal);
        return new MakerChoice([.. ranked.Select(maker => fits[maker.Key])], null);
    }

    /// <summary>Of makers with the same tools: holes are the same for all of them.</summary>
    private static IEnumerable<MakerFit> Fits(TracedAssembly traced, ImmutableArray<Capability> makers, ImmutableArray<DesignCheckEntry> checks, int? ipcClass)
    {
        var layers = traced.Assembly.Board?.CopperLayers ?? 0;
        var widest = Demands.For(traced.Assembly.Specification, makers, ipcClass).On(layers);
        var outcomes = DesignReview.Measure(checks, new CheckedDesign(traced, widest), widest);
        foreach (var maker in makers)
        {
            var demands = Demands.For(traced.Assembly.Specification, [maker], ipcClass).On(layers);
            var errors = new List<Finding>();
            var open = ImmutableArray.CreateBuilder<DesignRule>();
            foreach (var (check, outcome) in checks.Zip(outcomes))
            {
                if (outcome is CheckOutcome.Done done) errors.AddRange(FindingGrouping.Group(check, done.Sightings, demands).Where(finding => finding.Severity == Severity.Error)
                        .Select(finding => finding with { Places = [.. finding.Places.Where(place => place.Severity == Severity.Error)] }));
                else if (demands.Maker.Of(check.Rule).Any(limit => limit.Minimum is not null)) open.Add(check.Rule);
            }
            yield return new MakerFit(maker, [.. errors.OrderBy(finding => finding.Places.Length)], open.ToImmutable());
        }
    }
}
