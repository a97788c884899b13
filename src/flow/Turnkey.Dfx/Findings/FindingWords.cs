namespace Turnkey.Dfx.Findings;

/// <summary>What pages and terminals say of a finding that is settled.</summary>
public static class FindingWords
{
    public static string Of(SettledAs settled) => settled switch
    {
        SettledAs.Agreed => "made as proposed",
        SettledAs.Corrected => "corrected by the maker",
        SettledAs.AsSent => "made as it was sent",
        _ => throw new InvalidOperationException($"no settlement {settled}"),
    };
}
