using System.Collections.Immutable;
using Turnkey.Designs;

namespace Turnkey.Quoting.Changes;

/// <summary>The design as it has to be built: what findings make necessary is ordered with it.</summary>
internal sealed class BuiltDesign
{
    public BuiltDesign(QuoteRequest request)
    {
        Consequences = [.. request.Design.Assemblies.Select((assembly, i) => Changes.Consequences.Of(assembly, i < request.Reviews.Length ? request.Reviews[i] : null))];
        Design = request.Design.WithAssemblies((assembly, i) => Changes.Consequences.Apply(assembly, Consequences[i]));
    }

    public Design Design { get; }

    /// <summary>Of each assembly.</summary>
    public ImmutableArray<ImmutableArray<Consequence>> Consequences { get; }
}
