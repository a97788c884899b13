using Turnkey.Geometry;

namespace Turnkey.Formats.IpcD356;

/// <summary>A feature that is no ordinary test point (390): fiducials, tooling, marks, high-voltage and impedance tests.</summary>
/// <param name="Kind">As written: <c>MARK_PASS</c>, <c>ALIGN_POINT</c>, <c>HYPOT_TEST</c>, <c>IMPEDANCE_TEST</c> …</param>
/// <param name="Layer">Copper layer, from 1; 0: all of them; null when not given.</param>
/// <param name="At">In the netlist's own origin.</param>
/// <param name="Size">Null when not given.</param>
/// <param name="Detail">What follows, as written: the circuit and the values of a high-voltage or impedance test.</param>
/// <param name="Line">Line in the file.</param>
public sealed record NetlistMark(string Kind, int? Layer, Point At, NetlistSize? Size, string Detail, int Line)
{
    /// <summary>True for the reference point (090) of the mark before it.</summary>
    public bool Continues { get; init; }

    public bool OfPanel { get; init; }
}
