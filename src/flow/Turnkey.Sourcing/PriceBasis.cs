namespace Turnkey.Sourcing;

/// <summary>What a price rests on, from the firmest to nothing.</summary>
public enum PriceBasis
{
    /// <summary>A named supplier's offer with a date.</summary>
    Offer,
    /// <summary>A list without a date, the customer's stated price, or a rate that the plant itself has set.</summary>
    PriceList,
    /// <summary>Reckoned from a class, a formula or an assumed figure; has a low and a high value.</summary>
    Estimate,
    /// <summary>No price: counted and named, never taken as zero silently.</summary>
    None,
}
