using Turnkey.Designs.Layers;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Designs.Parts;

/// <summary>Where one part is mounted.</summary>
/// <param name="Designator">Which part.</param>
/// <param name="At">Centre, in the board's coordinates seen from the top (mirrored bottom files are already turned back).</param>
/// <param name="Rotation">Degrees counter-clockwise seen from the part's own side, 0 ≤ rotation &lt; 360, as the file gives it.</param>
/// <param name="Side"><see cref="Side.Top"/> or <see cref="Side.Bottom"/>.</param>
/// <param name="Value">As written; empty when not said.</param>
/// <param name="Footprint">As written; empty when not said.</param>
/// <param name="Source">File it was read from.</param>
/// <param name="Row">Row in that file, from 1.</param>
public sealed record Placement(Designator Designator, Point At, double Rotation, Side Side, string Value, string Footprint, string Source, int Row)
{
    /// <summary>The centroid file marks it as not to be placed.</summary>
    public bool DoNotPlace { get; init; }
}
