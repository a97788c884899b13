namespace Turnkey.Dfx.Findings;

/// <summary>What an answer makes of a finding that it settles.</summary>
public enum SettledAs
{
    /// <summary>It is made as proposed, with what that takes: what the finding makes necessary stays ordered.</summary>
    Agreed,
    /// <summary>The maker corrects it: it is no longer there.</summary>
    Corrected,
    /// <summary>It is made as it was sent, and the customer answers for it.</summary>
    AsSent,
}

/// <param name="As">What becomes of it.</param>
/// <param name="By">Who has answered.</param>
/// <param name="Date">yyyy-MM-dd; empty when not said.</param>
public sealed record Settlement(SettledAs As, string By, string Date);
