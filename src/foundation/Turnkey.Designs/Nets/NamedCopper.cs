namespace Turnkey.Designs.Nets;

/// <summary>Traced copper with the names of its nets, and what was said about them.</summary>
/// <param name="Copper">What hangs together.</param>
/// <param name="Nets">The same as nets.</param>
/// <param name="NetOf">Index of the net of each root.</param>
/// <param name="Stated">What features say.</param>
/// <param name="Placed">What the netlist says; null when there is none.</param>
internal sealed record NamedCopper(TracedCopper Copper, CopperNets Nets, IReadOnlyDictionary<int, int> NetOf, List<NetClaim> Stated, PlacedNetlist? Placed);
