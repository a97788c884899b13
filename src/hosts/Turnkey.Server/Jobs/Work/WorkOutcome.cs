using System.Collections.Immutable;

namespace Turnkey.Server.Jobs.Work;

/// <summary>How a process that worked ended.</summary>
internal abstract record WorkOutcome
{
    private WorkOutcome()
    {
    }

    public sealed record Done(ImmutableArray<WorkFile> Files) : WorkOutcome;

    /// <summary>It will end so each time: it is not tried again.</summary>
    /// <param name="Why">In the words of who asked.</param>
    public sealed record Refused(string Why) : WorkOutcome;

    /// <summary>It ended without a word.</summary>
    /// <param name="Trace">The end of what it wrote to its error stream, for who runs the installation.</param>
    public sealed record Died(int ExitCode, string Trace) : WorkOutcome;

    /// <summary>It was stopped from here: called off, taken by another server, or this server ends.</summary>
    public sealed record Stopped : WorkOutcome;
}
