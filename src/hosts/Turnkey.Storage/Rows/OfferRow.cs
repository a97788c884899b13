using Turnkey.Contracts;
using Turnkey.Contracts.Offers;

namespace Turnkey.Storage.Rows;

/// <summary>An offer of a manufacturer. Once sent its body's content never changes.</summary>
public sealed class OfferRow
{
    public Guid Id { get; set; }

    public Guid RfqId { get; set; }

    public Guid CustomerId { get; set; }

    public Guid ManufacturerId { get; set; }

    /// <summary>Of this manufacturer for this request: 1, 2, 3 …</summary>
    public int Number { get; set; }

    public OfferState State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateOnly ValidUntil { get; set; }

    public string Body { get; set; } = "";

    public int Version { get; set; }

    public Offer Read() => ContractJson.Read<Offer>(Body);

    public void Write(Offer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        (Id, RfqId, CustomerId, ManufacturerId, Number, State, SentAt, ValidUntil) = (offer.Id, offer.Rfq, offer.Customer, offer.Manufacturer, offer.Version, offer.State, offer.Sent, offer.Content.ValidUntil);
        Body = ContractJson.Write(offer);
        Version++;
    }
}
