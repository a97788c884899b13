using System.CommandLine;
using System.CommandLine.Invocation;
using Turnkey.Cli.Bundles;
using Turnkey.Cli.Commands;
using Turnkey.Cli.Commands.Serving;
using Turnkey.Cli.Commands.Working;
using Turnkey.Pipeline;

namespace Turnkey.Cli;

/// <summary>The command line: what can be asked, and how a wrong question is answered.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command. Never throws: what goes wrong is one line and an exit code.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        try
        {
            var root = Root(terminal);
            // No response files: a package may be called @board.
            var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0) return WrongUsage(terminal, Message(parsed, root), parsed.CommandResult.Command);
            using var help = new StringWriter();
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = help, Error = help });
            if (help.GetStringBuilder().Length > 0) terminal.Write(help.ToString());
            return code;
        }
        catch (Exception e)
        {
            // The last resort, for bugs and a broken machine: a line for the user, for a bug the rest on request.
            var environment = e is IOException or UnauthorizedAccessException;
            terminal.Say($"turnkey: {(environment ? "" : "internal error: ")}{e.Message.ReplaceLineEndings(" ")}");
            if (terminal.Trace) terminal.Say(e.ToString());
            else if (!environment) terminal.Say("Set TURNKEY_TRACE=1 to see where it came from.");
            return ExitCode.NotProcessed;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("The operating system of electronic contract manufacturing: from a design package to a quote.")
        {
            InspectCommand.Create(terminal),
            CheckCommand.Create(terminal),
            RenderCommand.Create(terminal),
            QuoteCommand.Create(terminal),
            SourceCommand.Create(terminal),
            ExportCommand.Create(terminal),
            BundleCommand.Create(terminal),
            ServeCommand.Create(terminal),
            DemoCommand.Create(terminal),
            WorkCommand.Create(terminal),
        };
        foreach (var version in root.Options.OfType<VersionOption>()) version.Action = new VersionAction(terminal);
        return root;
    }

    private static string Message(ParseResult parsed, RootCommand root)
    {
        if (parsed.CommandResult.Command != root) return parsed.Errors[0].Message;
        var commands = string.Join(", ", root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name));
        return parsed.UnmatchedTokens.Count > 0 ? $"there is no command '{parsed.UnmatchedTokens[0]}'; commands are {commands}" : $"say what to do; commands are {commands}";
    }

    private static int WrongUsage(Terminal terminal, string message, Command command)
    {
        var name = Path(command);
        terminal.Say($"turnkey: {message.ReplaceLineEndings(" ")}");
        terminal.Say($"Try '{name} --help'.");
        return ExitCode.WrongUsage;
    }

    /// <summary>The words that lead to a command: <c>turnkey bundle export rfq</c>.</summary>
    private static string Path(Command command) => command is RootCommand ? "turnkey" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(parent) : "turnkey")} {command.Name}";

    private sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Write($"turnkey {Engine.Version}\n");
            return ExitCode.Done;
        }
    }
}
