using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Intake.Reading;
using Turnkey.Kernel;

namespace Turnkey.Intake.Identification;

/// <summary>A file of the package, read, with what it turned out to be. Copied with changes as later steps learn more.</summary>
/// <param name="Path">Inside the package.</param>
/// <param name="Content">What the format reader understood.</param>
/// <param name="Meaning">What it is, as far as it is known.</param>
internal sealed record DesignFile(string Path, FileContent Content, LayerMeaning Meaning)
{
    public FileRole Role => Meaning.Role ?? FileRole.Other;

    /// <summary>Of the raw bytes, to find the same file twice.</summary>
    public required string Sha256 { get; init; }

    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Words of the name that say which board it is, not which layer.</summary>
    public ImmutableArray<string> OwnWords { get; init; } = [];

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What a job file or its name says it should have been, where its content was not understood; null for all others.</summary>
    public LayerMeaning? Promise { get; init; }
}
