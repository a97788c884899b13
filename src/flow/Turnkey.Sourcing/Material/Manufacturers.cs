namespace Turnkey.Sourcing.Material;

/// <summary>Whether two names mean the same company. Legal forms and the words of the industry do not count.</summary>
internal static class Manufacturers
{
    private static readonly string[] Ignored =
        ["INC", "LTD", "LLC", "CO", "CORP", "CORPORATION", "COMPANY", "GMBH", "AG", "KG", "BV", "NV", "SA", "AB", "PLC", "LIMITED", "INTERNATIONAL", "GROUP",
            "SEMICONDUCTOR", "SEMICONDUCTORS", "SEMI", "ELECTRONICS", "ELECTRONIC", "ELEC", "ELECTRO", "COMPONENTS", "TECHNOLOGY", "TECHNOLOGIES", "TECH", "MICROELECTRONICS", "THE", "AND"];

    /// <summary>True unless both are given and differ.</summary>
    public static bool Agree(string? a, string? b)
    {
        if (string.IsNullOrWhiteSpace(a) || string.IsNullOrWhiteSpace(b)) return true;
        var (x, y) = (Core(a), Core(b));
        return x.Length == 0 || y.Length == 0 || x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal) || Initials(a) == y || Initials(b) == x;
    }

    public static bool SameSupplier(string a, string b)
    {
        var (x, y) = (Core(a), Core(b));
        return x.Length > 0 && y.Length > 0 && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal));
    }

    private static string Core(string name) => string.Concat(Words(name).Where(word => !Ignored.Contains(word, StringComparer.Ordinal)));

    /// <summary>TI for Texas Instruments, ADI stays with its maker's list of names.</summary>
    private static string Initials(string name) => string.Concat(Words(name).Select(word => word[0]));

    private static string[] Words(string name) =>
        new string([.. name.Take(120).Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ')]).Replace("DIGI KEY", "DIGIKEY", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
