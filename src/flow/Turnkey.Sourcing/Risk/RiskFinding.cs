using System.Collections.Immutable;

namespace Turnkey.Sourcing.Risk;

/// <summary>How much a risk weighs.</summary>
public enum RiskLevel
{
    /// <summary>To be known.</summary>
    Notice,
    /// <summary>To be decided on.</summary>
    Warning,
    /// <summary>Can stop the order.</summary>
    Serious,
}

/// <summary>What can be done about a risk.</summary>
public enum RiskAction
{
    /// <summary>Have another part approved for the line.</summary>
    Alternate,
    /// <summary>Find another supplier of the same part.</summary>
    SecondSource,
    /// <summary>Keep pieces on stock for the time that new ones take.</summary>
    BufferStock,
    /// <summary>Let the customer supply it.</summary>
    Consign,
    /// <summary>Buy what will ever be needed before the last day.</summary>
    LastTimeBuy,
    /// <summary>Ask for a quotation.</summary>
    Enquire,
    /// <summary>Have the customer sign for what cannot be returned.</summary>
    AgreeOwner,
    /// <summary>Buy from a source that the manufacturer authorises, or test what comes.</summary>
    AuthorisedSource,
    /// <summary>Replace the part in the design.</summary>
    Redesign,
}

/// <param name="Action">What to do.</param>
/// <param name="Pieces">How many, where it is a quantity; null where it is none, or nothing is known to reckon it from.</param>
/// <param name="Text">A sentence.</param>
public sealed record RiskProposal(RiskAction Action, long? Pieces, string Text);

/// <param name="Rule">Name in <c>risk-thresholds.csv</c>.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Measured">In <paramref name="Unit"/>; null where there is nothing to measure.</param>
/// <param name="Threshold">That it is held against; null where it simply is so.</param>
/// <param name="Unit">Of both; empty where there is none.</param>
/// <param name="Points">Its part of the score.</param>
/// <param name="Reason">A sentence with the numbers in it.</param>
/// <param name="Proposals">What can be done, the nearest first.</param>
public sealed record RiskFinding(string Rule, RiskLevel Level, decimal? Measured, decimal? Threshold, string Unit, int Points, string Reason, ImmutableArray<RiskProposal> Proposals);
