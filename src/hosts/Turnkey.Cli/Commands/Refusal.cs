using System.Collections.Immutable;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline.Json;

namespace Turnkey.Cli.Commands;

/// <summary>How a command ends when its input is no good, or not good enough.</summary>
internal static class Refusal
{
    /// <summary>Diagnostics that are printed; a broken package can have thousands.</summary>
    private const int Most = 20;

    /// <param name="input">As it was asked for.</param>
    /// <param name="name">As results call it.</param>
    public static int Tell(Terminal terminal, string input, string name, ImmutableArray<Diagnostic> diagnostics, bool json)
    {
        if (json) terminal.Write(RefusalJson.Write(name, diagnostics));
        terminal.Say($"turnkey: '{PlainText.Of(input)}' cannot be processed");
        // The order within one severity is kept: the reason stands first.
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Take(Most)) terminal.Say(diagnostic.ToString());
        if (diagnostics.Length > Most) terminal.Say($"and {diagnostics.Length - Most} more");
        return ExitCode.NotProcessed;
    }

    public static int CodeFor(IEnumerable<Diagnostic> diagnostics, Severity? failOn) =>
        failOn is { } severity && diagnostics.Any(diagnostic => diagnostic.Severity >= severity) ? ExitCode.FindingsReached : ExitCode.Done;
}
