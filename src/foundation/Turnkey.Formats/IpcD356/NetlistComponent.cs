using Turnkey.Geometry;

namespace Turnkey.Formats.IpcD356;

public enum NetlistComponentKind
{
    /// <summary>Values in ohms.</summary>
    Resistor,
    /// <summary>Values in picofarads.</summary>
    Capacitor,
    /// <summary>Values in picohenries.</summary>
    Inductor,
}

/// <summary>A resistor, capacitor or inductor that the bare board has and the tester measures between two nets (370 and 070, 380 and 080).</summary>
/// <param name="Name">Empty when not given.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Value">In the unit of its kind.</param>
/// <param name="Low">Least value that passes; null when not given.</param>
/// <param name="High">Greatest value that passes; null when not given.</param>
/// <param name="From">Where it is measured.</param>
/// <param name="To">And against what.</param>
/// <param name="Line">Line in the file.</param>
public sealed record NetlistComponent(string Name, NetlistComponentKind Kind, double Value, double? Low, double? High, NetlistNode From, NetlistNode To, int Line)
{
    /// <summary>True for what is inside the board (370), false for what is on it (380).</summary>
    public bool Embedded { get; init; }

    /// <summary>Its middle; null when not given.</summary>
    public Point? Centre { get; init; }
    public NetlistSize? Size { get; init; }

    /// <summary>Copper layer it lies on, from 1; null when not given.</summary>
    public int? Layer { get; init; }
    public bool OfPanel { get; init; }
}

/// <summary>One of the two points a component is measured between.</summary>
/// <param name="Net">Long names resolved.</param>
/// <param name="Access">0: both sides; else the layer it is reached from; null when not given.</param>
/// <param name="At">A place that a test record has as well.</param>
public sealed record NetlistNode(string Net, int? Access, Point At);
