namespace Turnkey.Sourcing.Offers;

/// <summary>How parts arrive, which decides whether a line can feed them.</summary>
public enum Packaging
{
    /// <summary>Not said.</summary>
    Unknown,
    /// <summary>A strip cut from a reel.</summary>
    CutTape,
    /// <summary>The manufacturer's full reel.</summary>
    Reel,
    /// <summary>Cut tape that the supplier winds on a reel with a leader, for a fee.</summary>
    CustomReel,
    Tube,
    Tray,
    /// <summary>Leaded parts taped in a fan-folded box.</summary>
    AmmoPack,
    /// <summary>Loose parts: bags, boxes, single pieces.</summary>
    Bulk,
}
