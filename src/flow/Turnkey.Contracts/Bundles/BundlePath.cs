namespace Turnkey.Contracts.Bundles;

/// <summary>
/// Paths inside a bundle: ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, in folders by <c>/</c>. The rule is so narrow that a path means the same
/// on every file system and cannot leave its folder.
/// </summary>
internal static class BundlePath
{
    public const string Manifest = "bundle.json";
    public const string Signature = "bundle.sig";
    public const string Document = "document.json";
    public const int Longest = 100;

    /// <summary>Names that Windows takes for devices, whatever ending they have.</summary>
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul",
        "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    public static bool IsSafe(string path) => path.Length is > 0 and <= Longest && path.Split('/').All(IsSafePart);

    /// <summary>Shows a path of somebody else in a message: nothing that a terminal would act on, not endless.</summary>
    public static string Show(string path)
    {
        var shown = new string([.. path.Take(Longest).Select(c => c is >= ' ' and <= '~' ? c : '?')]);
        return path.Length > Longest ? shown + "…" : shown;
    }

    private static bool IsSafePart(string part) =>
        part.Length > 0 && part[0] != '.' && part[^1] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !Devices.Contains(part.Split('.')[0]);
}
