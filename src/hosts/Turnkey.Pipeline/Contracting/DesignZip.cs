using System.IO.Compression;
using System.Text;
using Turnkey.Intake.Packages;
using Turnkey.Kernel;

namespace Turnkey.Pipeline.Contracting;

/// <summary>A design package on its way to somebody else: one zip, whatever it was, that is the same package by its hash, without what operating systems leave behind.</summary>
public static class DesignZip
{
    /// <summary>The first day a zip can say: the same package is the same zip.</summary>
    private static readonly DateTimeOffset FirstDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var file in package.Files)
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = FirstDay;
                using var content = entry.Open();
                content.Write(file.Content.Span);
            }
        }
        return stream.ToArray();
    }

    /// <summary>The package in a zip that was received, and the hash it is known by; or why it is none.</summary>
    public static (string? Sha256, Diagnostic? Fault) Sha256Of(ReadOnlyMemory<byte> zip, PackageLimits limits)
    {
        var folder = Directory.CreateTempSubdirectory("turnkey-").FullName;
        try
        {
            var path = Path.Combine(folder, "design.zip");
            using (var file = File.Create(path)) file.Write(zip.Span);
            return PackageReader.Open(path, limits) switch
            {
                PackageOpening.Opened opened => (opened.Package.Sha256, null),
                PackageOpening.Refused refused => (null, refused.Diagnostics[0]),
                var other => throw new InvalidOperationException($"no opening {other}"),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
