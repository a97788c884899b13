using System.ComponentModel;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Webhooks;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>Addresses that are told what happens.</summary>
internal static class WebhooksApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/webhooks", ListAsync).Needs(Permission.Administer).WithTags("Webhooks").Says("listWebhooks", "List webhooks", "The whole list.").Gives<Page<WebhookAnswer>>();
        api.MapPost("/webhooks", AddAsync).Needs(Permission.Administer).WithTags("Webhooks")
            .Says("addWebhook", "Add a webhook", SignatureWords, new NewWebhook("https://erp.example.com/turnkey")).Gives<AddedWebhook>(StatusCodes.Status201Created);
        api.MapDelete("/webhooks/{id:guid}", RemoveAsync).Needs(Permission.Administer).WithTags("Webhooks").Says("removeWebhook", "Remove a webhook", "What was not sent yet is not sent.").GivesNothing();
        api.MapGet("/webhooks/{id:guid}/deliveries", DeliveriesAsync).Needs(Permission.Administer).WithTags("Webhooks").Says("listDeliveries", "List what was told to a webhook", "Newest first, with what went wrong.").Gives<Page<DeliveryAnswer>>();
    }

    private const string SignatureWords =
        "Every notice of your organisation is posted there as JSON with id, kind, at, text and link. The header Turnkey-Signature holds 't=<seconds since 1970>,v1=<hex>': HMAC-SHA256 of '<t>.<body>' with the secret, " +
        "as this answer shows it once. Hold the signature against your own, and refuse what is older than five minutes. Turnkey-Delivery is the same when a message is sent again. What is not answered with 2xx within 15 seconds " +
        "is sent again after 10 s, 1 min, 5 min, 30 min, 2 h, 6 h, 12 h, 24 h and 28 h. Redirects are not followed, and private addresses not called unless the installation allows it.";

    private static async Task<IResult> ListAsync(HttpContext context, EditWebhooks webhooks, CancellationToken cancel) =>
        Answers.Json(Page<WebhookAnswer>.Whole((await webhooks.ListAsync(context.Actor(), cancel)).Select(WebhookAnswer.Of)));

    private static async Task<IResult> AddAsync(HttpContext context, EditWebhooks webhooks, NewWebhook content, CancellationToken cancel) =>
        (await webhooks.AddAsync(context.Actor(), content.Url, cancel)).Answer(made => Answers.Created(context, "/webhooks", new AddedWebhook(WebhookAnswer.Of(made.Row), made.Secret)));

    private static async Task<IResult> RemoveAsync(HttpContext context, EditWebhooks webhooks, Guid id, CancellationToken cancel) =>
        (await webhooks.RemoveAsync(context.Actor(), id, cancel)).Answer(_ => Results.NoContent());

    private static Task<IResult> DeliveriesAsync(HttpContext context, EditWebhooks webhooks, Guid id, [AsParameters] PageQuery page, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => webhooks.DeliveriesAsync(context.Actor(), id, count, after?.Id, cancel), row => new Position("-", row.Id), DeliveryAnswer.Of);
}

internal sealed record NewWebhook([property: Description("Where to post, by https.")] string Url);

internal sealed record WebhookAnswer(Guid Id, string Url, DateTimeOffset Created)
{
    public static WebhookAnswer Of(WebhookRow row) => new(row.Id, row.Url, row.CreatedAt);
}

/// <param name="Secret">What messages are signed with; it is shown this once.</param>
internal sealed record AddedWebhook(WebhookAnswer Webhook, string Secret);

/// <param name="Next">When it is tried next; null when it was delivered or given up.</param>
internal sealed record DeliveryAnswer(Guid Id, string Event, int Attempts, DateTimeOffset? Delivered, DateTimeOffset? Next, string Error)
{
    public static DeliveryAnswer Of(WebhookDeliveryRow row) => new(row.Id, row.Event, row.Attempts, row.DeliveredAt, row.DeliveredAt is null && row.NextAt < DateTimeOffset.MaxValue ? row.NextAt : null, row.Error);
}
