using System.IO.Compression;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>Reads the entries of a zip, and of the archives in it.</summary>
internal static class ZipUnpacking
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// Unpacks into <paramref name="into"/>. False when it is no zip to unpack: broken, or a document that only uses the container (XLSX, ODS);
    /// broken ones have been reported, and <paramref name="broken"/> is set.
    /// </summary>
    /// <param name="zip">Seekable.</param>
    /// <param name="folder">Path of the zip inside the package; empty for the outermost.</param>
    /// <param name="depth">1 for an archive that is in no other.</param>
    /// <param name="into">Collects, and holds the limits.</param>
    /// <param name="broken">The reason as a diagnostic where the zip cannot be read.</param>
    public static bool Unpack(Stream zip, string folder, int depth, Unpacking into, out Diagnostic? broken)
    {
        broken = null;
        try
        {
            var count = ZipDirectory.CountEntries(zip, into.Limits.Files);
            if (count < 0)
            {
                broken = Diagnostic.Error("package.truncated-archive", folder, 0, "the zip has no directory at its end: it was cut off on the way; send it again");
                return false;
            }
            if (count > into.Limits.Files)
            {
                into.Refuse("package.too-many-files", folder, $"the package holds more than {into.Limits.Files} files (limit: {into.Limits.Files} files); send the production files only");
                return true;
            }
            zip.Position = 0;
            // Latin-1 keeps every byte of a name that is not marked as UTF-8, so that no two names become one.
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
            if (IsDocument(archive)) return false;
            foreach (var entry in archive.Entries)
            {
                if (into.Refusal is not null) break;
                Unpack(entry, folder, depth, into);
            }
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            broken = Diagnostic.Error("package.broken-archive", folder, 0, "the zip is damaged and cannot be read; send it again");
            return false;
        }
    }

    /// <summary>True for a zip that only wraps a document (XLSX, ODS), which stays one file.</summary>
    public static bool IsDocument(Stream zip, int mostEntries)
    {
        try
        {
            var count = ZipDirectory.CountEntries(zip, mostEntries);
            if (count < 0 || count > mostEntries) return false;
            zip.Position = 0;
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
            return IsDocument(archive);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    private static void Unpack(ZipArchiveEntry entry, string folder, int depth, Unpacking into)
    {
        var raw = NameOf(entry);
        if (raw.EndsWith('/') || raw.EndsWith('\\')) return;
        if (into.Place(folder, raw) is not { } path) return;
        if (IsLink(entry))
        {
            into.Report(Diagnostic.Warning("package.link", path, 0, "is a link, not a file, and was left out"));
            return;
        }
        if (entry.IsEncrypted)
        {
            into.Report(Diagnostic.Error("package.encrypted", path, 0, "is locked with a password and was left out; send the archive without one"));
            return;
        }
        if (!into.HasRoom(path)) return;
        try
        {
            using var stream = entry.Open();
            if (into.Read(stream, entry.Length, path) is not { } content) return;
            if (Crc32.Of(content.Span) != entry.Crc32)
                into.Report(Diagnostic.Error("package.damaged-file", path, 0, "does not have the checksum that its archive states: it was damaged on the way"));
            ArchiveUnpacking.AddOrUnpack(path, content, depth, into);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or IOException or ArgumentException)
        {
            into.Report(Diagnostic.Error("package.damaged-file", path, 0, "cannot be unpacked: it is damaged, or packed with a method other than deflate"));
        }
    }

    /// <summary>Zip stores UNIX file modes in the upper half of the external attributes; 0xA000 is a symbolic link.</summary>
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xf000) == 0xa000;

    /// <summary>Office and CAD documents are zips with a fixed first part (ECMA-376 and OpenDocument packaging).</summary>
    private static bool IsDocument(ZipArchive archive) =>
        archive.Entries.Take(1).Any(entry => entry.FullName == "mimetype") || archive.Entries.Any(entry => entry.FullName == "[Content_Types].xml");

    /// <summary>Names without the UTF-8 mark are often UTF-8 all the same; else their bytes are shown as Latin-1.</summary>
    private static string NameOf(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (Ascii.IsValid(name) || name.Any(c => c > 0xff)) return name;
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(name));
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }
}
