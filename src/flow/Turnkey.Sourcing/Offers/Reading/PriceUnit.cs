using System.Globalization;
using System.Text.RegularExpressions;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>How many pieces a price of a list is for: <c>Price/1000</c>, <c>€/Mpcs</c>, <c>Preis pro 100 Stück</c>, <c>Price per reel</c>.</summary>
/// <param name="Pieces">At least 1; 0 for a reel or pack, whose size another column says.</param>
internal readonly partial record struct PriceUnit(long Pieces)
{
    private const string Piece = @"(?:pieces?|pcs?|parts?|units?|each|ea|st(?:ü|ue)ck|stck|stk|st|teile?)";

    public static PriceUnit Each { get; } = new(1);

    public static PriceUnit Pack { get; } = new(0);

    /// <summary>The unit that a heading names, and the heading without it; null where it names none. "Price @ 1000" and "Price 1000" are breaks, not units.</summary>
    public static (PriceUnit Unit, string Without)? In(string heading)
    {
        var match = Written().Match(heading);
        if (!match.Success) return null;
        var unit = match.Groups["n"] is { Success: true } number ? new PriceUnit(long.Parse(new string([.. number.Value.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) * (match.Groups["k"].Success ? 1000 : 1))
            : match.Groups["thousand"].Success ? new PriceUnit(1000)
            : match.Groups["hundred"].Success ? new PriceUnit(100)
            : match.Groups["pack"].Success ? Pack : Each;
        return (unit, heading[..match.Index] + " " + heading[(match.Index + match.Length)..]);
    }

    /// <summary>As a table of columns writes it behind the stroke: <c>1000</c>, <c>reel</c>; null when it means nothing.</summary>
    public static PriceUnit? Parse(string text) => text switch
    {
        "reel" or "pack" => Pack,
        _ => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) && pieces is > 0 and <= 1_000_000 ? new PriceUnit(pieces) : null,
    };

    /// <summary>What <see cref="Parse"/> reads, with its stroke; empty for a single piece.</summary>
    public string Suffix => Pieces switch { 1 => "", 0 => "/reel", _ => "/" + Pieces.ToString(CultureInfo.InvariantCulture) };

    // A capital M is the trade's thousand (mille); a small one would be metres, and m2 an area.
    [GeneratedRegex(@"(?:/|\b(?i:per|pro|je)\b)\s*(?:(?<n>10{0,2}|1[.,' ]?000)(?![\d.,])\s*(?<k>[kK](?![a-zA-Z]))?\s*(?i:" + Piece + @"\b)?|(?<thousand>(?:[kK]|M|(?i:thousand|tausend|tsd|mille))(?![a-zA-Z0-9])\s*(?i:" + Piece + @"\b)?|[kKmM](?i:pcs?)\b)|(?<hundred>(?i:hundred|hundert)\b)|(?<pack>(?i:reel|rolle|pack|packung|vpe)\b)|(?i:" + Piece + @"\b))",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
