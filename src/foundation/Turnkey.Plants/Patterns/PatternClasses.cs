using System.Collections.Immutable;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Figures;

namespace Turnkey.Plants.Patterns;

/// <summary>
/// The classes a plant prices bare boards by: a board is of the coarsest class that holds all of its finest features. Which class a board needs is in its own
/// features and in the plant's table, not in what it is checked against, so a finer board never costs less (docs/pricing-classes.md).
/// </summary>
public static class PatternClasses
{
    public const string Standard = "standard";

    /// <summary>From coarse to fine. The last has no limits: what is finer than the others is of it.</summary>
    private static readonly ImmutableArray<string> Names = [Standard, "fine", "finest"];

    /// <summary>Rules whose features make the class.</summary>
    public static ImmutableArray<DesignRule> Rules { get; } = [.. new[] { "trace-width", "spacing", "annular-ring", "drill-size", "aspect-ratio" }.Select(DesignRule.Of)];

    /// <summary>The class that a specification names: <c>fine</c>; null when it names none.</summary>
    public static string? Named(string? text) => Names.FirstOrDefault(name => string.Equals(name, text?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The coarsest class that holds a board.</summary>
    /// <param name="holds">Says of a class's limits whether the board keeps them.</param>
    public static string Of(Plant plant, Func<Capability, bool> holds) => Names.SkipLast(1).FirstOrDefault(name => holds(CapabilityOf(plant, name))) ?? Names[^1];

    /// <summary>The coarsest class that holds all features; the standard one where there are none.</summary>
    public static string Of(Plant plant, IEnumerable<(DesignRule Rule, Measure Finest)> features)
    {
        var all = features.ToArray();
        return Of(plant, limits => all.All(feature => limits.Find(feature.Rule)!.Judge(feature.Finest) is null));
    }

    /// <summary>What boards of the standard class hold: reviewed against it, the findings of a board are the features that cost more.</summary>
    public static Capability StandardOf(Plant plant) => CapabilityOf(plant, Standard);

    private static Capability CapabilityOf(Plant plant, string name)
    {
        ArgumentNullException.ThrowIfNull(plant);
        return new Capability("pattern-" + name, $"Class {name} of {plant.Name}", CapabilityKind.MakerClass, [.. Rules.Select(rule => Limit(plant, name, rule))], plant.Sha256);
    }

    /// <summary>Percent on material and processing: of a class and all coarser ones the most, so that a finer class is never cheaper. Null for the standard class.</summary>
    public static Figure? Surcharge(Plant plant, string name) => Most(plant, name, "board", "-feature");

    /// <summary>Working days more than the standard class takes; by the same rule.</summary>
    public static Figure? Days(Plant plant, string name) => Most(plant, name, "lead-time.added", "-pattern");

    private static Figure? Most(Plant plant, string name, string group, string suffix)
    {
        ArgumentNullException.ThrowIfNull(plant);
        var rank = Names.IndexOf(name);
        return rank <= 0 ? null : Names.Skip(1).Take(rank).Reverse().Select(one => plant[$"{group}.{one}{suffix}"]).MaxBy(figure => figure.Value);
    }

    private static Limit Limit(Plant plant, string name, DesignRule rule)
    {
        var figure = plant[$"board.pattern.{name}.{rule.Id}"];
        return new Limit(rule, new LimitScope(), new Measure(figure.Value, rule.Unit), null, FigureOf.Design, figure.Source, figure.Assumed) { Capability = "pattern-" + name };
    }
}
