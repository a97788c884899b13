using System.Globalization;
using System.Text.RegularExpressions;

namespace Turnkey.Sourcing.Offers.Reading;

/// <summary>What a price cell says behind its number: <c>$1.10/100</c>, <c>1.10 per 100</c>, <c>1.10 EUR / 1k</c>.</summary>
internal static partial class PriceCell
{
    private const long MostPieces = 1_000_000;

    /// <returns>Null where no quantity is named; a unit that is null where one is named and not understood.</returns>
    public static (PriceUnit? Unit, string Written)? UnitOf(string cell)
    {
        var match = Behind().Match(cell.Length > 200 ? cell[..200] : cell);
        if (!match.Success) return null;
        var written = match.Groups["what"].Value.Trim();
        if (PriceUnit.In("/" + written) is var (unit, without) && without.Trim().Length == 0) return (unit, written);
        var pieces = Pieces().Match(written);
        if (!pieces.Success || !long.TryParse(new string([.. pieces.Groups["n"].Value.Where(char.IsAsciiDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (null, written);
        var all = number * (pieces.Groups["k"].Success ? 1000 : 1);
        return (all is > 0 and <= MostPieces ? new PriceUnit(all) : null, written);
    }

    // Only what stands right behind the number and its currency: "1.10 (valid until 11/26)" names no quantity.
    [GeneratedRegex(@"^[^0-9]*[0-9]+(?:[.,'\u2019 \u00a0\u202f][0-9]+)*\s*(?:US\$|[€£$¥]|[A-Za-z]{2,4}\.?)?\s*(?:/|@|\b(?i:per|pro|je)\b)\s*(?<what>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?<n>[0-9]{1,3}(?:[.,' ]?[0-9]{3})*|[0-9]+)\s*(?<k>[kK])?\s*(?i:pieces?|pcs?|parts?|units?|each|ea|st(?:ü|ue)ck|stck|stk|st|teile?)?\.?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pieces();
}
