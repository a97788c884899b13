using System.Collections.Immutable;
using Turnkey.Kernel;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.Makers;

namespace Turnkey.Sourcing.Landing;

/// <summary>A part's origin as another supplier of the same part states it: likely the same, and not this offer's word.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Supplier">Who states it.</param>
/// <param name="Date">Of its offer; null when it is not dated.</param>
public sealed record StatedOrigin(string Country, string Supplier, DateOnly? Date)
{
    public override string ToString() => $"origin {Country} as {Supplier} states it{(Date is { } date ? $", {date:yyyy-MM-dd}" : "")}";
}

/// <summary>What suppliers state of the origins of parts, by maker and part number.</summary>
public sealed class StatedOrigins
{
    private readonly ILookup<PartNumber, Offer> byNumber;

    private StatedOrigins(ILookup<PartNumber, Offer> byNumber) => this.byNumber = byNumber;

    /// <param name="offers">All that are known.</param>
    public static StatedOrigins Of(ImmutableArray<Offer> offers) =>
        new(offers.Where(offer => offer is { Origin: not null, Mpn: not null, Manufacturer: not null }).ToLookup(offer => offer.Mpn!.Value));

    /// <summary>
    /// Null when the offer states its own origin, when it does not name its maker and number, and when nobody states one or two state different ones: the
    /// origin is then as unknown as before.
    /// </summary>
    public StatedOrigin? For(Offer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        if (offer is not { Origin: null, Mpn: { } mpn, Manufacturer: { } maker } || !byNumber.Contains(mpn) || Canonical(maker) is not { } own) return null;
        var stated = byNumber[mpn].Where(other => string.Equals(Canonical(other.Manufacturer!), own, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (stated.Length == 0 || stated.Any(other => other.Origin != stated[0].Origin)) return null;
        var latest = stated.OrderByDescending(other => other.Date?.Made).ThenBy(other => other.Supplier, StringComparer.Ordinal).First();
        return new(latest.Origin!, latest.Supplier, latest.Date?.Made);
    }

    private static string? Canonical(string maker) => MakerDirectory.Default.Find(maker)?.Canonical;
}
