using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Plants.Capabilities;

/// <summary>What a maker, a class of makers or a standard asks of a design, rule by rule, each figure with its source.</summary>
/// <param name="Key">As it is asked for: <c>jlcpcb</c>, <c>eurocircuits-6</c>.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Kind">Whose figures they are.</param>
/// <param name="Limits">In the file's order.</param>
/// <param name="Sha256">Of the files it was read from.</param>
public sealed record Capability(string Key, string Name, CapabilityKind Kind, ImmutableArray<Limit> Limits, string Sha256)
{
    /// <summary>Publication that most of its figures are from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Day on which the figures were taken, yyyy-MM-dd; empty when not said.</summary>
    public string Taken { get; init; } = "";

    /// <summary>Of makers and classes: its place among its kind by cost, the cheapest first; null when it is not known.</summary>
    public int? CostRank { get; init; }

    /// <summary>
    /// How much wider than the finished hole the tool of a plated hole is: the plating takes it. Zero where the maker measures on the hole as the drill file has it.
    /// </summary>
    public PlatingAllowance Plating { get; init; } = PlatingAllowance.None;

    /// <summary>What counts for boards with so many copper layers: limits for other boards are left out.</summary>
    public Capability On(int copperLayers) => Limits.All(limit => limit.Scope.BoardLayers is null) ? this : this with { Limits = [.. Limits.Where(limit => limit.Scope.BoardLayers?.Holds(copperLayers) ?? true)] };

    /// <summary>The limit for a case: of those that hold the one that asks for most (region, net class, number of layers, layer, copper), of equals the first. Null when the maker states none.</summary>
    public Limit? Find(DesignRule rule, in LimitCase at = default)
    {
        Limit? best = null;
        foreach (var limit in Limits)
        {
            if (limit.Rule.Equals(rule) && (best is null || limit.Scope.Weight > best.Scope.Weight) && limit.Scope.Holds(at)) best = limit;
        }
        return best;
    }

    public IEnumerable<Limit> Of(DesignRule rule) => Limits.Where(limit => limit.Rule.Equals(rule));

    public bool States(DesignRule rule) => Of(rule).Any();

    /// <summary>The farthest from a limit that a value can be and still be of interest; null when the rule has no limit.</summary>
    public Measure? Reach(DesignRule rule)
    {
        var widest = Of(rule).Select(limit => limit.Widest).OfType<Measure>().ToArray();
        return widest.Length == 0 ? null : rule.Sense == LimitSense.AtMost ? widest.Min() : widest.Max();
    }
}

public enum CapabilityKind
{
    Manufacturer,
    /// <summary>What makers of a kind offer: a pattern class, "typical multilayer".</summary>
    MakerClass,
    /// <summary>A standard's class: what the board must be, whoever makes it.</summary>
    Standard,
    /// <summary>Rules of practice that others build on.</summary>
    Practice,
}

/// <param name="OnDiameter">Added to the finished diameter to come to the tool.</param>
/// <param name="Source">Who says so; empty for none.</param>
public sealed record PlatingAllowance(Length OnDiameter, string Source)
{
    public static PlatingAllowance None { get; } = new(Length.Zero, "");
}
