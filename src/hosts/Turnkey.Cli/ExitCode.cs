namespace Turnkey.Cli;

/// <summary>What the process says to its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input cannot be processed, or the result not be written.</summary>
    public const int NotProcessed = 1;

    public const int WrongUsage = 2;

    /// <summary>Findings or diagnostics reach the severity given with <c>--fail-on</c>.</summary>
    public const int FindingsReached = 3;
}
