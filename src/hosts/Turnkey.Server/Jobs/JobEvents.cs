using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Access;
using Turnkey.Server.Pages.Shared;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>
/// Tells a page how far a job is, as server-sent events, until it has ended. It reads the job's row, not the process that works: that may be another
/// server's.
/// </summary>
internal static class JobEvents
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Something is sent at least this often, so that proxies keep the connection and a client that is gone is noticed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Then the browser comes again, and who lost a role meanwhile stays out.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/jobs/{id:guid}/events", FollowAsync).WithMetadata(new RequiresAttribute(Permission.Read)).ExcludeFromDescription();
        routes.MapGet("/api/v1/jobs/{id:guid}/events", FollowAsync).WithMetadata(new RequiresAttribute(Permission.Read))
            .WithName("followJob").WithTags("Jobs").WithSummary("Follow a job as server-sent events until it has ended")
            .Produces<JobProgress>(contentType: "text/event-stream").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task FollowAsync(Guid id, HttpContext context, Store store, TimeProvider clock, IHostApplicationLifetime life)
    {
        var actor = context.Actor();
        if (await ReadAsync(store, actor, id, context.RequestAborted) is not { } progress)
        {
            await NotFound(context);
            return;
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var (begun, spoke) = (clock.GetUtcNow(), clock.GetUtcNow());
        try
        {
            await SendAsync(context, progress, end.Token);
            using var timer = new PeriodicTimer(Look, clock);
            while (!progress.Ended && clock.GetUtcNow() - begun < Longest && await timer.WaitForNextTickAsync(end.Token))
            {
                if (await ReadAsync(store, actor, id, end.Token) is not { } now) return;
                if (now != progress)
                {
                    await SendAsync(context, progress = now, end.Token);
                    spoke = clock.GetUtcNow();
                }
                else if (clock.GetUtcNow() - spoke >= Silence)
                {
                    await context.Response.WriteAsync(": goes on\n\n", end.Token);
                    await context.Response.Body.FlushAsync(end.Token);
                    spoke = clock.GetUtcNow();
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Who asked has gone, or the server ends.
        }
    }

    private static Task<JobProgress?> ReadAsync(Store store, Actor actor, Guid id, CancellationToken cancel) =>
        store.ReadAsync(actor.Organisation, db => db.Jobs.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new JobProgress(row.Id, row.Kind, row.State, row.Permille, row.Stage, row.Error)).SingleOrDefaultAsync(cancel), cancel);

    private static async Task SendAsync(HttpContext context, JobProgress progress, CancellationToken cancel)
    {
        // A page that has seen the end closes; one that has not would come again and again.
        await context.Response.WriteAsync($"event: {(progress.Ended ? "ended" : "progress")}\ndata: {JsonSerializer.Serialize(progress, ContractJson.Options)}\n\n", cancel);
        await context.Response.Body.FlushAsync(cancel);
    }

    private static Task NotFound(HttpContext context)
    {
        var refusal = Refusal.NotFound("job");
        return AccessGuard.IsApi(context)
            ? Results.Problem(refusal.Message, statusCode: StatusCodes.Status404NotFound, title: refusal.Code, type: "urn:turnkey:problem:" + refusal.Code).ExecuteAsync(context)
            : Results.Content(PlainPage.Write(StatusCodes.Status404NotFound, refusal.Message), "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);
    }
}

/// <summary>How far a job is.</summary>
/// <param name="Permille">0 to 1000.</param>
/// <param name="Stage">What it does now, for people; empty when it waits or has ended.</param>
/// <param name="Error">Why it has no result; empty otherwise.</param>
internal sealed record JobProgress(Guid Id, JobKind Kind, JobState State, int Permille, string Stage, string Error)
{
    internal bool Ended => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}
