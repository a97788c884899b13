using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>Opens what a customer sent: a folder, a zip (also with archives in it), a .tgz, or a single file.</summary>
public static class PackageReader
{
    /// <summary>
    /// Reads everything into memory under <paramref name="limits"/>. Archives inside become folders named like them (<c>gerbers.zip/top.gbr</c>).
    /// Never throws on what it finds: what cannot be used at all is <see cref="PackageOpening.Refused"/>.
    /// </summary>
    public static PackageOpening Open(string path, PackageLimits limits)
    {
        var name = NameOf(path);
        var into = new Unpacking(limits);
        try
        {
            if (Directory.Exists(path)) FolderReading.Read(path, into);
            else if (File.Exists(path)) ReadFile(path, into);
            else into.Refuse("package.not-found", "", $"there is no file or folder '{PackagePath.Show(path)}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            into.Refuse("package.unreadable", "", $"'{PackagePath.Show(path)}' cannot be read: {e.Message}");
        }
        return Close(name, into);
    }

    private static void ReadFile(string path, Unpacking into)
    {
        var name = Path.GetFileName(path);
        var info = new FileInfo(path);
        if (info.Length == 0)
        {
            into.Refuse("package.empty", "", $"'{name}' is empty (0 bytes)");
            return;
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024);
        var header = new byte[ArchiveKinds.HeaderLength];
        var length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var kind = ArchiveKinds.Of(header.AsSpan(0, length));
        Diagnostic? broken = null;
        switch (kind)
        {
            case ArchiveKind.Zip:
                into.BeginArchive(file.Length);
                if (ZipUnpacking.Unpack(file, "", 1, into, out broken) || broken is not null) break;
                into.EndArchive();
                file.Position = 0;
                AddWhole(file, name, into);
                break;
            case ArchiveKind.Gzip:
                into.BeginArchive(file.Length);
                if (ArchiveUnpacking.Inflate(file, "", into, out broken) is { } inflated) ArchiveUnpacking.AddInflated("", name, inflated, 0, into);
                break;
            case ArchiveKind.Tar:
                if (into.Read(file, file.Length, name) is { } tar) TarUnpacking.Unpack(tar, "", 1, into);
                break;
            case ArchiveKind.Unsupported:
                into.Refuse("package.unsupported-archive", "", $"'{name}' is a {ArchiveKinds.UnsupportedName(header.AsSpan(0, length))} archive, which is not unpacked; send its content as a folder or a zip");
                break;
            default:
                if (ArchiveKinds.IsArchiveName(name)) into.Refuse("package.not-an-archive", "", $"'{name}' is named like an archive but its content is none");
                else AddWhole(file, name, into);
                break;
        }
        if (broken is not null) into.Refuse(broken.Code, broken.File, $"'{name}': {broken.Message}");
    }

    private static void AddWhole(FileStream file, string name, Unpacking into)
    {
        if (into.Read(file, file.Length, name) is { } content) into.Add(name, content);
    }

    private static PackageOpening Close(string name, Unpacking into)
    {
        if (into.Refusal is { } refusal) return new PackageOpening.Refused(name, [refusal, .. into.Diagnostics]);
        if (into.Files.Count == 0) return new PackageOpening.Refused(name, [Diagnostic.Error("package.empty", "", 0, "there is no file in the package that can be read"), .. into.Diagnostics]);
        var sent = into.Files.Select(file => new PackageFile(file.Key, file.Value)).Where(file => !OwnResults.IsOne(file)).ToArray();
        if (sent.Length == 0) return new PackageOpening.Refused(name, [Diagnostic.Error("package.own-results", "", 0, "there is nothing in the package but results of Turnkey; name the design files"), .. into.Diagnostics]);
        var root = CommonRoot(sent.Select(file => file.Path));
        var files = sent.Select(file => file with { Path = file.Path[root.Length..] }).OrderBy(file => file.Path, StringComparer.Ordinal);
        var diagnostics = into.Diagnostics.Select(diagnostic => diagnostic.File.StartsWith(root, StringComparison.Ordinal) ? diagnostic with { File = diagnostic.File[root.Length..] } : diagnostic);
        return new PackageOpening.Opened(new Package(name, [.. files], [.. diagnostics]));
    }

    /// <summary>
    /// The folders that all files share, with the closing slash. They are taken off, however many there are: a zip of a folder holds the folder,
    /// and it is the same package.
    /// </summary>
    private static string CommonRoot(IEnumerable<string> paths)
    {
        string? root = null;
        foreach (var path in paths)
        {
            root ??= path[..(path.LastIndexOf('/') + 1)];
            while (!path.StartsWith(root, StringComparison.Ordinal)) root = root[..(root[..^1].LastIndexOf('/') + 1)];
            if (root.Length == 0) break;
        }
        return root ?? "";
    }

    /// <summary>The name of the folder or file, without an archive's or file's ending.</summary>
    private static string NameOf(string path)
    {
        try
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            if (Directory.Exists(path)) return name.Length > 0 ? name : "package";
            if (name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase)) return name[..^7];
            return Path.GetFileNameWithoutExtension(name) is { Length: > 0 } bare ? bare : name;
        }
        catch (Exception e) when (e is ArgumentException or IOException or NotSupportedException)
        {
            return "package";
        }
    }
}
