namespace Turnkey.Dfx.Findings;

/// <summary>Somebody has looked at a finding and answers for leaving it.</summary>
/// <param name="Finding">Its <see cref="Findings.Finding.Id"/>.</param>
/// <param name="Reason">Why it may stay.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Date">yyyy-MM-dd; empty when not said.</param>
public sealed record Waiver(string Finding, string Reason, string Author, string Date)
{
    /// <summary>Last day it holds on; null when it holds on.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>In its file, from 1.</summary>
    public int Line { get; init; }
}
