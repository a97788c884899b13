namespace Turnkey.Designs;

/// <summary>
/// A check that was to be made, and whether it could be: what had nothing to look at is skipped with the reason, never passed.
/// What a check found are the diagnostics of its stage.
/// </summary>
/// <param name="Rule">Stable name.</param>
/// <param name="Done">False when it was skipped.</param>
/// <param name="Why">For a skipped check the reason; for one that was made what it looked at.</param>
public sealed record DesignCheck(string Rule, bool Done, string Why);
