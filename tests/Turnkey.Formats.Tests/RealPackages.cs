namespace Turnkey.Formats.Tests;

/// <summary>Real design packages for trials, which are not part of the project: a folder <c>shared/packages</c> beside the repository.</summary>
internal static class RealPackages
{
    /// <summary>Null where they are absent; tests skip then, and say so.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>All files in ordinal order, each with its path inside the folder.</summary>
    public static IEnumerable<(string Name, string Path)> Files() =>
        Folder is null ? [] : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (System.IO.Path.GetRelativePath(Folder, path), path));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var packages = System.IO.Path.Combine(folder.FullName, "shared", "packages");
            if (Directory.Exists(packages)) return packages;
        }
        return null;
    }
}
