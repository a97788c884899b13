using Turnkey.Geometry.Distances;

namespace Turnkey.Designs.Nets;

/// <summary>Copper of one layer that hangs together by itself: a feature, or an island of one that was cut.</summary>
/// <param name="Primitive">Where it is.</param>
/// <param name="Feature">Index of the feature that made it; -1 for a negative plane, which is what its features leave.</param>
internal readonly record struct CopperPiece(Primitive Primitive, int Feature);
