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
