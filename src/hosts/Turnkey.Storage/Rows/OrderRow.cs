using Turnkey.Contracts;
using Turnkey.Contracts.Orders;

namespace Turnkey.Storage.Rows;

/// <summary>A purchase order.</summary>
public sealed class OrderRow
{
    public Guid Id { get; set; }

    public string Number { get; set; } = "";

    public Guid RfqId { get; set; }

    public Guid OfferId { get; set; }

    public Guid CustomerId { get; set; }

    public Guid ManufacturerId { get; set; }

    public OrderState State { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string Body { get; set; } = "";

    public int Version { get; set; }

    public Order Read() => ContractJson.Read<Order>(Body);

    public void Write(Order order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        (Id, Number, RfqId, OfferId, CustomerId, ManufacturerId, State, PlacedAt, UpdatedAt) = (order.Id, order.Number, order.Rfq, order.Offer, order.Customer, order.Manufacturer, order.State, order.Placed, at);
        Body = ContractJson.Write(order);
        Version++;
    }
}
