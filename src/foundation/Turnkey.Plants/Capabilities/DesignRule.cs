namespace Turnkey.Plants.Capabilities;

public enum RuleGroup
{
    Fabrication,
    Assembly,
    Test,
}

/// <summary>On which side of its limit a measured value is good.</summary>
public enum LimitSense
{
    AtLeast,
    AtMost,
    /// <summary>There is no number: what the rule names must not be.</summary>
    Never,
}

/// <summary>Something that a design is held against. Rules are data (<c>rules.yaml</c>); what a maker can do are the limits of its <see cref="Capability"/>.</summary>
/// <param name="Id">Stable: <c>annular-ring</c>.</param>
/// <param name="Title">As a table shows it.</param>
/// <param name="Group">Which part of the manufacture it concerns.</param>
/// <param name="Unit">Of what is measured and of its limits.</param>
/// <param name="Sense">On which side of a limit is good.</param>
/// <param name="Reason">Why it matters: what goes wrong.</param>
/// <param name="Source">Who says so.</param>
public sealed record DesignRule(string Id, string Title, RuleGroup Group, MeasureUnit Unit, LimitSense Sense, string Reason, string Source)
{
    /// <summary>All rules, in the order they are shown.</summary>
    public static IReadOnlyList<DesignRule> All => RuleCatalogue.Shipped.Rules;

    /// <exception cref="KeyNotFoundException">There is no such rule: a bug.</exception>
    public static DesignRule Of(string id) => Find(id) ?? throw new KeyNotFoundException($"no rule '{id}'");

    public static DesignRule? Find(string id) => RuleCatalogue.Shipped.ById.GetValueOrDefault(id);

    // A rule is its name: there is one catalogue.
    public bool Equals(DesignRule? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
