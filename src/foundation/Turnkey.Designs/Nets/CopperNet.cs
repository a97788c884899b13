using System.Collections.Immutable;
using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>Copper that hangs together, over all layers.</summary>
/// <param name="Index">Its place in <see cref="CopperNets.Nets"/>.</param>
/// <param name="Name">As the design calls it, else <c>N1</c>, <c>N2</c> … from the net with the most features downwards, less the numbers that the design itself uses.</param>
/// <param name="IsNamed">False when the name is a number of ours.</param>
/// <param name="Pads">Flashes on it, those of vias included.</param>
/// <param name="Features">Features that make its copper, on all layers, pads included.</param>
/// <param name="Holes">Plated holes that join its layers.</param>
/// <param name="Layers">Numbers of the copper layers it is on, ascending.</param>
/// <param name="Bounds">Around its copper.</param>
public sealed record CopperNet(int Index, string Name, bool IsNamed, int Pads, int Features, int Holes, ImmutableArray<int> Layers, Box Bounds)
{
    /// <summary>A place on its copper: a pad where it has one.</summary>
    public Point At { get; init; }
}
