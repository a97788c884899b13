namespace Turnkey.Sourcing.Offers;

/// <summary>Where the manufacturer stands with a part.</summary>
public enum Lifecycle
{
    /// <summary>Not said.</summary>
    Unknown,
    /// <summary>Announced, not yet in volume.</summary>
    Preview,
    Active,
    /// <summary>Not recommended for new designs (NRND).</summary>
    NotRecommended,
    /// <summary>End of life announced: it can be bought until a last day.</summary>
    EndOfLife,
    /// <summary>No longer made.</summary>
    Obsolete,
}
