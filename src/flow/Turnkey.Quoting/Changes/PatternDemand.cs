using System.Collections.Immutable;
using System.Globalization;
using Turnkey.Designs.Products;
using Turnkey.Designs.Specification;
using Turnkey.Dfx;
using Turnkey.Dfx.Findings;
using Turnkey.Plants;
using Turnkey.Plants.Capabilities;
using Turnkey.Plants.Patterns;
using Turnkey.Quoting.LeadTimes;
using Turnkey.Sourcing.Boards;

namespace Turnkey.Quoting.Changes;

/// <summary>The pattern class that a board needs by its finest features, whoever it is checked against.</summary>
/// <param name="Features">Finer than the standard class, one for each rule, in the rules' order; the limit is the standard class's.</param>
/// <param name="Findings">Of the review that speak of the same; empty where the maker it is checked against can do it.</param>
/// <param name="Class">Of the plant's classes.</param>
internal sealed record PatternDemand(ImmutableArray<PatternFeature> Features, ImmutableArray<Finding> Findings, string Class)
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["trace-width"] = "widen the tracks to {0}",
        ["spacing"] = "widen the gaps to {0}",
        ["annular-ring"] = "enlarge the pads to rings of {0}",
        ["drill-size"] = "drill no smaller than {0}",
        ["aspect-ratio"] = "keep the depth of holes within {0} times the tool",
    };

    /// <param name="assembly">With its board.</param>
    /// <param name="review">Whose waivers and corrections hold; null where there is none.</param>
    /// <param name="pattern">The board held against <see cref="PatternClasses.StandardOf"/>.</param>
    /// <returns>Null where nothing was measured, or the customer says which class it is to be.</returns>
    public static PatternDemand? Of(Assembly assembly, Review? review, Review? pattern, Plant plant)
    {
        if (pattern is null || !Consequences.IsOpen(assembly, SpecificationNames.PatternClass)) return null;
        var own = review?.Findings.Where(finding => PatternClasses.Rules.Contains(finding.Rule)).ToArray() ?? [];
        // What a finding asks for stays in the copper when the customer says "as sent"; it is gone where it is waived or corrected.
        var gone = own.Where(finding => Consequences.IsGone(finding, false)).SelectMany(finding => finding.Places.Select(place => (finding.Rule, place.Layer, place.At))).ToHashSet();
        var features = PatternClasses.Rules.Select(rule => Feature(rule, [.. pattern.Findings.Where(finding => finding.Rule.Equals(rule))], gone)).OfType<PatternFeature>().ToImmutableArray();
        ImmutableArray<Finding> findings = [.. own.Where(finding => !Consequences.IsGone(finding, false) && features.FirstOrDefault(feature => feature.Rule.Equals(finding.Rule)) is { } feature && finding.Places.Any(place => feature.Holds(place)))];
        return new PatternDemand(features, findings, ClassOf(features, plant));
    }

    /// <summary>Every place is judged as a review judges it, for the case it belongs to.</summary>
    private static string ClassOf(ImmutableArray<PatternFeature> features, Plant plant) => PatternClasses.Of(plant, limits =>
    {
        var demands = new Demands([limits]);
        return features.All(feature => feature.Places.All(place => demands.Judge(feature.Rule, place.Measured, place.Case) is null));
    });

    private static PatternFeature? Feature(DesignRule rule, Finding[] findings, HashSet<(DesignRule Rule, string Layer, Geometry.Point At)> gone)
    {
        ImmutableArray<Sighting> places = [.. findings.SelectMany(finding => finding.Places).Where(place => !gone.Contains((rule, place.Layer, place.At)))];
        if (places.IsEmpty) return null;
        var finest = rule.Sense == LimitSense.AtMost ? places.Max(place => place.Measured) : places.Min(place => place.Measured);
        return new PatternFeature(rule, finest, findings[0].Limit!.Value, places);
    }

    /// <summary>What the board's holes are drilled no smaller than the given size would need.</summary>
    public PatternDemand WithDrillsFrom(Measure least, Plant plant)
    {
        ImmutableArray<PatternFeature> features =
        [
            .. Features.Select(feature => feature.Rule.Id != "drill-size" ? feature
                : feature with { Finest = Larger(feature.Finest, least), Places = [.. feature.Places.Select(place => place with { Measured = Larger(place.Measured, least) })] })
                .Where(feature => feature.Finest < feature.Standard || feature.Rule.Sense == LimitSense.AtMost),
        ];
        return this with { Features = features, Class = ClassOf(features, plant) };
    }

    private static Measure Larger(Measure a, Measure b) => a < b ? b : a;

    /// <summary>Null where the board is of the standard class.</summary>
    public Consequence? Consequence(Plant plant) => Class == PatternClasses.Standard ? null
        : new Consequence(Findings, SpecificationNames.PatternClass, Class, Change, PatternClasses.Days(plant, Class)?.WholeDays() ?? 0) { Source = Source };

    /// <summary>All that has to be done to be rid of it: one of them alone changes nothing.</summary>
    private string Change => Join([.. Features.Select(feature => string.Format(CultureInfo.InvariantCulture, Verbs[feature.Rule.Id], feature.Standard))]);

    /// <summary>The features with figures.</summary>
    public string Evidence => string.Join(", ", Features.Select(feature =>
        string.Create(CultureInfo.InvariantCulture, $"{feature.Rule.Title.ToLowerInvariant()} {feature.Finest} where the standard class has {feature.Standard} ({feature.Places.Length:N0} place{(feature.Places.Length == 1 ? "" : "s")})")));

    private string Source => Features.IsEmpty ? "no feature is finer than the standard class, apart from those waived or corrected" : $"finest features: {Evidence}";

    /// <summary>The assembly with the class that its features need: also where what its facts alone say was waived.</summary>
    public Assembly Apply(Assembly assembly, Plant plant) =>
        Class == (assembly.Board is { } board ? BoardExtras.ClassByFacts(plant, board.Facts) : PatternClasses.Standard) && Class == PatternClasses.Standard
            ? assembly : Consequences.With(assembly, SpecificationNames.PatternClass, Class, Source);

    private static string Join(string[] parts) => parts.Length < 2 ? string.Concat(parts) : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}

/// <param name="Rule">What is fine.</param>
/// <param name="Finest">At the finest place.</param>
/// <param name="Standard">What the standard class holds.</param>
/// <param name="Places">All that are finer than that.</param>
internal sealed record PatternFeature(DesignRule Rule, Measure Finest, Measure Standard, ImmutableArray<Sighting> Places)
{
    private readonly Lazy<HashSet<(string, Geometry.Point)>> at = new(() => [.. Places.Select(place => (place.Layer, place.At))]);

    public bool Holds(Sighting place) => at.Value.Contains((place.Layer, place.At));
}
