using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs.Work;

/// <summary>The folder of one taking of a job: copies of what goes in, and a place for what comes out. Gone when disposed.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>Most bytes of a file name that every file system takes, with room for an ending.</summary>
    private const int LongestName = 200;

    private WorkFolder(string path, WorkOrder order) => (Path, Order) = (path, order);

    public string Path { get; }

    public WorkOrder Order { get; }

    /// <summary>Null when a content that the job names is not on the disk.</summary>
    public static async Task<WorkFolder?> PrepareAsync(Store store, string root, JobRow job, DateOnly today, CancellationToken cancel)
    {
        var package = await store.ReadAllAsync(all => all.Packages.AsNoTracking().Where(row => row.Id == job.PackageId).Select(row => new { row.Blob, row.Name }).SingleOrDefaultAsync(cancel), cancel);
        if (package is null) return null;
        var input = ContractJson.Read<JobInput>(job.Input);
        var path = Of(root, job.Id, job.Fence);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        // The package alone in its folder: its name is the sender's.
        var (given, output) = (Directory.CreateDirectory(System.IO.Path.Combine(path, "package")).FullName, Directory.CreateDirectory(System.IO.Path.Combine(path, "out")).FullName);
        var folder = new WorkFolder(path, new WorkOrder(job.Kind, System.IO.Path.Combine(given, FileName(package.Name)), output, input, today)
        {
            Plant = Named(input.Plant, "plant.yaml"),
            Offers = Named(input.Offers, "offers.zip"),
            Answers = Named(input.Answers, "answers.yaml"),
        });
        (string Blob, string? To)[] files = [(package.Blob, folder.Order.Package), (input.Plant, folder.Order.Plant), (input.Offers, folder.Order.Offers), (input.Answers, folder.Order.Answers)];
        foreach (var (blob, to) in files)
        {
            if (to is null) continue;
            if (!File.Exists(store.Blobs.PathOf(blob)))
            {
                folder.Dispose();
                return null;
            }
            File.Copy(store.Blobs.PathOf(blob), to);
        }
        return folder;

        string? Named(string blob, string name) => blob.Length == 0 ? null : System.IO.Path.Combine(path, name);
    }

    /// <summary>Removes what servers left behind that ended in the middle of a job.</summary>
    public static async Task SweepAsync(Store store, string root, CancellationToken cancel)
    {
        if (!Directory.Exists(root)) return;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            var parts = System.IO.Path.GetFileName(folder).Split('.');
            if (parts.Length != 2 || !Guid.TryParseExact(parts[0], "N", out var id) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var fence)) continue;
            // Another server on the same folder may be at it.
            var held = await store.ReadAllAsync(all => all.Jobs.AnyAsync(row => row.Id == id && row.Fence == fence && row.State == JobState.Running, cancel), cancel);
            if (!held) Remove(folder);
        }
    }

    public void Dispose() => Remove(Path);

    private static string Of(string root, Guid id, long fence) => System.IO.Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{id:N}.{fence}"));

    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Swept at the next start.
        }
    }

    /// <summary>The name that the package was uploaded with: the design is called like it, and its ending says what it is. One that is too long for a disk loses its beginning.</summary>
    private static string FileName(string name)
    {
        var start = 0;
        while (Encoding.UTF8.GetByteCount(name.AsSpan(start)) > LongestName) start++;
        if (start > 0 && start < name.Length && char.IsLowSurrogate(name[start])) start++;
        return System.IO.Path.GetFileName(name[start..]) is { Length: > 0 } plain and not ("." or "..") ? plain : "package";
    }
}
