using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>
/// Collects the files of a package under its limits. Once a limit is passed, <see cref="Refusal"/> says which, and readers stop:
/// nothing is read on the promise of a header, every byte is counted as it comes.
/// </summary>
internal sealed class Unpacking(PackageLimits limits)
{
    private const int Chunk = 128 * 1024;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];
    private long unpacked;
    private long archiveLength;
    private long unpackedBeforeArchive;

    public PackageLimits Limits => limits;

    public Diagnostic? Refusal { get; private set; }

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files => files;

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public void Report(Diagnostic diagnostic)
    {
        if (diagnostics.Count < 1_000) diagnostics.Add(diagnostic);
    }

    public void Refuse(string code, string file, string message) => Refusal ??= Diagnostic.Error(code, file, 0, message);

    /// <summary>An archive that is not itself inside one: what is unpacked from now on is weighed against its length.</summary>
    public void BeginArchive(long length)
    {
        archiveLength = Math.Max(1, length);
        unpackedBeforeArchive = unpacked;
    }

    /// <summary>What follows is no longer part of an archive.</summary>
    public void EndArchive() => archiveLength = 0;

    /// <summary>All of a stream; null when a limit was passed. Stream errors are the caller's.</summary>
    /// <param name="source">Read to its end.</param>
    /// <param name="declared">What the archive says it holds: only a hint for the first buffer.</param>
    /// <param name="path">For the refusal.</param>
    public ReadOnlyMemory<byte>? Read(Stream source, long declared, string path)
    {
        var buffer = new byte[Math.Clamp(declared + 1, 1, 4L << 20)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (buffer.Length >= Array.MaxLength)
                {
                    RefuseSize(path);
                    return null;
                }
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max(buffer.Length * 2L, Chunk)));
            }
            var read = source.Read(buffer, length, Math.Min(Chunk, buffer.Length - length));
            if (read == 0) break;
            length += read;
            if (!Count(read, path)) return null;
        }
        return buffer.AsMemory(0, length);
    }

    /// <summary>Counts bytes that were unpacked or read; false when that passes a limit.</summary>
    public bool Count(long bytes, string path)
    {
        unpacked += bytes;
        if (unpacked > limits.UnpackedBytes)
        {
            RefuseSize(path);
            return false;
        }
        var fromArchive = unpacked - unpackedBeforeArchive;
        if (archiveLength > 0 && fromArchive > limits.RatioFloorBytes && fromArchive / archiveLength >= limits.Ratio)
        {
            Refuse("package.ratio", path, $"unpacks to more than {limits.Ratio} times the size of its archive (limit: ratio {limits.Ratio}), as only archive bombs do");
            return false;
        }
        return true;
    }

    /// <summary>Room for one more file; refuses when there is none.</summary>
    public bool HasRoom(string path)
    {
        if (Refusal is not null) return false;
        if (files.Count < limits.Files) return true;
        Refuse("package.too-many-files", path, $"the package holds more than {limits.Files} files (limit: {limits.Files} files); send the production files only");
        return false;
    }

    public void Add(string path, ReadOnlyMemory<byte> content)
    {
        if (!HasRoom(path) || files.TryAdd(path, content)) return;
        Report(files[path].Span.SequenceEqual(content.Span)
            ? Diagnostic.Info("package.duplicate-name", path, 0, "is in the archive twice with the same content")
            : Diagnostic.Warning("package.duplicate-name", path, 0, "is in the archive twice with different content; the first is used"));
    }

    /// <summary>The safe path of an archive entry below <paramref name="folder"/>; null, with a diagnostic where one is due, when the entry is left out.</summary>
    public string? Place(string folder, string raw)
    {
        var clean = PackagePath.Clean(raw, out var changed);
        if (clean is null)
        {
            Report(Diagnostic.Error("package.path-outside", folder, 0, $"the entry '{PackagePath.Show(raw)}' points outside the archive and was left out"));
            return null;
        }
        var path = folder.Length == 0 ? clean : folder + "/" + clean;
        if (PackagePath.IsJunk(path)) return null;
        if (path.Length > limits.PathCharacters)
        {
            Report(Diagnostic.Error("package.invalid-name", folder, 0, $"the entry '{PackagePath.Show(raw)}' has a path of {path.Length} characters (limit: {limits.PathCharacters}) and was left out"));
            return null;
        }
        if (changed) Report(Diagnostic.Warning("package.invalid-name", path, 0, "the name has characters that no file name can have; they were replaced"));
        return path;
    }

    private void RefuseSize(string path) =>
        Refuse("package.too-large", path, $"the package unpacks to more than {limits.UnpackedBytes / (1 << 20)} MB (limit: {limits.UnpackedBytes} bytes unpacked)");
}
