using System.Collections.Immutable;
using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Nets;

/// <summary>The nets as the designer's tool wrote them down for the bare-board test: places and the net that is to be found there.</summary>
/// <param name="Source">Path of its file in the package.</param>
/// <param name="Points">In the file's order, in the netlist's own origin, which need not be the board's.</param>
public sealed record GivenNetlist(string Source, ImmutableArray<TestPoint> Points)
{
    /// <summary>One step of the grid that its places were read on; zero where it has none.</summary>
    public Length Step { get; init; }

    /// <summary>How many of its different places lie on holes and pads of a board, with the offset that suits most.</summary>
    public (int Matched, int Places) FitOn(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var registration = NetlistRegistration.Find(this, board);
        return (registration.Matched, registration.Compared);
    }
}

/// <summary>A place of a <see cref="GivenNetlist"/>.</summary>
/// <param name="Net">Empty: connected to nothing.</param>
/// <param name="Component">Designator; empty for vias and where it is not given.</param>
/// <param name="Pin">Empty when not given.</param>
/// <param name="At">Of the pad's middle or the hole.</param>
/// <param name="Access">Where copper is to be found: on the top, on the bottom, on both (<see cref="Side.All"/>); inner for what ends inside the board.</param>
/// <param name="Line">In the file, from 1.</param>
public sealed record TestPoint(string Net, string Component, string Pin, Point At, Side Access, int Line)
{
    /// <summary>The layer it is reached from where that is an inner one; null when not said.</summary>
    public int? CopperLayer { get; init; }

    /// <summary>Drilled there; null for a pad without a hole.</summary>
    public Length? HoleDiameter { get; init; }

    /// <summary>True for a hole that belongs to no net: tooling, mounting.</summary>
    public bool IsTooling { get; init; }

    /// <summary>True for a hole without plating: there need be no copper.</summary>
    public bool IsNonPlated { get; init; }

    /// <summary><c>R12.2</c>; empty when neither component nor pin is given.</summary>
    public string Name => Pin.Length == 0 ? Component : $"{Component}.{Pin}";
}
