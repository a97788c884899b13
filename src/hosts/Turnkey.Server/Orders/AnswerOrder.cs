using System.Collections.Immutable;
using Turnkey.Contracts;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Orders;

/// <summary>What either side does with an order that was placed.</summary>
internal static class AnswerOrder
{
    public static Task<Decision<Order>> AcknowledgeAsync(Store store, Actor actor, Guid id, string number, ImmutableArray<DateOnly> days, string note, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Sell, byManufacturer: true, "order.acknowledged",
            (writing, order) => days.Any(day => day < writing.Today) ? new Refusal("order.past", "the days of delivery lie ahead") : order.Acknowledge(new Acknowledgement(number.Trim(), writing.At, actor.Name, days, note.Trim())),
            order => order.State == OrderState.Changed ? $"{order.Number} is acknowledged with other days; accept them or cancel" : $"{order.Number} is acknowledged", cancel);

    public static Task<Decision<Order>> RefuseAsync(Store store, Actor actor, Guid id, string reason, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Sell, byManufacturer: true, "order.refused", (_, order) => order.Refuse(reason), order => $"{order.Number} is refused: {order.Reason}", cancel);

    public static Task<Decision<Order>> AcceptChangeAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Buy, byManufacturer: false, "order.change-accepted", (_, order) => order.AcceptChange(), order => $"Your days for {order.Number} are accepted", cancel);

    public static Task<Decision<Order>> CancelAsync(Store store, Actor actor, Guid id, string reason, CancellationToken cancel = default) =>
        ChangeAsync(store, actor, id, Permission.Buy, byManufacturer: false, "order.cancelled", (_, order) => order.Cancel(reason), order => $"{order.Number} is cancelled: {order.Reason}", cancel);

    private static Task<Decision<Order>> ChangeAsync(Store store, Actor actor, Guid id, Permission permission, bool byManufacturer, string action, Func<Change, Order, Decision<Order>> change, Func<Order, string> words, CancellationToken cancel) =>
        store.WriteAsync<Order>(actor, async writing =>
        {
            if (actor.Lacks(permission) is { } refusal) return refusal;
            if (!(await writing.OrderAsync(id)).TryGet(out var row, out var why)) return why;
            if ((byManufacturer ? row.ManufacturerId : row.CustomerId) != actor.Organisation) return Refusal.NotAllowed(byManufacturer ? "only the manufacturer can do this" : "only the customer can do this");
            if (!change(writing, row.Read()).TryGet(out var order, out why)) return why;
            row.Write(order, writing.At);
            writing.Audit(action, $"order/{id}", new { order.Number, order.State });
            await writing.NotifyAsync(byManufacturer ? order.Customer : order.Manufacturer, action, words(order), $"/orders/{id}");
            return order;
        }, cancel);
}
