using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>Something in the design data that says which net copper belongs to: a feature with a net, or a point of a netlist that hit copper.</summary>
/// <param name="Name">The net it names.</param>
/// <param name="Pin"><c>R12.2</c>; empty for vias and tracks.</param>
/// <param name="At">Its place.</param>
/// <param name="Layer">Number of the copper layer; 0 for the wall of a hole.</param>
/// <param name="Root">The copper, as <see cref="TracedCopper.Find"/> gives it.</param>
/// <param name="Node">The piece or hole.</param>
internal readonly record struct NetClaim(string Name, string Pin, Point At, int Layer, int Root, int Node)
{
    /// <summary>Designator of the pin's part; empty where there is none.</summary>
    public string Part { get; init; } = "";
}
