using System.Collections.Immutable;
using System.ComponentModel;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Server.Access;
using Turnkey.Server.Requests;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Requests for quotation: the customer's, and, as far as it was shown to them, the manufacturers'.</summary>
internal static class RfqsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rfqs", ListAsync).Needs(Permission.Read).WithTags("RFQs")
            .Says("listRfqs", "List requests", "Your own, and those you were asked; last changed first.").Gives<Page<RfqLine>>();
        api.MapPost("/rfqs", BeginAsync).Needs(Permission.Request).WithTags("RFQs")
            .Says("beginRfq", "Begin a request", "It is a draft that nobody else sees, until it is sent.", new NewRfq("Sensor node, revision C")).Gives<Rfq>(StatusCodes.Status201Created);
        api.MapGet("/rfqs/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("RFQs")
            .Says("readRfq", "Read a request", "As you may see it: a manufacturer sees the revisions that were shown to it, and the design once it fulfils the conditions.").Gives<RfqAnswer>();
        api.MapPut("/rfqs/{id:guid}/content", WriteAsync).Needs(Permission.Request).WithTags("RFQs")
            .Says("writeRfq", "Write what is asked for", "Replaces the revision that was not sent yet. Send the ETag you read as If-Match.", RfqContent.Example).Gives<Rfq>();
        api.MapPut("/rfqs/{id:guid}/gates", GuardAsync).Needs(Permission.Request).WithTags("RFQs")
            .Says("guardRfq", "Set the conditions", "What a manufacturer has to fulfil before it sees the design; only before the request is sent first. Send the ETag you read as If-Match.",
                new GatesContent([new Gate.Nda("NDA 2026", "The parties keep to themselves …"), new Gate.CertificationHeld(Standards.Iso9001)])).Gives<Rfq>();
        api.MapPost("/rfqs/{id:guid}/revisions", ReviseAsync).Needs(Permission.Request).WithTags("RFQs")
            .Says("reviseRfq", "Begin the next revision", "A copy of the last one, to be written and sent.").Gives<Rfq>(StatusCodes.Status201Created);
        api.MapGet("/rfqs/{id:guid}/differences", DifferencesAsync).Needs(Permission.Read).WithTags("RFQs")
            .Says("compareRevisions", "Compare two revisions", "Field by field, among the revisions you may see.").Gives<RevisionDifferences>();
        api.MapPost("/rfqs/{id:guid}/send", SendAsync).Needs(Permission.Request).WithTags("RFQs")
            .Says("sendRfq", "Send to manufacturers", "Sends the revision that is being written; sending again shows it to more manufacturers.", new SendContent([new Guid("01978a6e-0000-7000-8000-000000000001")])).Gives<Rfq>();
        api.MapPost("/rfqs/{id:guid}/close", CloseAsync).Needs(Permission.Buy).WithTags("RFQs")
            .Says("closeRfq", "Close without an award", "Offers that are open are declined.").Gives<Rfq>();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, [Description("Only draft, sent, awarded or closed ones.")] string? state, CancellationToken cancel)
    {
        RfqState? wanted = null;
        if (state is { Length: > 0 })
        {
            if (!Enum.TryParse<RfqState>(state, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)) return Task.FromResult(Problems.Of(new Refusal("rfq.state", "states are draft, sent, awarded and closed")));
            wanted = parsed;
        }
        return page.AnswerAsync((count, after) => ReadRequests.ListAsync(store, context.Actor(), count, after?.Time, wanted, cancel), line => Position.Of(line.UpdatedAt, line.Id), line => RfqLine.Of(line, context.Actor()));
    }

    private static async Task<IResult> BeginAsync(HttpContext context, Store store, NewRfq content, CancellationToken cancel) =>
        (await BeginRequest.RunAsync(store, context.Actor(), content.Title, cancel)).Answer(rfq => Answers.Created(context, $"/rfqs/{rfq.Id}", rfq));

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadRequests.OneAsync(store, context.Actor(), id, cancel) is { } detail
            ? Answers.Tagged(context, RfqAnswer.Of(detail), detail.View.Mine ? detail.Version : 0)
            : Problems.Of(Refusal.NotFound("request"));

    private static async Task<IResult> WriteAsync(HttpContext context, Store store, Guid id, RfqContent content, CancellationToken cancel) =>
        Answers.ExpectedVersion(context.Request).TryGet(out var version, out var why)
            ? (await WriteRequest.ContentAsync(store, context.Actor(), id, content.Read(), version, cancel)).Answer(rfq => rfq)
            : Problems.Of(why);

    private static async Task<IResult> GuardAsync(HttpContext context, Store store, Guid id, GatesContent content, CancellationToken cancel) =>
        Answers.ExpectedVersion(context.Request).TryGet(out var version, out var why)
            ? (await WriteRequest.GatesAsync(store, context.Actor(), id, content.Gates, version, cancel)).Answer(rfq => rfq)
            : Problems.Of(why);

    private static async Task<IResult> ReviseAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await WriteRequest.ReviseAsync(store, context.Actor(), id, cancel)).Answer(rfq => Answers.Created(context, $"/rfqs/{id}", rfq));

    private static async Task<IResult> SendAsync(HttpContext context, Store store, Guid id, SendContent content, CancellationToken cancel) =>
        (await SendRequest.RunAsync(store, context.Actor(), id, content.Manufacturers, cancel)).Answer(rfq => rfq);

    private static async Task<IResult> CloseAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await CloseRequest.RunAsync(store, context.Actor(), id, cancel)).Answer(rfq => rfq);

    private static async Task<IResult> DifferencesAsync(HttpContext context, Store store, Guid id, [Description("Number of the earlier revision.")] int from, [Description("Number of the later revision.")] int to, CancellationToken cancel)
    {
        if (await ReadRequests.OneAsync(store, context.Actor(), id, cancel) is not { } detail) return Problems.Of(Refusal.NotFound("request"));
        var (before, after) = (detail.Request.Revisions.FirstOrDefault(one => one.Number == from), detail.Request.Revisions.FirstOrDefault(one => one.Number == to));
        return before is null || after is null ? Problems.Of(Refusal.NotFound("revision")) : Answers.Json(new RevisionDifferences(from, to, RevisionDifference.Between(before, after)));
    }
}

internal sealed record NewRfq(string Title);

internal sealed record GatesContent(ImmutableArray<Gate> Gates);

/// <param name="Manufacturers">Identifiers of their organisations.</param>
internal sealed record SendContent(ImmutableArray<Guid> Manufacturers);

internal sealed record RevisionDifferences(int From, int To, ImmutableArray<RevisionChange> Changes);

/// <summary>A line of the list.</summary>
/// <param name="Invited">Manufacturers that were asked; null for who is asked.</param>
/// <param name="Offers">Open offers that you may see.</param>
internal sealed record RfqLine(Guid Id, string Number, string Title, RfqState State, Guid Customer, string CustomerName, DateTimeOffset Updated, DateOnly? AnswersDue, int? Invited, int Offers, int OpenQuestions)
{
    public static RfqLine Of(RequestLine line, Actor viewer) =>
        new(line.Id, line.Number, line.Title, line.State, line.CustomerId, line.Customer, line.UpdatedAt, line.AnswersDue, line.CustomerId == viewer.Organisation ? line.Invited : null, line.Offers, line.OpenQuestions);
}

/// <summary>A request as the viewer may see it.</summary>
/// <param name="Mine">You are the customer.</param>
/// <param name="DesignOpen">You may open the design.</param>
/// <param name="ClosedGates">Conditions that you do not fulfil yet; empty for the customer.</param>
/// <param name="Invitations">Whom it was sent to, for the customer; for a manufacturer its own invitation.</param>
/// <param name="Missing">What a quote still needs; null for a manufacturer.</param>
/// <param name="Facts">What was found in the package; null while it was not read or may not be seen.</param>
internal sealed record RfqAnswer(Rfq Request, bool Mine, string CustomerName, bool DesignOpen, ImmutableArray<ClosedGateAnswer> ClosedGates, ImmutableArray<Invitation> Invitations, ImmutableArray<MissingItem>? Missing, PackageFacts? Facts)
{
    public static RfqAnswer Of(RequestDetail detail) => new(
        detail.Request, detail.View.Mine, detail.Customer?.Name ?? "", detail.View.DesignOpen,
        [.. (detail.View.Gates?.Closed ?? []).Select(one => new ClosedGateAnswer(one.Gate.Key, one.Why))],
        detail.Invitations, detail.View.Mine ? detail.Completeness.Missing : null, detail.View.DesignOpen ? detail.Facts : null);
}

/// <param name="Gate">What an acceptance names.</param>
internal sealed record ClosedGateAnswer(string Gate, string Why);
