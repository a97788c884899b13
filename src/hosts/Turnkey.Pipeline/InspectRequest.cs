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

    /// <summary>Whether the BOM is scrubbed: parts told, makers named, values read.</summary>
    public bool Bom { get; init; }

    /// <summary>Path of a folder of offers that resolve suppliers' codes in the scrub; null when there is none.</summary>
    public string? Offers { get; init; }

    /// <summary>Path of a list of approved and forbidden parts for the scrub; null when there is none.</summary>
    public string? Approved { get; init; }

    /// <summary>Whose approvals count beside those for everybody; null when nobody is named.</summary>
    public string? Customer { get; init; }

    public PackageLimits Limits { get; init; } = PackageLimits.Default;
}
