using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>Reads a folder with all below it. Links are not followed: they lead out of the folder, or round in circles.</summary>
internal static class FolderReading
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, RecurseSubdirectories = false, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false };

    public static void Read(string folder, Unpacking into)
    {
        var root = Path.GetFullPath(folder);
        var found = new List<(string Path, FileInfo File)>();
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (pending.TryPop(out var directory) && into.Refusal is null) List(directory, root, pending, found, into);
        // Sorted before reading, so that which file is refused or reported first does not depend on the file system.
        foreach (var (path, file) in found.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            if (into.Refusal is not null) break;
            Read(path, file, into);
        }
    }

    private static void List(DirectoryInfo directory, string root, Stack<DirectoryInfo> pending, List<(string Path, FileInfo File)> found, Unpacking into)
    {
        try
        {
            foreach (var info in directory.EnumerateFileSystemInfos("*", Everything))
            {
                var relative = Path.GetRelativePath(root, info.FullName).Replace(Path.DirectorySeparatorChar, '/');
                if (PackagePath.IsJunk(relative)) continue;
                if (info.Attributes.HasFlag(FileAttributes.ReparsePoint)) into.Report(Diagnostic.Warning("package.link", relative, 0, "is a link, which is not followed, and was left out"));
                else if (info is DirectoryInfo below) pending.Push(below);
                else if (found.Count >= into.Limits.Files)
                {
                    into.Refuse("package.too-many-files", relative, $"the package holds more than {into.Limits.Files} files (limit: {into.Limits.Files} files); send the production files only");
                    return;
                }
                else found.Add((relative, (FileInfo)info));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            into.Report(Diagnostic.Error("package.unreadable-file", Path.GetRelativePath(root, directory.FullName).Replace(Path.DirectorySeparatorChar, '/'), 0, "this folder cannot be read and was left out"));
        }
    }

    private static void Read(string relative, FileInfo file, Unpacking into)
    {
        if (into.Place("", relative) is not { } path) return;
        try
        {
            // A file of no length is not opened: queues and devices have none, and opening one can wait forever.
            if (file.Length == 0)
            {
                into.Add(path, ReadOnlyMemory<byte>.Empty);
                return;
            }
            ReadOnlyMemory<byte>? content;
            using (var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0)) content = into.Read(stream, file.Length, path);
            if (content is { } bytes) ArchiveUnpacking.AddOrUnpack(path, bytes, 0, into);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            into.Report(Diagnostic.Error("package.unreadable-file", path, 0, "cannot be read and was left out"));
        }
    }
}
