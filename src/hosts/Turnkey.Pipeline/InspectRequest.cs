using Turnkey.Intake.Packages;

namespace Turnkey.Pipeline;

/// <summary>A package to look into.</summary>
/// <param name="Package">Path of a folder, an archive or a file.</param>
public sealed record InspectRequest(string Package)
{
    /// <summary>Path of a build specification that counts before what the package says; null when there is none.</summary>
    public string? Specification { get; init; }

    /// <summary>Whether the nets are traced and the copper is measured.</summary>
    public bool Nets { get; init; }

    public PackageLimits Limits { get; init; } = PackageLimits.Default;
}
