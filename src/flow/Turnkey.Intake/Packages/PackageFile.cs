namespace Turnkey.Intake.Packages;

/// <summary>One file as the customer sent it.</summary>
/// <param name="Path">Inside the package, with forward slashes; a file in a nested archive is <c>gerbers.zip/top.gbr</c>.</param>
/// <param name="Content">All of it, unpacked.</param>
public sealed record PackageFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
