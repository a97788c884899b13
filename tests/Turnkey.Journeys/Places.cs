namespace Turnkey.Journeys;

/// <summary>Where samples and, on some machines, real packages are.</summary>
internal static class Places
{
    public static string Repository { get; } = Find(AppContext.BaseDirectory, folder => File.Exists(Path.Combine(folder, "Turnkey.slnx")))
        ?? throw new InvalidOperationException("the tests do not run inside the repository");

    public static string Sample { get; } = Path.Combine(Repository, "samples", "sensor-node");

    /// <summary>A folder of real packages beside the repository; null where there is none.</summary>
    public static string? RealPackages { get; } =
        Find(Repository, folder => Directory.Exists(Path.Combine(folder, "shared", "packages"))) is { } found ? Path.Combine(found, "shared", "packages") : null;

    /// <summary>A folder of suppliers' recorded answers beside the repository; null where there is none.</summary>
    public static string? RealOffers { get; } =
        Find(Repository, folder => Directory.Exists(Path.Combine(folder, "shared", "offers"))) is { } found ? Path.Combine(found, "shared", "offers") : null;

    public static IEnumerable<string> RealPackageNames =>
        RealPackages is null ? [] : Directory.EnumerateDirectories(RealPackages).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('_')).Order(StringComparer.Ordinal);

    private static string? Find(string start, Func<string, bool> isIt)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (isIt(folder.FullName)) return folder.FullName;
        }
        return null;
    }
}
