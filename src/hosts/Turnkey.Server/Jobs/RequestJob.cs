using System.Text;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Contracts.Requests;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Server.Requests;
using Turnkey.Storage;
using Turnkey.Storage.Queue;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>Asks for work on a package, and calls it off.</summary>
internal static class RequestJob
{
    /// <summary>A review, a purchase or a quote of the revision of a request that the actor's organisation may see. The same work that is waiting, running or done is not begun again.</summary>
    public static Task<Decision<JobRow>> ForRequestAsync(Store store, Actor actor, Guid rfqId, JobKind kind, CancellationToken cancel = default) =>
        store.WriteAsync<JobRow>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Estimate) is { } estimate && actor.Lacks(Permission.Request) is not null) return estimate;
            if (!(await writing.RfqAsync(rfqId)).TryGet(out var row, out var why)) return why;
            var rfq = row.Read();
            var revision = rfq.Latest;
            if (row.CustomerId != actor.Organisation)
            {
                if (!(await writing.OwnInvitationAsync(rfqId)).TryGet(out var invitation, out why)) return why;
                if (Contracts.Access.RequestView.ForManufacturer(rfq, invitation.Read(), await writing.OrganisationAsync(actor.Organisation), writing.Today) is not { } view) return Refusal.NotFound("request");
                if (!view.DesignOpen) return new Refusal("gates.closed", "fulfil the conditions of the request first: " + string.Join("; ", view.Gates!.Closed.Select(gate => gate.Why)));
                revision = view.Request.Latest;
            }
            if (revision.Upload is not { } package || !await writing.Seen.Packages.AnyAsync(one => one.Id == package, cancel)) return new Refusal("job.no-package", "there is no design package to work on");
            if (kind is JobKind.Quote or JobKind.Source && revision.Quantities.IsEmpty) return new Refusal("job.no-quantities", "the request names no quantity to price");
            var files = await writing.Seen.OrganisationFilesAsync(cancel);
            var job = Of(writing, kind, package, rfqId, InputOf(revision, files, await writing.OrganisationAsync(actor.Organisation)));
            if (await writing.Seen.Jobs.FirstOrDefaultAsync(one => one.PackageId == package && one.Kind == kind && one.InputHash == job.InputHash && (one.State == JobState.Waiting || one.State == JobState.Running || one.State == JobState.Done), cancel) is { } same) return same;
            writing.Enqueue(job);
            writing.Audit("job.asked", $"job/{job.Id}", new { kind, rfq = rfqId });
            return job;
        }, cancel);

    public static Task<Decision<JobRow>> CancelAsync(Store store, Actor actor, Guid id, CancellationToken cancel = default) =>
        store.WriteAsync<JobRow>(actor, async writing =>
        {
            if (actor.Lacks(Permission.Estimate) is { } estimate && actor.Lacks(Permission.Request) is not null) return estimate;
            if (await writing.Seen.Jobs.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } job) return Refusal.NotFound("job");
            if (job.State is not (JobState.Waiting or JobState.Running)) return new Refusal("job.ended", "the work has already ended");
            job.CancelRequested = true;
            if (job.State == JobState.Waiting) await JobEnd.SetAsync(writing.All, job, JobState.Cancelled, "", writing.At, cancel);
            writing.Audit("job.cancelled", $"job/{id}");
            return job;
        }, cancel);

    /// <summary>A job that is not in the queue yet.</summary>
    public static JobRow Of(Change writing, JobKind kind, Guid package, Guid? rfq, JobInput input)
    {
        var text = ContractJson.Write(input);
        return new JobRow
        {
            Id = writing.NewId(),
            OrganisationId = writing.Actor.Organisation,
            Kind = kind,
            PackageId = package,
            RfqId = rfq,
            Input = text,
            InputHash = ContentHash.Of(Encoding.UTF8.GetBytes($"{Engine.Version}\n{kind}\n{text}")),
            RequestedBy = writing.Actor.User,
            CreatedAt = writing.At,
        };
    }

    private static JobInput InputOf(RequestRevision revision, IReadOnlyDictionary<string, string> files, Organisation maker) => new()
    {
        Quantities = revision.Quantities,
        Annual = revision.AnnualVolume,
        Currency = revision.Currency,
        // Duties on parts are paid where they are put together: at the manufacturer's. Only who makes nothing reckons with where the products go.
        Destination = maker.Kinds.HasFlag(OrganisationKinds.Manufacturer) ? maker.Country : revision.Destination,
        IpcClass = revision.IpcClass,
        Scope = [.. new[] { (Service.Fabrication, "fabrication"), (Service.Assembly, "assembly"), (Service.Test, "test"), (Service.Packaging, "packaging") }.Where(one => revision.Services.Contains(one.Item1)).Select(one => one.Item2)],
        Consigned = revision.Consigned,
        Plant = files.GetValueOrDefault("plant", ""),
        Offers = files.GetValueOrDefault("offers", ""),
    };
}
