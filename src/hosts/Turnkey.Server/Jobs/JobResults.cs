using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Server.Jobs.Work;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs;

/// <summary>What a job made: first every content is on the disk, then one transaction names them all.</summary>
internal sealed class JobResults
{
    private const long LargestIntake = 256L << 20;

    /// <summary>What papers are; nothing else is taken.</summary>
    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".json"] = "application/json",
        [".csv"] = "text/csv; charset=utf-8",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ImmutableArray<Paper> papers;
    private readonly IntakeResult? intake;

    private JobResults(ImmutableArray<Paper> papers, IntakeResult? intake) => (this.papers, this.intake) = (papers, intake);

    /// <exception cref="InvalidDataException">The process named something that is no result, or more than may be kept.</exception>
    public static async Task<JobResults> KeepAsync(Store store, string folder, ImmutableArray<WorkFile> files, long most, CancellationToken cancel)
    {
        var kept = ImmutableArray.CreateBuilder<Paper>();
        IntakeResult? read = null;
        foreach (var file in files)
        {
            // A process that reads what strangers sent is not asked where a file lies.
            var path = Path.Combine(folder, file.Name);
            if (file.Name.Length == 0 || Path.GetFileName(file.Name) != file.Name || new FileInfo(path) is not { Exists: true, LinkTarget: null } found) throw new InvalidDataException($"'{file.Name}' is no result");
            if (file.Name == WorkFile.Intake)
            {
                if (found.Length > LargestIntake) throw new InvalidDataException("the parts list is larger than can be kept");
                read = ContractJson.Read<IntakeResult>(await File.ReadAllTextAsync(path, cancel));
                continue;
            }
            if (!MediaTypes.TryGetValue(Path.GetExtension(file.Name), out var media)) throw new InvalidDataException($"'{file.Name}' is no paper");
            await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (await store.Blobs.PutAsync(content, most, cancel) is not { } blob) throw new InvalidDataException("the results are larger than can be kept");
            most -= blob.Size;
            kept.Add(new Paper(file.Name, media, blob.Hash, blob.Size, file.Audience));
        }
        return new JobResults(kept.ToImmutable(), read);
    }

    /// <summary>Names them, in the transaction that ends the job.</summary>
    public async Task WriteAsync(Change writing, JobRow job, CancellationToken cancel)
    {
        foreach (var paper in papers)
        {
            writing.All.Artifacts.Add(new ArtifactRow
            {
                Id = writing.NewId(),
                OrganisationId = job.OrganisationId,
                JobId = job.Id,
                PackageId = job.PackageId,
                Name = paper.Name,
                MediaType = paper.MediaType,
                Blob = paper.Blob,
                Size = paper.Size,
                Audience = paper.Audience,
                CreatedAt = writing.At,
            });
        }
        if (intake is null || await writing.All.Packages.SingleOrDefaultAsync(row => row.Id == job.PackageId, cancel) is not { } package) return;
        (package.State, package.Canonical, package.Facts, package.Refusal) = (PackageState.Read, intake.Facts.Package, ContractJson.Write(intake.Facts), "");
        await writing.All.BomLines.Where(row => row.PackageId == package.Id).ExecuteDeleteAsync(cancel);
        writing.All.BomLines.AddRange(intake.Lines.Select((line, i) => new BomLineRow
        {
            PackageId = package.Id,
            Line = i + 1,
            Designators = line.Designators,
            Quantity = line.Quantity,
            Manufacturer = line.Manufacturer,
            Mpn = line.Mpn,
            Value = line.Value,
            Footprint = line.Footprint,
            DoNotPlace = line.DoNotPlace,
        }));
    }

    private sealed record Paper(string Name, string MediaType, string Blob, long Size, Audience Audience);
}
