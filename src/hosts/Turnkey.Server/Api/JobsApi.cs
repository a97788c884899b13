using System.ComponentModel;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Jobs;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Api;

/// <summary>Work that takes longer than an answer may: reading, reviewing, buying, pricing.</summary>
internal static class JobsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListAsync).Needs(Permission.Read).WithTags("Jobs")
            .Says("listJobs", "List jobs", "Of your organisation, newest first.").Gives<Page<JobAnswer>>();
        // Customers and manufacturers both review designs: the use case asks for one of two permissions.
        api.MapPost("/rfqs/{id:guid}/jobs", RequestAsync).Needs(Permission.Read).WithTags("Jobs")
            .Says("requestJob", "Ask for a review, a purchase or a quote", "Of the revision you may see. The same work is not done twice: it is answered with the job that is there.", new NewJob(JobKind.Check)).Gives<JobAnswer>(StatusCodes.Status202Accepted);
        api.MapGet("/jobs/{id:guid}", OneAsync).Needs(Permission.Read).WithTags("Jobs")
            .Says("readJob", "Read how far a job is").Gives<JobAnswer>();
        api.MapPost("/jobs/{id:guid}/cancel", CancelAsync).Needs(Permission.Read).WithTags("Jobs")
            .Says("cancelJob", "Call a job off").Gives<JobAnswer>();
    }

    private static Task<IResult> ListAsync(HttpContext context, Store store, [AsParameters] PageQuery page, [Description("Only those for this request.")] Guid? rfq, CancellationToken cancel) =>
        page.AnswerAsync((count, after) => ReadJobs.ListAsync(store, context.Actor(), rfq, count, after?.Time, cancel), row => Position.Of(row.CreatedAt, row.Id), JobAnswer.Of);

    private static async Task<IResult> RequestAsync(HttpContext context, Store store, Guid id, NewJob content, CancellationToken cancel)
    {
        if (content.Kind == JobKind.Intake) return Problems.Of(new Refusal("job.kind", "a package is read by itself when it is uploaded; ask for a check, source or quote"));
        return (await RequestJob.ForRequestAsync(store, context.Actor(), id, content.Kind, cancel)).Answer(row =>
        {
            context.Response.Headers.Location = $"{ApiRoutes.Root}/jobs/{row.Id}";
            return Answers.Json(JobAnswer.Of(row), StatusCodes.Status202Accepted);
        });
    }

    private static async Task<IResult> OneAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        await ReadJobs.OneAsync(store, context.Actor(), id, cancel) is { } row ? Answers.Tagged(context, JobAnswer.Of(row)) : Problems.Of(Refusal.NotFound("job"));

    private static async Task<IResult> CancelAsync(HttpContext context, Store store, Guid id, CancellationToken cancel) =>
        (await RequestJob.CancelAsync(store, context.Actor(), id, cancel)).Answer(JobAnswer.Of);
}

internal sealed record NewJob(JobKind Kind);

/// <param name="Permille">How far it is, 0 to 1000.</param>
/// <param name="Stage">What it does now.</param>
/// <param name="Error">Why it ended without a result.</param>
internal sealed record JobAnswer(Guid Id, JobKind Kind, JobState State, Guid Package, Guid? Rfq, int Permille, string Stage, string Error, DateTimeOffset Created, DateTimeOffset? Ended)
{
    public static JobAnswer Of(JobRow row) => new(row.Id, row.Kind, row.State, row.PackageId, row.RfqId, row.Permille, row.Stage, row.Error, row.CreatedAt, row.EndedAt);
}
