using System.Collections.Immutable;

namespace Turnkey.Pipeline.Outputs;

/// <summary>
/// Writes the files of one result all or none: each goes to a temporary name and to the disk first, then all are renamed. A reader never meets half a
/// file, nor the page of this run beside the numbers of the last.
/// </summary>
public static class OutputFolder
{
    private const string Temporary = ".turnkey-new";
    private const string Former = ".turnkey-old";

    /// <summary>The paths written, in the order given. Folders are made where they are not there.</summary>
    /// <param name="folder">For files whose names are no full paths.</param>
    /// <param name="files">Each with a name, or a full path into another folder.</param>
    /// <exception cref="IOException">Something could not be written; the folder is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to; it is as it was.</exception>
    public static ImmutableArray<string> Write(string folder, IReadOnlyList<OutputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var missing = files.Select(file => FolderOf(folder, file)).Prepend(folder).SelectMany(Missing).Distinct(StringComparer.Ordinal).OrderByDescending(path => path.Length).ToList();
        var (aside, placed) = (new List<string>(), new List<string>());
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files) Directory.CreateDirectory(FolderOf(folder, file));
            foreach (var file in files) WriteThrough(Path.Combine(folder, file.Name + Temporary), file.Content.Span);
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Name);
                if (File.Exists(path))
                {
                    File.Move(path, path + Former, overwrite: true);
                    aside.Add(path);
                }
                File.Move(path + Temporary, path);
                placed.Add(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Undo(folder, files, aside, placed);
            Remove(missing);
            throw;
        }
        foreach (var path in aside) File.Delete(path + Former);
        return [.. placed];
    }

    private static string FolderOf(string folder, OutputFile file) => Path.IsPathFullyQualified(file.Name) ? Path.GetDirectoryName(file.Name)! : folder;

    private static void WriteThrough(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static void Undo(string folder, IReadOnlyList<OutputFile> files, List<string> aside, List<string> placed)
    {
        foreach (var path in placed) File.Delete(path);
        foreach (var path in aside) File.Move(path + Former, path, overwrite: true);
        foreach (var path in files.Select(file => Path.Combine(folder, file.Name + Temporary)).Where(File.Exists)) File.Delete(path);
    }

    /// <summary>The folders that are not there yet, innermost first.</summary>
    private static List<string> Missing(string folder)
    {
        var missing = new List<string>();
        for (var next = Path.GetFullPath(folder); next is not null && !Directory.Exists(next); next = Path.GetDirectoryName(next)) missing.Add(next);
        return missing;
    }

    private static void Remove(List<string> made)
    {
        foreach (var path in made)
        {
            if (!Directory.Exists(path)) continue;
            if (!Directory.EnumerateFileSystemEntries(path).Any()) Directory.Delete(path);
        }
    }
}
