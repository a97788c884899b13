namespace Turnkey.Sourcing.Scrub.Makers;

/// <summary>A manufacturer by its one name.</summary>
/// <param name="Canonical">The name that results show; as written where the maker is not known.</param>
/// <param name="Group">The company that owns it, which is itself for most: KEMET is a brand of YAGEO.</param>
/// <param name="Written">What the customer or supplier wrote.</param>
/// <param name="Certainty">Certain for a known spelling, likely for a mended misspelling, unknown for a maker nobody knows or a name that several could be.</param>
public sealed record MakerName(string Canonical, string Group, string Written, Certainty Certainty)
{
    /// <summary>The name under which the part was made, where that company has since merged: Linear Technology, now Analog Devices; else empty.</summary>
    public string Was { get; init; } = "";

    /// <summary>Makers that a name of several meanings or with a slip of the pen could be; empty where it is one.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];
}
