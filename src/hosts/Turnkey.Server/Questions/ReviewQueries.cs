using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Questions;

/// <summary>What the design review asks, as far as it is still open: what <see cref="Converse"/> may put to the other side.</summary>
internal static class ReviewQueries
{
    /// <summary>Of the newest review or quote of the package by the actor's organisation; empty where there is none.</summary>
    public static async Task<ImmutableArray<ReviewQuery>> OfPackageAsync(Store store, Actor actor, Guid package, CancellationToken cancel = default)
    {
        var blob = await store.ReadAsync(actor.Organisation, db =>
            (from job in db.Jobs.AsNoTracking()
             where job.PackageId == package && job.State == JobState.Done && (job.Kind == JobKind.Check || job.Kind == JobKind.Quote)
             join paper in db.Artifacts.AsNoTracking() on job.Id equals paper.JobId
             where paper.Name == "queries.json" && paper.OrganisationId == actor.Organisation
             orderby job.EndedAt descending
             select paper.Blob).FirstOrDefaultAsync(cancel), cancel);
        if (blob is null || store.Blobs.Open(blob) is not { } content) return [];
        await using (content)
        {
            using var json = await JsonDocument.ParseAsync(content, cancellationToken: cancel);
            return [.. json.RootElement.GetProperty("queries").EnumerateArray().Where(query => query.GetProperty("state").GetString() == "open").Select(query =>
                new ReviewQuery(query.GetProperty("query").GetString()!, query.GetProperty("severity").GetString()!, query.GetProperty("question").GetString()!, query.GetProperty("proposal").GetString()!))];
        }
    }
}

/// <param name="Query">Identifier, by which an answer closes it.</param>
/// <param name="Severity">Of the finding behind it: <c>error</c>, <c>warning</c>.</param>
/// <param name="Proposal">What is done when the other side agrees.</param>
internal sealed record ReviewQuery(string Query, string Severity, string Question, string Proposal);
