using Turnkey.Geometry;
using Turnkey.Kernel;
using Turnkey.Plants.Capabilities;

namespace Turnkey.Dfx.Findings;

/// <summary>One place where a check measured something worse than a limit. Places of one cause become one <see cref="Finding"/>.</summary>
/// <param name="Cause">What they have in common, as a sentence's subject: <c>tracks 0.1 mm wide</c>, <c>pads of U3 (QFN-48)</c>. Places of one rule and one cause are one finding.</param>
/// <param name="At">Where, in the board's coordinates.</param>
/// <param name="Layer">As the trade writes it: <c>L1</c>, <c>L2</c>, <c>top mask</c>; empty for the whole board.</param>
/// <param name="Measured">What was measured there.</param>
public sealed record Sighting(string Cause, Point At, string Layer, Measure Measured)
{
    /// <summary>What the place is, for the list of places: <c>GND to SCL</c>, <c>R12.2</c>; empty when the cause says it all.</summary>
    public string What { get; init; } = "";

    /// <summary>What to look at; the place alone when empty.</summary>
    public Box Bounds { get; init; } = Box.Empty;

    /// <summary>The data alone cannot tell: somebody has to be asked.</summary>
    public bool IsUndeterminable { get; init; }

    /// <summary>How much it weighs at this place, once it is judged: of one finding some places may break the minimum and others only what is preferred.</summary>
    public Severity Severity { get; init; }

    /// <summary>Whether the limit differs by where it lies.</summary>
    public LimitCase Case { get; init; }
}
