using Turnkey.Designs.Layers;
using Turnkey.Dfx.Boards;
using Turnkey.Geometry;
using Turnkey.Kernel;

namespace Turnkey.Dfx.Probing;

/// <summary>A bare spot of an outer layer that a probe can be set on.</summary>
/// <param name="Pad">Whose middle it is.</param>
/// <param name="Side">From which it is reached.</param>
/// <param name="Size">Diameter of the largest circle around its middle that is bare copper: what the probe may wander by, and no more.</param>
internal sealed record ProbeTarget(Pad Pad, Side Side, Length Size)
{
    public Point At => Pad.At;

    public int Net => Pad.Net;

    /// <summary>
    /// True for what a bed of nails is set on: test points, open vias, pins of leaded parts. Pads under parts are for the part: a nail on their solder presses
    /// joints together that are open.
    /// </summary>
    public bool IsForNails => Pad.Kind is PadKind.TestPoint or PadKind.Via or PadKind.ThroughHole;

    public string KindName => Pad.Kind switch { PadKind.TestPoint => "test points", PadKind.Via => "open vias", PadKind.ThroughHole => "pins of leaded parts", PadKind.Surface => "pads of parts", _ => "bare pads" };

    /// <summary>What makes a better target: a test point before a pin before a via before a pad, then the larger, then the place.</summary>
    public (int, long, long, long) Order => (Pad.Kind switch { PadKind.TestPoint => 0, PadKind.ThroughHole => 1, PadKind.Via => 2, _ => 3 }, -Size.Nanometres, At.X, At.Y);
}
