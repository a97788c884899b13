using System.Collections.Immutable;
using Turnkey.Intake.Packages;

namespace Turnkey.Pipeline.Checking;

/// <summary>A package to be held against what its maker can do.</summary>
/// <param name="Package">Path of a folder, an archive or a file.</param>
public sealed record CheckRequest(string Package)
{
    /// <summary>Keys of shipped capabilities, or paths of capability files; the first is the maker. Empty: the usual one.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Class of IPC-6012 that the board must be, 2 or 3; null: as the build specification says.</summary>
    public int? IpcClass { get; init; }

    /// <summary>Path of a build specification that counts before what the package says; null when there is none.</summary>
    public string? Specification { get; init; }

    /// <summary>Path of a file of waivers; null when there is none. One that comes inside the package is never used by itself: its sender would pass its own board.</summary>
    public string? Waivers { get; init; }

    /// <summary>Whether all makers that ship with the program are held against the board as well.</summary>
    public bool Choose { get; init; }

    /// <summary>Whether the points that a flying probe can be set on are listed.</summary>
    public bool Probes { get; init; }

    /// <summary>Path of a file of answers to the queries; null when there is none.</summary>
    public string? Answers { get; init; }

    public PackageLimits Limits { get; init; } = PackageLimits.Default;
}
