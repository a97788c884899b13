using System.Collections.Immutable;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Jobs.Work;

/// <summary>A line on the standard output of a process that works: where it is, and at the end what it made or why it made nothing.</summary>
internal sealed record WorkMessage
{
    /// <summary>What begins now, for people; empty in the last message.</summary>
    public string Stage { get; init; } = "";

    /// <summary>How far it is, 0 to 1000.</summary>
    public int Permille { get; init; }

    /// <summary>The end: files in the folder of results. Null before, and when there is no result.</summary>
    public ImmutableArray<WorkFile>? Files { get; init; }

    /// <summary>The end without a result: why, in the words of who asked. Null when there is one.</summary>
    public string? Refused { get; init; }
}

/// <summary>A result.</summary>
/// <param name="Name">A plain file name in the folder of results.</param>
/// <param name="Audience">Who may read it.</param>
internal sealed record WorkFile(string Name, Audience Audience)
{
    /// <summary>Facts of a package: read into its row, and not a paper.</summary>
    public const string Intake = "intake.json";
}
