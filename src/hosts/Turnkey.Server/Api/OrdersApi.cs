using System.Collections.Immutable;
using System.ComponentModel;
using Turnkey.Contracts;
using Turnkey.Contracts.Orders;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Orders;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Purchase orders: placed and cancelled by the customer, acknowledged or refused by the manufacturer.</summary>
internal static class OrdersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", ListAsync).Needs(Permission.Read).WithTags("Orders")
            .Says("listOrders", "List orders", "Last changed first.").Gives<Page<OrderLineAnswer>>();
        api.MapPost("/offers/{id:guid}/orders", PlaceAsync).Needs(Permission.Buy).WithTags("Orders")
            .Says("placeOrder", "Order", "Against an offer that was awarded, at its price for the quantity ordered.", new NewOrder([new OrderedLot(100, new DateOnly(2099, 6, 1))])).Gives<Order>(StatusCodes.Status201Created);
        api.MapGet("/orders/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("Orders")
            .Says("readOrder", "Read an order").Gives<OrderAnswer>();
        api.MapPost("/orders/{id:guid}/acknowledge", AcknowledgeAsync).Needs(Permission.Sell).WithTags("Orders")
            .Says("acknowledgeOrder", "Acknowledge an order", "With a day for each lot. Later days than were asked for the customer has to accept.", new AcknowledgementContent("SO-3318", [new DateOnly(2099, 6, 1)])).Gives<Order>();
        api.MapPost("/orders/{id:guid}/refuse", RefuseAsync).Needs(Permission.Sell).WithTags("Orders")
            .Says("refuseOrder", "Refuse an order", example: new ReasonContent("the controller is not to be had before autumn")).Gives<Order>();
        api.MapPost("/orders/{id:guid}/accept-change", AcceptAsync).Needs(Permission.Buy).WithTags("Orders")
            .Says("acceptOrderChange", "Accept the days that the manufacturer proposed").Gives<Order>();
        api.MapPost("/orders/{id:guid}/cancel", CancelAsync).Needs(Permission.Buy).WithTags("Orders")
            .Says("cancelOrder", "Cancel an order", example: new ReasonContent("the product was discontinued")).Gives<Order>();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadOrders.ListAsync(store, context.Actor(), count, after?.Time, cancel), line => Position.Of(line.UpdatedAt, line.Order.Id), line => new OrderLineAnswer(line.Order, line.Order.Total, line.UpdatedAt, line.Title, line.Manufacturer, line.Customer));

    private static async Task<IResult> PlaceAsync(HttpContext context, Store store, Guid id, NewOrder content, CancellationToken cancel) =>
        (await PlaceOrder.RunAsync(store, context.Actor(), id, content.Number, content.Lots, content.DeliverTo, content.Note, cancel)).Answer(order => Answers.Created(context, $"/orders/{order.Id}", order));

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadOrders.OneAsync(store, context.Actor(), id, cancel) is { } detail
            ? Answers.Tagged(context, new OrderAnswer(detail.Order, detail.Order.Total, detail.RequestNumber, detail.Title, detail.Customer?.Name ?? "", detail.Manufacturer?.Name ?? ""), detail.Version)
            : Problems.Of(Refusal.NotFound("order"));

    private static async Task<IResult> AcknowledgeAsync(HttpContext context, Store store, Guid id, AcknowledgementContent content, CancellationToken cancel) =>
        (await AnswerOrder.AcknowledgeAsync(store, context.Actor(), id, content.Number, content.Days, content.Note, cancel)).Answer(order => order);

    private static async Task<IResult> RefuseAsync(HttpContext context, Store store, Guid id, ReasonContent content, CancellationToken cancel) =>
        (await AnswerOrder.RefuseAsync(store, context.Actor(), id, content.Reason, cancel)).Answer(order => order);

    private static async Task<IResult> AcceptAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await AnswerOrder.AcceptChangeAsync(store, context.Actor(), id, cancel)).Answer(order => order);

    private static async Task<IResult> CancelAsync(HttpContext context, Store store, Guid id, ReasonContent content, CancellationToken cancel) =>
        (await AnswerOrder.CancelAsync(store, context.Actor(), id, content.Reason, cancel)).Answer(order => order);
}

internal sealed record NewOrder(
    ImmutableArray<OrderedLot> Lots,
    [property: Description("Your number; empty for the next of your series.")] string Number = "",
    [property: Description("Empty for your organisation's address.")] string DeliverTo = "",
    string Note = "");

/// <param name="Number">The manufacturer's own.</param>
/// <param name="Days">Of each lot, in the order of the lots.</param>
internal sealed record AcknowledgementContent(string Number, ImmutableArray<DateOnly> Days, string Note = "");

internal sealed record OrderLineAnswer(Order Order, decimal Total, DateTimeOffset Updated, string Title, string Manufacturer, string Customer);

internal sealed record OrderAnswer(Order Order, decimal Total, string RequestNumber, string Title, string Customer, string Manufacturer);
