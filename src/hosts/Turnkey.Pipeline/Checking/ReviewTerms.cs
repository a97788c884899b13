using System.Collections.Immutable;

namespace Turnkey.Pipeline.Checking;

/// <summary>What a design is to be held against, and what is known of it beside its package: what a check and a quote have in common.</summary>
public sealed record ReviewTerms
{
    public static ReviewTerms Usual { get; } = new();

    /// <summary>Keys of shipped capabilities, or paths of capability files; the first is the maker. Empty: the usual one.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>Class of IPC-6012 that the board must be, 2 or 3; null: as the build specification says.</summary>
    public int? IpcClass { get; init; }

    /// <summary>Path of a file of waivers; null when there is none. One that comes inside the package is never used by itself: its sender would pass its own board.</summary>
    public string? Waivers { get; init; }

    /// <summary>Path of a file of answers to the queries; null when there is none.</summary>
    public string? Answers { get; init; }

    /// <summary>Path of a file of parts whose orientation was confirmed before; null when there is none.</summary>
    public string? Confirmed { get; init; }

    /// <summary>The day on which waivers are judged; null where none is given: then those that expire are refused.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The bottom is soldered by wave.</summary>
    public bool BottomGoesOverWave { get; init; }
}
