namespace Turnkey.Formats.Bom;

/// <summary>Distributors by the names people write, and what their codes look like.</summary>
internal static class SupplierNames
{
    private static readonly (string Part, string Name)[] Known =
    [
        ("lcsc", "LCSC"), ("jlc", "LCSC"), ("立创", "LCSC"), ("digikey", "Digi-Key"), ("mouser", "Mouser"), ("farnell", "Farnell"), ("element14", "Farnell"), ("newark", "Newark"),
        ("tme", "TME"), ("transfermultisort", "TME"), ("arrow", "Arrow"), ("rscomponents", "RS"), ("rsonline", "RS"), ("avnet", "Avnet"), ("future", "Future"), ("tti", "TTI"),
        ("reichelt", "Reichelt"), ("conrad", "Conrad"), ("adafruit", "Adafruit"), ("sparkfun", "SparkFun"), ("amazon", "Amazon"), ("aliexpress", "AliExpress"), ("taobao", "Taobao"),
    ];

    /// <summary>The usual name of a distributor; the text itself, trimmed, when it is not known; null when it names none.</summary>
    public static string? Canonical(string text)
    {
        var key = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (key.Length == 0 || key.Contains("addnewsupplier", StringComparison.Ordinal) || PartNumberShape.SaysNothing(text)) return null;
        if (key is "rs") return "RS";
        if (key is "dk") return "Digi-Key";
        foreach (var (part, name) in Known)
        {
            if (part.Length > 3 ? key.Contains(part, StringComparison.Ordinal) : key.StartsWith(part, StringComparison.Ordinal)) return name;
        }
        return text.Trim();
    }

    /// <summary>The distributor that a code's own form gives away: LCSC's <c>C14663</c>, Digi-Key's <c>296-1234-1-ND</c>, Mouser's <c>595-TLV62569</c>; null when none.</summary>
    public static string? OfCode(string code)
    {
        var text = code.Trim();
        if (text.Length is >= 3 and <= 9 && text[0] is 'C' or 'c' && text.AsSpan(1).Trim().IndexOfAnyExceptInRange('0', '9') < 0) return "LCSC";
        if (text.EndsWith("-ND", StringComparison.OrdinalIgnoreCase)) return "Digi-Key";
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash is 2 or 3 && text.Length > 6 && text.AsSpan(0, dash).IndexOfAnyExceptInRange('0', '9') < 0 ? "Mouser" : null;
    }
}
