using System.Collections.Immutable;
using Turnkey.Designs.Layers;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Nets;

/// <summary>A piece of copper that hangs together by itself, with the net it belongs to.</summary>
/// <param name="Primitive">Where it is.</param>
/// <param name="Feature">Index of the feature that made it; -1 for what the features of a negative plane leave.</param>
/// <param name="Net">Index in <see cref="CopperNets.Nets"/>.</param>
public readonly record struct SheetPiece(Primitive Primitive, int Feature, int Net);

/// <summary>One copper layer as it leaves the factory: cut by what is clear, by the board's edge and by holes without plating.</summary>
/// <param name="Place">In the order of <see cref="Boards.Board.Copper"/>, from 0.</param>
/// <param name="Number">1 is the top.</param>
/// <param name="Layer">As it was drawn.</param>
/// <param name="Pieces">In the order of their features; empty when the layer was given up.</param>
/// <param name="Index">Over the boxes of <paramref name="Pieces"/>.</param>
/// <param name="GivenUp">Why the layer could not be traced; null when it was.</param>
public sealed record CopperSheet(int Place, int Number, Layer Layer, ImmutableArray<SheetPiece> Pieces, BoxIndex Index, string? GivenUp);
