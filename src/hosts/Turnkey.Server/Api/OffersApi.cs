using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using Turnkey.Contracts;
using Turnkey.Contracts.Offers;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Offers;
using Turnkey.Server.Orders;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Offers: written, sent and withdrawn by manufacturers, countered and awarded by customers. The cost sheet behind one is its manufacturer's own.</summary>
internal static class OffersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/offers", ListAsync).Needs(Permission.Read).WithTags("Offers")
            .Says("listOffers", "List offers", "Those you made and those you got, newest first.").Gives<Page<OfferLineAnswer>>();
        api.MapPost("/rfqs/{id:guid}/offers", BeginAsync).Needs(Permission.Estimate).WithTags("Offers")
            .Says("beginOffer", "Begin an offer", "The next version, as a draft that only you see; with a finished quote job, from what it reckoned.", new NewOffer()).Gives<Offer>(StatusCodes.Status201Created);
        api.MapGet("/offers/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("Offers")
            .Says("readOffer", "Read an offer", "With the counter-offers made to it.").Gives<OfferAnswer>();
        api.MapPost("/offers/{id:guid}/versions", AgainAsync).Needs(Permission.Estimate).WithTags("Offers")
            .Says("reviseOffer", "Begin the next version of an offer", "A copy of one that was sent, with its papers, as a draft; a counter-offer of the customer may be its reason.", new NextVersion()).Gives<Offer>(StatusCodes.Status201Created);
        api.MapPut("/offers/{id:guid}/content", WriteAsync).Needs(Permission.Estimate).WithTags("Offers")
            .Says("writeOffer", "Write an offer", "While it is a draft. Send the ETag you read as If-Match. For which revision it is, and which papers go with it, does not change.", ExampleContent).Gives<Offer>();
        api.MapPost("/offers/{id:guid}/send", (HttpContext context, Store store, Guid id, CancellationToken cancel) => DoAsync(WriteOffer.SendAsync(store, context.Actor(), id, cancel)))
            .Needs(Permission.Sell).WithTags("Offers").Says("sendOffer", "Send an offer", "From then on it never changes; a former version of yours is superseded.").Gives<Offer>();
        api.MapPost("/offers/{id:guid}/withdraw", (HttpContext context, Store store, Guid id, CancellationToken cancel) => DoAsync(WriteOffer.WithdrawAsync(store, context.Actor(), id, cancel)))
            .Needs(Permission.Sell).WithTags("Offers").Says("withdrawOffer", "Withdraw an offer").Gives<Offer>();
        api.MapPut("/offers/{id:guid}/open-book", OpenBookAsync).Needs(Permission.Sell).WithTags("Offers")
            .Says("openBook", "Open or close the book", "Whether the customer of this offer may read its cost sheet.", new OpenBookContent(false)).Gives<Offer>();
        api.MapGet("/offers/{id:guid}/cost-sheet", CostSheetAsync).Needs(Permission.Read).WithTags("Offers")
            .Says("readCostSheet", "Read a cost sheet", "The manufacturer's own; the customer's only where the book was opened.").Gives<CostSheetAnswer>();
        api.MapPost("/offers/{id:guid}/counter-offers", CounterAsync).Needs(Permission.Buy).WithTags("Offers")
            .Says("counterOffer", "Make a counter-offer", example: new NewCounterOffer(500, 11.90m, 20, "with the frame order of 4,000 a year")).Gives<CounterOffer>(StatusCodes.Status201Created);
        api.MapPost("/offers/{id:guid}/award", (HttpContext context, Store store, Guid id, CancellationToken cancel) => DoAsync(PlaceOrder.AwardAsync(store, context.Actor(), id, cancel)))
            .Needs(Permission.Buy).WithTags("Offers").Says("awardOffer", "Take an offer", "The other open ones of the request are declined. Ordering is the next step.").Gives<Offer>();
    }

    private static OfferContent ExampleContent { get; } = new()
    {
        Currency = "EUR",
        Prices = [new OfferPrice(100, 14.25m, 480m, 15, 22)],
        ValidUntil = new DateOnly(2099, 12, 31),
        Assumptions = ["Parts bought as listed on the day of the offer."],
        Terms = "FCA Tartu, Incoterms 2020; 30 days net",
    };

    private static async Task<IResult> DoAsync(Task<Decision<Offer>> decision) => (await decision).Answer(offer => offer);

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadOffers.ListAsync(store, context.Actor(), count, after?.Time, cancel), line => Position.Of(line.CreatedAt, line.Offer.Id), line => new OfferLineAnswer(line.Offer, line.Request, line.Manufacturer, line.Customer));

    private static async Task<IResult> BeginAsync(HttpContext context, Store store, Guid id, NewOffer content, CancellationToken cancel) =>
        (await WriteOffer.BeginAsync(store, context.Actor(), id, content.Job, content.Answers, cancel)).Answer(offer => Answers.Created(context, $"/offers/{offer.Id}", offer));

    private static async Task<IResult> AgainAsync(HttpContext context, Store store, Guid id, NextVersion content, CancellationToken cancel) =>
        (await WriteOffer.AgainAsync(store, context.Actor(), id, content.Answers, cancel)).Answer(offer => Answers.Created(context, $"/offers/{offer.Id}", offer));

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadOffers.OneAsync(store, context.Actor(), id, cancel) is { } detail
            ? Answers.Tagged(context, new OfferAnswer(detail.Offer, detail.RequestNumber, detail.RequestTitle, detail.Manufacturer?.Name ?? "", detail.Counters, detail.Sheet is not null), detail.Version)
            : Problems.Of(Refusal.NotFound("offer"));

    private static async Task<IResult> WriteAsync(HttpContext context, Store store, Guid id, OfferContent content, CancellationToken cancel) =>
        Answers.ExpectedVersion(context.Request).TryGet(out var version, out var why)
            ? (await WriteOffer.ContentAsync(store, context.Actor(), id, content, version, cancel)).Answer(offer => offer)
            : Problems.Of(why);

    private static async Task<IResult> OpenBookAsync(HttpContext context, Store store, Guid id, OpenBookContent content, CancellationToken cancel) =>
        await DoAsync(WriteOffer.OpenBookAsync(store, context.Actor(), id, content.Open, cancel));

    private static async Task<IResult> CostSheetAsync(HttpContext context, Store store, Guid id, CancellationToken cancel)
    {
        if (await ReadOffers.OneAsync(store, context.Actor(), id, cancel) is not { Sheet: { } sheet }) return Problems.Of(Refusal.NotFound("cost sheet"));
        using var body = JsonDocument.Parse(sheet.Body);
        return Answers.Tagged(context, new CostSheetAnswer(id, sheet.OpenBook, body.RootElement.Clone()));
    }

    private static async Task<IResult> CounterAsync(HttpContext context, Store store, Guid id, NewCounterOffer content, CancellationToken cancel) =>
        (await CounterAnOffer.RunAsync(store, context.Actor(), id, content.Quantity, content.UnitPrice, content.LeadDays, content.Note, cancel)).Answer(made => Answers.Created(context, $"/offers/{id}", made));
}

internal sealed record NewOffer(
    [property: Description("A finished quote job of yours on this revision; null to write the offer by hand.")] Guid? Job = null,
    [property: Description("The counter-offer that it answers.")] Guid? Answers = null);

internal sealed record NextVersion([property: Description("The counter-offer that it answers.")] Guid? Answers = null);

internal sealed record OpenBookContent(bool Open);

internal sealed record NewCounterOffer(
    int Quantity,
    [property: Description("Per product in the offer's currency; null when the price is not the point.")] decimal? UnitPrice = null,
    [property: Description("Working days; null when time is not the point.")] int? LeadDays = null,
    string Note = "");

internal sealed record OfferLineAnswer(Offer Offer, string Request, string Manufacturer, string Customer);

/// <param name="CostSheet">There is a cost sheet that you may read.</param>
internal sealed record OfferAnswer(Offer Offer, string RequestNumber, string RequestTitle, string Manufacturer, ImmutableArray<CounterOffer> CounterOffers, bool CostSheet);

/// <param name="Quantities">By quantity: price, breakdown, basis.</param>
internal sealed record CostSheetAnswer(Guid Offer, bool OpenBook, JsonElement Quantities);
