namespace Turnkey.Formats.Tables;

/// <summary>What the name of a file says about its table. Names lie, so they only tip the scale, or say what was expected.</summary>
internal static class FileNames
{
    public static readonly string[] Bom = ["bom", "parts", "partlist", "partslist", "stückliste", "stueckliste", "stuckliste", "bill", "materials", "nomenclature", "components", "lista", "material", "物料", "清单"];
    public static readonly string[] Centroid = ["cpl", "pos", "pnp", "pick", "place", "placement", "centroid", "xy", "mnt", "mountsmd", "positions", "position", "pickplace", "pickandplace", "xyrs", "smt", "bestückung", "坐标"];
    public static readonly string[] Other = ["netlist", "net", "drc", "erc", "drill", "nets", "pins", "pinout", "license", "licence", "readme", "log", "changelog", "report", "drr", "stackup"];

    /// <summary>Words that mean nothing but a parts list; "parts" and "material" stand in other names too.</summary>
    private static readonly string[] SurelyBom = ["bom", "partlist", "partslist", "stückliste", "stueckliste", "stuckliste", "物料", "清单"];

    private static readonly string[] SurelyCentroid = ["cpl", "pos", "pnp", "pick", "centroid", "mountsmd", "pickplace", "pickandplace", "xyrs", "坐标"];

    /// <summary>Words of names for texts about a list.</summary>
    private static readonly string[] Prose = ["note", "notes", "instructions", "hinweise"];

    /// <summary>"a parts list" or "a position file" when the name surely says so; null when it does not.</summary>
    public static string? Promise(string path) =>
        Has(path, Other) || Has(path, Prose) ? null : Has(path, SurelyBom) ? "a parts list" : Has(path, SurelyCentroid) ? "a position file" : null;

    /// <summary>One of the words stands in the file's name, parted by other signs or by a capital.</summary>
    public static bool Has(string path, string[] words)
    {
        var slash = path.LastIndexOfAny(['/', '\\']);
        var name = path[(slash + 1)..];
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var letter = i < name.Length && char.IsLetter(name[i]);
            var capital = letter && start >= 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if (letter && !capital) { if (start < 0) start = i; continue; }
            if (start >= 0 && words.Contains(name[start..i].ToLowerInvariant(), StringComparer.Ordinal)) return true;
            start = capital ? i : -1;
        }
        return false;
    }
}
