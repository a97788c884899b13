using System.CommandLine;

namespace Turnkey.Cli.Commands.Working;

/// <summary><c>turnkey work</c>: what the server starts in a process of its own to have one job done. Nobody types it, so no help shows it.</summary>
internal static class WorkCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("work", "Do the job that the server writes to the standard input") { Hidden = true };
        command.SetAction(_ => JobProcess.Run(Console.OpenStandardInput(), terminal));
        return command;
    }
}
