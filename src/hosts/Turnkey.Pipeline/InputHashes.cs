namespace Turnkey.Pipeline;

/// <summary>What a design was made from, each as SHA-256 in lower-case hexadecimal.</summary>
/// <param name="Package">Canonical hash of the package.</param>
/// <param name="Specification">Of the build specification given; null when there is none.</param>
public sealed record InputHashes(string Package, string? Specification);
