using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Geometry.Distances;
using Turnkey.Geometry.Indexing;

namespace Turnkey.Designs.Layers;

/// <summary>A piece of what a layer draws that hangs together by itself.</summary>
/// <param name="Primitive">Where it is.</param>
/// <param name="Feature">Index of the feature that made it; -1 for what the features of a negative layer leave.</param>
/// <param name="Island">Number of the island that it belongs to with what touches it, from 0, in the order of their first pieces.</param>
public readonly record struct DrawnPiece(Primitive Primitive, int Feature, int Island);

/// <summary>What a layer draws after painter's order: mask openings, paste openings, legend.</summary>
/// <param name="Layer">As it was drawn.</param>
/// <param name="Pieces">In the order of their features; empty when it was given up.</param>
/// <param name="Index">Over the boxes of <paramref name="Pieces"/>.</param>
/// <param name="Islands">How many there are.</param>
/// <param name="GivenUp">Why the layer is not known; null when it is.</param>
public sealed record DrawnSheet(Layer Layer, ImmutableArray<DrawnPiece> Pieces, BoxIndex Index, int Islands, string? GivenUp)
{
    /// <param name="board">Whose layer it is.</param>
    /// <param name="layer">Any but copper: it is not cut at the board's edge.</param>
    public static DrawnSheet Of(Board board, Layer layer)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(layer);
        var drawn = LayerCopper.Of(board, layer, 0, [], null);
        var islands = new Dictionary<int, int>();
        var pieces = new DrawnPiece[drawn.Pieces.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            var root = drawn.Find(i);
            if (!islands.TryGetValue(root, out var island)) islands[root] = island = islands.Count;
            pieces[i] = new DrawnPiece(drawn.Pieces[i].Primitive, drawn.Pieces[i].Feature, island);
        }
        return new DrawnSheet(layer, ImmutableCollectionsMarshal.AsImmutableArray(pieces), drawn.Index, islands.Count, drawn.GivenUp);
    }
}
