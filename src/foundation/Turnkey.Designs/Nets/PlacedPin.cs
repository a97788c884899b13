using Turnkey.Geometry;

namespace Turnkey.Designs.Nets;

/// <summary>A point of a netlist that names a part, on the copper.</summary>
/// <param name="Name">What it names.</param>
/// <param name="At">Its place, in the board's coordinates.</param>
/// <param name="Node">The piece or hole that it hit.</param>
internal readonly record struct PlacedPin(PadName Name, Point At, int Node);
