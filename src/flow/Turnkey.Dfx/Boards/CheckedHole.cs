using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Nets;
using Turnkey.Geometry;
using Turnkey.Geometry.Distances;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Boards;

/// <summary>A hole with the tool that makes it and the net it joins.</summary>
/// <param name="Index">In the board's order.</param>
/// <param name="Hole">As the files have it.</param>
/// <param name="IsPlated">What the files say, else what the copper tells.</param>
/// <param name="Net">Index of its net; -1 when it joins nothing.</param>
/// <param name="Tool">Diameter of the drill, or width of the mill: plated ones lose some of it to the plating.</param>
internal sealed record CheckedHole(int Index, Hole Hole, bool IsPlated, int Net, Length Tool)
{
    public Point At => Hole.At;

    public bool IsRound => Hole.Kind == HoleKind.Round;

    /// <summary>Half way along its path.</summary>
    public Point Middle => Hole.Path.Middle;

    /// <summary>What the tool takes away.</summary>
    public Primitive Wall { get; } = Primitive.Stroke(Hole.Path, Math.Max(Tool.Nanometres, 0));

    /// <summary>Blind and buried holes pass the layers of their span, the others all.</summary>
    public bool Passes(int layer)
    {
        var (from, to) = (Hole.FromLayer ?? 1, Hole.ToLayer ?? int.MaxValue);
        return layer >= Math.Min(from, to) && layer <= Math.Max(from, to);
    }

    /// <param name="board">Whose holes.</param>
    /// <param name="nets">Its copper; null when it has none: what the files leave open is then taken as not plated.</param>
    /// <param name="plating">How much wider the tool of a plated hole is.</param>
    public static ImmutableArray<CheckedHole> Of(Board board, TracedNets? nets, Length plating)
    {
        var holes = ImmutableArray.CreateBuilder<CheckedHole>(board.Holes.Length);
        for (var i = 0; i < board.Holes.Length; i++)
        {
            var hole = board.Holes[i];
            var isPlated = (nets?.Platings[i] ?? hole.Plating) == Plating.Plated;
            holes.Add(new CheckedHole(i, hole, isPlated, i < nets?.Nets.HoleNets.Length ? nets.Nets.HoleNets[i] : -1, isPlated ? hole.Diameter + plating : hole.Diameter));
        }
        return holes.ToImmutable();
    }
}
