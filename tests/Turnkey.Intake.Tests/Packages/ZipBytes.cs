using System.IO.Compression;
using System.Text;

namespace Turnkey.Intake.Tests.Packages;

/// <summary>Zips made in memory.</summary>
internal static class ZipBytes
{
    public static byte[] Of(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    public static byte[] OfText(params (string Name, string Content)[] entries) => Of([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    /// <summary>One entry of blanks, written piece by piece so that the test itself stays small.</summary>
    public static byte[] Blanks(string name, long length)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            var piece = new byte[1 << 20];
            for (var left = length; left > 0; left -= piece.Length) entry.Write(piece, 0, (int)Math.Min(left, piece.Length));
        }
        return stream.ToArray();
    }
}
