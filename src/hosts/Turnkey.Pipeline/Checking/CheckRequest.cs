using Turnkey.Intake.Packages;

namespace Turnkey.Pipeline.Checking;

/// <summary>A package to be held against what its maker can do.</summary>
/// <param name="Package">Path of a folder, an archive or a file.</param>
public sealed record CheckRequest(string Package)
{
    /// <summary>What the design is held against.</summary>
    public ReviewTerms Terms { get; init; } = ReviewTerms.Usual;

    /// <summary>Path of a build specification that counts before what the package says; null when there is none.</summary>
    public string? Specification { get; init; }

    /// <summary>Whether all makers that ship with the program are held against the board as well.</summary>
    public bool Choose { get; init; }

    /// <summary>Whether the points that a flying probe can be set on are listed.</summary>
    public bool Probes { get; init; }

    public PackageLimits Limits { get; init; } = PackageLimits.Default;
}
