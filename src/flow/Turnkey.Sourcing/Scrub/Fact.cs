namespace Turnkey.Sourcing.Scrub;

/// <summary>How surely something is known of a part.</summary>
public enum Certainty
{
    /// <summary>Said, and not to be relied on: contradicted, or it can be read in several ways.</summary>
    Unknown,
    /// <summary>The usual reading, but another is possible.</summary>
    Likely,
    /// <summary>Cannot be read otherwise: an explicit unit, a convention without a second meaning, or a maker's number that says so.</summary>
    Certain,
}

/// <summary>Where a fact was read.</summary>
/// <param name="Column"><c>value</c>, <c>footprint</c>, <c>description</c>, <c>mpn</c>, <c>manufacturer</c>, <c>designator</c>, <c>supplier-code</c>, <c>catalogue</c>, <c>avl</c>.</param>
/// <param name="Word">As written there, normalised in spelling only.</param>
public sealed record FactOrigin(string Column, string Word);

/// <summary>Something known of a part, how surely, and from where.</summary>
public sealed record Fact<T>(T Value, Certainty Certainty, FactOrigin Origin);
