using System.ComponentModel;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Questions;
using Turnkey.Server.Access;
using Turnkey.Server.Questions;
using Turnkey.Storage;

namespace Turnkey.Server.Api;

/// <summary>Open points between the customer and one manufacturer at a time.</summary>
internal static class QuestionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/questions", (HttpContext context, Store store, [AsParameters] PageQuery page, string? state, CancellationToken cancel) => ListAsync(context, store, null, page, state, cancel))
            .Needs(Permission.Read).WithTags("Questions").Says("listQuestions", "List questions", "Of all requests, last said first.").Gives<Page<Question>>();
        api.MapGet("/rfqs/{id:guid}/questions", (HttpContext context, Store store, Guid id, [AsParameters] PageQuery page, string? state, CancellationToken cancel) => ListAsync(context, store, id, page, state, cancel))
            .Needs(Permission.Read).WithTags("Questions").Says("listRfqQuestions", "List questions of a request").Gives<Page<Question>>();
        api.MapPost("/rfqs/{id:guid}/questions", AskAsync).Needs(Permission.Converse).WithTags("Questions")
            .Says("ask", "Ask", "A manufacturer asks the customer; the customer names the manufacturer it asks.", new NewQuestion(1, "Is the finish of the edge connector hard gold?")).Gives<Question>(StatusCodes.Status201Created);
        api.MapGet("/questions/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("Questions")
            .Says("readQuestion", "Read a question").Gives<Question>();
        api.MapPost("/questions/{id:guid}/remarks", SayAsync).Needs(Permission.Converse).WithTags("Questions")
            .Says("say", "Answer, or add to a question", example: new RemarkContent("Hard gold, 0.8 µm.")).Gives<Question>(StatusCodes.Status201Created);
        api.MapPost("/questions/{id:guid}/close", CloseAsync).Needs(Permission.Converse).WithTags("Questions")
            .Says("closeQuestion", "Close a question").Gives<Question>();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, Guid? rfq, PageQuery page, string? state, CancellationToken cancel)
    {
        QuestionState? wanted = null;
        if (state is { Length: > 0 })
        {
            if (!Enum.TryParse<QuestionState>(state, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)) return Task.FromResult(Problems.Of(new Refusal("question.state", "states are open, answered and closed")));
            wanted = parsed;
        }
        return page.AnswerAsync((count, after) => ReadQuestions.ListAsync(store, context.Actor(), rfq, wanted, count, after?.Time, cancel), one => Position.Of(one.At, one.Question.Id), one => one.Question);
    }

    private static async Task<IResult> AskAsync(HttpContext context, Store store, Guid id, NewQuestion content, CancellationToken cancel) =>
        (await Converse.AskAsync(store, context.Actor(), id, content.Manufacturer, content.Revision, content.Subject, content.Query, content.Proposal, cancel))
            .Answer(made => Answers.Created(context, $"/questions/{made.Id}", made));

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadQuestions.OneAsync(store, context.Actor(), id, cancel) is { } found ? Answers.Tagged(context, found.Question, found.Version) : Problems.Of(Refusal.NotFound("question"));

    private static async Task<IResult> SayAsync(HttpContext context, Store store, Guid id, RemarkContent content, CancellationToken cancel) =>
        (await Converse.SayAsync(store, context.Actor(), id, content.Text, cancel)).Answer(made => Answers.Created(context, $"/questions/{id}", made));

    private static async Task<IResult> CloseAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await Converse.CloseAsync(store, context.Actor(), id, cancel)).Answer(made => made);
}

internal sealed record NewQuestion(
    [property: Description("Number of the revision it is about.")] int Revision,
    [property: Description("The question in one sentence.")] string Subject,
    [property: Description("Whom a customer asks; a manufacturer leaves it out.")] Guid? Manufacturer = null,
    [property: Description("Identifier of the query of the design review that it puts.")] string Query = "",
    [property: Description("What is proposed as the answer.")] string Proposal = "");

internal sealed record RemarkContent(string Text);
