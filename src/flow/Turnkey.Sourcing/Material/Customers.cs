namespace Turnkey.Sourcing.Material;

/// <summary>Whether two names are one customer. Nothing is guessed: prices and parts of one customer are no business of another.</summary>
internal static class Customers
{
    private static readonly string[] LegalForms = ["INC", "LTD", "LLC", "CO", "CORP", "CORPORATION", "COMPANY", "LIMITED", "PLC", "GMBH", "AG", "KG", "SE", "BV", "NV", "SA", "SAS", "SARL", "SRL", "SPA", "AB", "OY", "AS"];

    /// <summary>The same letters and digits, but for case, spacing and legal forms at the end; false when either has none.</summary>
    public static bool Same(string a, string b) => Key(a) is { Length: > 0 } key && key == Key(b);

    private static string Key(string name)
    {
        var words = new string([.. name.Take(200).Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : c is '.' or '\'' ? '\0' : ' ')]).Replace("\0", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && LegalForms.Contains(words[^1], StringComparer.Ordinal)) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }
}
