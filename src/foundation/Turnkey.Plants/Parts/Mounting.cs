namespace Turnkey.Plants.Parts;

/// <summary>How a part is fixed to the board.</summary>
public enum Mounting
{
    SurfaceMount,
    ThroughHole,
    PressFit,
    /// <summary>Screwed, clipped or glued: screws, spacers, heat sinks, labels.</summary>
    Mechanical,
    /// <summary>Copper or ink only, nothing to buy or place: fiducials, test points, net ties, logos, mounting holes.</summary>
    NotMounted,
}
