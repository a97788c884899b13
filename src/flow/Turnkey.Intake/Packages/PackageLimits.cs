namespace Turnkey.Intake.Packages;

/// <summary>How much a package may hold. A package that goes beyond one of these is refused, and the refusal names the limit.</summary>
/// <param name="Files">Most files, those of nested archives included.</param>
/// <param name="UnpackedBytes">Most bytes of all files and nested archives together, counted while unpacking: declared sizes are not believed.</param>
/// <param name="Ratio">Most unpacked bytes per byte of archive. Deflate reaches 1,032; design files stay below 30.</param>
/// <param name="RatioFloorBytes">Unpacked bytes below which the ratio is not looked at: a tiny file of blanks is no bomb.</param>
/// <param name="NestedArchives">Most archives inside each other; 1 is an archive without archives.</param>
/// <param name="PathCharacters">Longest path inside the package.</param>
public sealed record PackageLimits(int Files, long UnpackedBytes, int Ratio, long RatioFloorBytes, int NestedArchives, int PathCharacters)
{
    /// <summary>5,000 files and 1 GB (2^30 bytes) unpacked, as the command line accepts them.</summary>
    public static PackageLimits Default { get; } = new(5_000, 1L << 30, 200, 32L << 20, 4, 1_000);
}
