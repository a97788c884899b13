using System.CommandLine;
using System.Data.Common;
using Turnkey.Server;
using Turnkey.Server.Demonstration;
using Turnkey.Storage;

namespace Turnkey.Cli.Commands.Serving;

/// <summary><c>turnkey demo</c>: the whole way once with invented companies, then the server to look at it.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = "Folder to keep it in; not there yet, or empty (default: a new one that is deleted at the end)", HelpName = "DIR" };
        var database = new Option<string?>("--database") { Description = "An empty PostgreSQL database instead of SQLite in the folder", HelpName = "postgres://…" };
        var listen = new Option<string>("--listen") { Description = "Where it listens", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var exit = new Option<bool>("--exit") { Description = "End after the order" };
        var command = new Command("demo", "Walk a customer, two manufacturers and the sample from request to order, then serve what came of it") { data, database, listen, exit };
        command.SetAction(parsed => RunAsync(parsed.GetValue(data), parsed.GetValue(database), parsed.GetRequiredValue(listen), parsed.GetValue(exit), terminal).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? database, string listen, bool exit, Terminal terminal)
    {
        var folder = data is null ? Directory.CreateTempSubdirectory("turnkey-demo-").FullName : Path.GetFullPath(data);
        try
        {
            if (data is not null && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                terminal.Say($"turnkey: '{folder}' is not empty; the demonstration begins with nobody in it");
                return ExitCode.NotProcessed;
            }
            await using var server = await TurnkeyServer.StartAsync(new ServerOptions(folder) { Database = database, Listen = listen, Log = false });
            if (!await server.IsNewAsync())
            {
                terminal.Say("turnkey: somebody is already in this database; the demonstration begins with nobody in it");
                return ExitCode.NotProcessed;
            }
            var access = await DemoWalk.RunAsync(server, new DemoFiles(Path.Combine(AppContext.BaseDirectory, "samples")), line => terminal.Write(line + "\n"));
            if (exit) return ExitCode.Done;
            terminal.Write($"\nLook at it at {server.Address}/rfqs/{access.Request} (Ctrl+C ends it). Sign in with the password {access.Password} as\n");
            foreach (var (company, mail) in access.People) terminal.Write($"  {mail,-34} {company}\n");
            await server.WaitAsync();
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is StoreException or DbException or IOException or UnauthorizedAccessException)
        {
            terminal.Say($"turnkey: {fault.Message.ReplaceLineEndings(" ")}");
            return ExitCode.NotProcessed;
        }
        finally
        {
            if (data is null) Directory.Delete(folder, recursive: true);
        }
    }
}
