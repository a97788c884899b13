using System.CommandLine;

namespace Turnkey.Cli.Commands.Serving;

/// <summary><c>turnkey serve</c>: the server that customers and manufacturers meet on.</summary>
internal static class ServeCommand
{
    private const string DefaultFolder = "turnkey-data";

    public static Command Create(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = $"Folder of everything that is kept (default: TURNKEY_DATA, else {DefaultFolder}); made when it is not there", HelpName = "DIR" };
        var database = new Option<string?>("--database") { Description = "A PostgreSQL database instead of the one in the folder; with a password, better as TURNKEY_DATABASE", HelpName = "postgres://…" };
        var listen = new Option<string?>("--listen") { Description = "Where it listens (default: http://127.0.0.1:5080); http://*:5080 for all addresses of the machine", HelpName = "URL" };
        var address = new Option<string?>("--public") { Description = "How it is reached from outside, for links in mails", HelpName = "URL" };
        var workers = new Option<string?>("--workers") { Description = "Jobs at a time (default: 1); 0 leaves them to other servers on the same database", HelpName = "N" };
        var command = new Command("serve", "Run the server that customers and manufacturers meet on; settings stand in turnkey.json of the folder, in the environment (TURNKEY_LISTEN …) or here, the later one counts")
        {
            data, database, listen, address, workers,
        };
        command.SetAction(parsed => ServerRun.Run(
            parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("TURNKEY_DATA") ?? DefaultFolder,
            [("--database", "database", parsed.GetValue(database)), ("--listen", "listen", parsed.GetValue(listen)), ("--public", "public", parsed.GetValue(address)), ("--workers", "workers", parsed.GetValue(workers))],
            terminal));
        return command;
    }
}
