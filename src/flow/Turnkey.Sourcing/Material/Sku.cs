using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Offers;
using Turnkey.Sourcing.Scrub.Makers;

namespace Turnkey.Sourcing.Material;

/// <summary>The pieces that a seller keeps under one order code; where an offer has no code, those of one maker's number in one packaging.</summary>
/// <param name="Seller">One name for all spellings.</param>
/// <param name="Code">The order code, or maker, number and packaging.</param>
internal readonly record struct Sku(string Seller, string Code)
{
    /// <summary>
    /// The pieces on stock behind an offer: packagings under which a seller states the same stock of one number (cut tape and a reel wound of it) are the same pieces.
    /// </summary>
    public static (string Seller, string Number, long? Stock) PiecesOf(Offer offer, OrderTermsTable suppliers) =>
        (suppliers.NameOf(offer.Supplier), offer.Mpn is { } mpn ? $"{Maker(offer.Manufacturer)}\n{mpn.Key}" : offer.SupplierCode?.Key ?? "", offer.Stock);

    /// <param name="offer">With an order code or a part number.</param>
    /// <param name="suppliers">Tells spellings of one seller together.</param>
    public static Sku Of(Offer offer, OrderTermsTable suppliers) => new(suppliers.NameOf(offer.Supplier),
        offer.SupplierCode is { } code ? code.Key : $"{Maker(offer.Manufacturer)}\n{offer.Mpn?.Key}\n{offer.Packaging}");

    private static string Maker(string? name) => string.IsNullOrWhiteSpace(name) ? "" : MakerDirectory.Default.Find(name)?.Canonical ?? name.Trim().ToUpperInvariant();
}
