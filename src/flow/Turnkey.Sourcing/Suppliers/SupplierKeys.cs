namespace Turnkey.Sourcing.Suppliers;

/// <summary>What a supplier knows its customer by. Never written anywhere: <see cref="ToString"/> says nothing of it.</summary>
/// <param name="Id">Client id, API key or token.</param>
/// <param name="Secret">Client secret or application secret; empty where the interface has none.</param>
public sealed record SupplierKeys(string Id, string Secret = "")
{
    /// <summary>A key shorter than this is no key, and must not be searched for in texts.</summary>
    private const int Shortest = 4;

    public override string ToString() => "(keys)";

    /// <summary>A text without the keys in it, in plain or as they stand in an address.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in Secrets) text = text.Replace(secret, "(key)", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Whether a text has a key in it.</summary>
    public bool AreIn(string text) => Secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Secrets =>
        new[] { Id, Secret }.Where(secret => secret.Length >= Shortest).SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) }).Distinct(StringComparer.Ordinal);
}

/// <summary>What is needed to write a request.</summary>
/// <param name="Terms">The supplier's row: its addresses.</param>
/// <param name="Keys">Of our account.</param>
/// <param name="Token">The access token where the interface wants one (OAuth 2); empty where it does not.</param>
public sealed record SupplierAccess(SupplierTerms Terms, SupplierKeys Keys, SupplierMarket Market, string Token = "")
{
    public override string ToString() => $"{Terms.Name} {Market.Key}";
}
