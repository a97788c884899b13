using System.Collections.Immutable;
using Turnkey.Kernel;

namespace Turnkey.Intake.Packages;

/// <summary>What a customer sent, unpacked: a folder, an archive and a single file look the same from here on.</summary>
/// <param name="Name">Of the folder, archive or file, without its ending.</param>
/// <param name="Files">Sorted by path (ordinal), without the files that operating systems leave behind and without a common root folder.</param>
/// <param name="Diagnostics">What was met on the way and is no reason to refuse the package.</param>
public sealed record Package(string Name, ImmutableArray<PackageFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    private string? sha256;

    /// <summary>Canonical hash of paths and contents: the same for a folder and its zip, in lower-case hexadecimal.</summary>
    public string Sha256 => sha256 ??= ContentHash.Of(Files.Select(file => (file.Path, file.Content)));
}
