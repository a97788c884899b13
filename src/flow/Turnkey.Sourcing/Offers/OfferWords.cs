using System.Globalization;
using Turnkey.Sourcing.Offers.Reading;

namespace Turnkey.Sourcing.Offers;

/// <summary>The words in which price lists and interfaces say what an offer is like.</summary>
internal static class OfferWords
{
    public static Packaging Packaging(string text)
    {
        var word = OfferColumns.Key(text);
        return word switch
        {
            "" => Offers.Packaging.Unknown,
            _ when Has(word, "DIGIREEL", "MOUSEREEL", "CUSTOMREEL", "REREEL", "REREELED", "REELEDCUTTAPE", "CUTTAPEONREEL") => Offers.Packaging.CustomReel,
            "CT" or "CUTTAPES" or "STRIP" or "TAPECUT" => Offers.Packaging.CutTape,
            _ when Has(word, "CUTTAPE", "CUTSTRIP", "TAPEDCUT") => Offers.Packaging.CutTape,
            "TR" or "TNR" or "RL" or "RL1" or "RLL" or "REELS" => Offers.Packaging.Reel,
            _ when Has(word, "REEL", "TAPEBOX") && !Has(word, "AMMO") => Offers.Packaging.Reel,
            "TB" => Offers.Packaging.AmmoPack,
            _ when Has(word, "AMMO", "FANFOLD", "TAPEANDBOX") => Offers.Packaging.AmmoPack,
            _ when Has(word, "TUBE", "STICK", "RAIL") => Offers.Packaging.Tube,
            _ when Has(word, "TRAY") => Offers.Packaging.Tray,
            _ when Has(word, "BULK", "BAG", "BOX", "LOOSE", "EACH", "PACK", "CARTON", "RETAIL") => Offers.Packaging.Bulk,
            _ => Offers.Packaging.Unknown,
        };
    }

    public static Lifecycle Lifecycle(string text)
    {
        var word = OfferColumns.Key(text);
        return word switch
        {
            "" => Offers.Lifecycle.Unknown,
            _ when Has(word, "NRND", "NOTRECOMMENDED", "NOTFORNEW") => Offers.Lifecycle.NotRecommended,
            "EOL" or "LTB" or "LASTBUY" => Offers.Lifecycle.EndOfLife,
            _ when Has(word, "ENDOFLIFE", "LASTTIMEBUY", "LASTTIMEORDER", "DISCONTINUATIONNOTICE", "FACTORYSPECIALORDER") => word.Contains("FACTORYSPECIAL", StringComparison.Ordinal) ? Offers.Lifecycle.Unknown : Offers.Lifecycle.EndOfLife,
            _ when Has(word, "OBSOLETE", "DISCONTINUED", "NOLONGERMANUFACTURED", "NOLONGERSTOCKED", "WITHDRAWN", "INACTIVE") => Offers.Lifecycle.Obsolete,
            _ when Has(word, "PREVIEW", "PRERELEASE", "PRELIMINARY", "COMINGSOON") => Offers.Lifecycle.Preview,
            _ when Has(word, "ACTIVE", "PRODUCTION", "NEWPRODUCT", "NEWATMOUSER", "STOCKED") => Offers.Lifecycle.Active,
            _ => Offers.Lifecycle.Unknown,
        };
    }

    public static SupplyChannel Channel(string text)
    {
        var word = OfferColumns.Key(text);
        return word switch
        {
            "" => SupplyChannel.Unknown,
            "NO" or "N" or "FALSE" => SupplyChannel.Independent,
            "YES" or "Y" or "TRUE" => SupplyChannel.Franchised,
            _ when Has(word, "BROKER", "INDEPENDENT", "MARKETPLACE", "OPENMARKET", "NONFRANCHISED", "UNAUTHORI", "NONAUTHORI", "NOTAUTHORI", "GREY", "GRAY") => SupplyChannel.Independent,
            _ when Has(word, "FRANCHISED", "AUTHORI", "MANUFACTURER", "DIRECT", "FACTORY") => SupplyChannel.Franchised,
            _ => SupplyChannel.Unknown,
        };
    }

    /// <summary>Pieces, also in thousands (<c>3K</c>, <c>1.5 k</c>); null when there is no number.</summary>
    public static long? Pieces(string text)
    {
        var word = text.Trim();
        if (word.Length is > 1 and < 20 && word[^1] is 'k' or 'K' && decimal.TryParse(word[..^1].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var thousands) && thousands < 1_000_000m)
            return (long)(thousands * 1000m);
        return NumberColumn.Whole(word);
    }

    /// <summary>Pieces on hand: words for none, and what is owed already, are 0; null when nothing is said.</summary>
    public static long? Stock(string text)
    {
        var word = OfferColumns.Key(text);
        if (text.TrimStart().StartsWith('-') && word.Any(char.IsAsciiDigit)) return 0;
        return Pieces(text) ?? (Has(word, "OUTOFSTOCK", "NOSTOCK", "SOLDOUT", "NOTINSTOCK", "NONE", "BACKORDER", "AUSVERKAUFT", "NICHTAUFLAGER") ? 0 : null);
    }

    /// <summary>Calendar days; of a range the longest. Without a unit in the cell that of the heading holds, else days.</summary>
    public static int? LeadTimeDays(string cell, string heading)
    {
        if (cell.Length is 0 or > 60) return null;
        var last = cell.LastIndexOfAny(['-', '–', '…']);
        if (((last > 0 ? NumberColumn.Whole(cell[(last + 1)..]) : null) ?? NumberColumn.Whole(cell)) is not { } number) return null;
        var unit = Unit(cell) ?? Unit(heading) ?? 1;
        return number * unit is var days && days is >= 0 and <= 3650 ? (int)days : null;
    }

    private static int? Unit(string text)
    {
        foreach (var word in text.ToUpperInvariant().Split([' ', '(', ')', '.', '-', '–', '/', '_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "W" or "WK" or "WKS" or "KW" || Has(word, "WEEK", "WOCHE")) return 7;
            if (word is "M" or "MO" or "MOS" || Has(word, "MONTH", "MONAT")) return 30;
            if (word is "D" or "DAY" or "DAYS" or "TAGE" || Has(word, "TAGE")) return 1;
        }
        return null;
    }

    public static bool? YesNo(string text) => OfferColumns.Key(text) switch
    {
        "YES" or "Y" or "TRUE" or "X" or "NCNR" or "1" or "JA" => true,
        "NO" or "N" or "FALSE" or "0" or "NEIN" => false,
        _ => null,
    };

    /// <summary>Digits and points of a tariff classification with at least four digits; null when there are none.</summary>
    public static string? TariffCode(string? text)
    {
        var code = new string([.. (text ?? "").Take(40).Where(c => char.IsAsciiDigit(c) || c == '.')]).Trim('.');
        return code.Count(char.IsAsciiDigit) is >= 4 and <= 12 ? code : null;
    }

    /// <summary>ISO 3166-1 alpha-2 of a country written as code or by its name; null when it is neither.</summary>
    public static string? Country(string? text) => Countries.Find(text);

    private static bool Has(string word, params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
        {
            if (word.Contains(stem, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
