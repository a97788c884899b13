using Turnkey.Contracts;
using Turnkey.Contracts.Offers;

namespace Turnkey.Storage.Rows;

/// <summary>What the customer would take instead of an offer.</summary>
public sealed class CounterOfferRow
{
    public Guid Id { get; set; }

    public Guid OfferId { get; set; }

    public Guid RfqId { get; set; }

    public Guid CustomerId { get; set; }

    public Guid ManufacturerId { get; set; }

    public DateTimeOffset At { get; set; }

    public string Body { get; set; } = "";

    public CounterOffer Read() => ContractJson.Read<CounterOffer>(Body);

    public static CounterOfferRow Of(CounterOffer counter)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return new() { Id = counter.Id, OfferId = counter.Offer, RfqId = counter.Rfq, CustomerId = counter.Customer, ManufacturerId = counter.Manufacturer, At = counter.At, Body = ContractJson.Write(counter) };
    }
}
