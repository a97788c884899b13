using System.Collections.Frozen;
using Turnkey.Designs.Nets;
using Turnkey.Designs.Products;

namespace Turnkey.Dfx;

/// <summary>An assembly whose copper is followed once for all that is asked of it: reviews against several makers, the choice among them, points to probe.</summary>
/// <param name="assembly">With or without its board.</param>
public sealed class TracedAssembly(Assembly assembly)
{
    private readonly Lazy<TracedNets> nets = new(() => TracedNets.Of(assembly.Board!));

    public Assembly Assembly { get; } = assembly;

    /// <summary>Of its parts, by its parts list and its placements.</summary>
    public FrozenSet<string> Designators { get; } =
        (assembly.Placements.IsDefault ? [] : assembly.Placements.Select(placement => placement.Designator))
            .Concat(assembly.Bom.Lines.SelectMany(line => line.Designators.IsDefault ? [] : line.Designators))
            .Select(designator => designator.Text).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when it has a board with a copper layer.</summary>
    public bool HasCopper { get; } = assembly.Board?.Copper.Any() == true;

    /// <summary>Made when first asked for.</summary>
    /// <exception cref="InvalidOperationException">There is no copper.</exception>
    public TracedNets Nets => HasCopper ? nets.Value : throw new InvalidOperationException("there is no copper to be traced");
}
