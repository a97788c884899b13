using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Products;
using Turnkey.Dfx;
using Turnkey.Plants;

namespace Turnkey.Quoting.Changes;

/// <summary>The design as it has to be built: what findings and features make necessary is ordered with it.</summary>
internal sealed class BuiltDesign
{
    public BuiltDesign(QuoteRequest request)
    {
        Assemblies = [.. request.Design.Assemblies.Select((assembly, i) => new BuiltAssembly(assembly, At(request.Reviews, i), At(request.Patterns, i), request.Plant))];
        Design = request.Design.WithAssemblies((_, i) => Assemblies[i].Built);
    }

    public Design Design { get; }

    /// <summary>In the design's order.</summary>
    public ImmutableArray<BuiltAssembly> Assemblies { get; }

    private static Review? At(ImmutableArray<Review> reviews, int i) => i < reviews.Length ? reviews[i] : null;
}

/// <summary>One assembly, and what is ordered with it.</summary>
internal sealed class BuiltAssembly
{
    private readonly Plant plant;

    public BuiltAssembly(Assembly asSent, Review? review, Review? pattern, Plant plant)
    {
        this.plant = plant;
        (AsSent, Review) = (asSent, review);
        Ordered = Changes.Consequences.Of(asSent, review, plant);
        Pattern = PatternDemand.Of(asSent, review, pattern, plant);
        Built = With(asSent, Ordered, Pattern);
    }

    public Assembly AsSent { get; }

    public Review? Review { get; }

    /// <summary>What findings add, without the pattern class.</summary>
    public ImmutableArray<Consequence> Ordered { get; }

    /// <summary>Null where its features were not measured, or the customer says which class it is to be.</summary>
    public PatternDemand? Pattern { get; }

    public Assembly Built { get; }

    public IEnumerable<Consequence> Consequences => Pattern?.Consequence(plant) is { } finer ? [finer, .. Ordered] : Ordered;

    /// <summary>Another assembly with other things ordered.</summary>
    public Assembly With(Assembly assembly, IEnumerable<Consequence> ordered, PatternDemand? pattern)
    {
        var built = Changes.Consequences.Apply(assembly, ordered);
        return pattern?.Apply(built, plant) ?? built;
    }
}
