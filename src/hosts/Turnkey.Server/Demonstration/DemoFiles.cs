using System.IO.Compression;

namespace Turnkey.Server.Demonstration;

/// <summary>What the demonstration works with, from the samples of the project.</summary>
/// <param name="Samples">The folder <c>samples</c>.</param>
public sealed record DemoFiles(string Samples)
{
    internal string DesignName => "sensor-node.zip";

    internal string BalticPlant => Path.Combine(Samples, "plants", "baltic-assembly.yaml");

    internal string DeltaPlant => Path.Combine(Samples, "plants", "delta-circuits.yaml");

    internal byte[] Design() => Zip("sensor-node");

    internal byte[] Offers() => Zip("offers");

    private byte[] Zip(string folder)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Samples, folder)).Order(StringComparer.Ordinal)) zip.CreateEntryFromFile(file, Path.GetFileName(file));
        }
        return memory.ToArray();
    }
}
