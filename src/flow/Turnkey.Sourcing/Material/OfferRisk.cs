using Turnkey.Sourcing.Offers;

namespace Turnkey.Sourcing.Material;

/// <summary>The risks of an offer that a weight can count against it: each of them is one.</summary>
internal static class OfferRisk
{
    /// <summary>Independent seller; not recommended, ending or obsolete; non-cancellable; origin unknown.</summary>
    public static int Count(Offer offer) =>
        (offer.Channel == SupplyChannel.Independent ? 1 : 0)
        + (offer.Lifecycle is Lifecycle.NotRecommended or Lifecycle.EndOfLife or Lifecycle.Obsolete ? 1 : 0)
        + (offer.NonCancellable == true ? 1 : 0)
        + (offer.Origin is null ? 1 : 0);
}
