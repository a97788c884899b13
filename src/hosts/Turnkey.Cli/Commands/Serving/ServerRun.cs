using System.Data.Common;
using Turnkey.Server;
using Turnkey.Storage;

namespace Turnkey.Cli.Commands.Serving;

/// <summary>Runs the server until it is told to stop.</summary>
internal static class ServerRun
{
    /// <param name="folder">Of everything that is kept.</param>
    /// <param name="given">On the command line: option, setting, text.</param>
    public static int Run(string folder, IReadOnlyList<(string Option, string Setting, string? Text)> given, Terminal terminal)
    {
        if (folder.Length == 0) return Wrong(terminal, "--data: name a folder");
        var (options, wrong) = Read(new ServerOptions(Path.GetFullPath(folder)), given);
        return options is null ? Wrong(terminal, wrong) : RunAsync(options, terminal).GetAwaiter().GetResult();
    }

    /// <summary>The file, over it the environment, over that the command line. Null, with what is wrong, when one of them is not understood.</summary>
    internal static (ServerOptions? Options, string Wrong) Read(ServerOptions options, IReadOnlyList<(string Option, string Setting, string? Text)> given)
    {
        var (read, wrong) = ServerSettingsFile.Read(options);
        if (read is null) return (null, wrong);
        foreach (var setting in ServerSettings.All)
        {
            if (Environment.GetEnvironmentVariable(setting.Variable) is not { Length: > 0 } text) continue;
            (var set, wrong) = setting.Set(read, text);
            if (set is null) return (null, $"{setting.Variable}: {wrong}");
            read = set;
        }
        foreach (var (option, name, text) in given)
        {
            if (text is null) continue;
            (var set, wrong) = ServerSettings.All.Single(one => one.Name == name).Set(read, text);
            if (set is null) return (null, $"{option}: {wrong}");
            read = set;
        }
        return ServerSettings.Complete(read);
    }

    private static async Task<int> RunAsync(ServerOptions options, Terminal terminal)
    {
        try
        {
            // Designs, prices and keys of several companies: nobody else on the machine is to read them.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(options.Folder);
            else Directory.CreateDirectory(options.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await using var server = await TurnkeyServer.StartAsync(options);
            terminal.Say($"Turnkey listens on {server.Address}");
            if (await server.IsNewAsync()) terminal.Say($"Nobody has been here yet: whoever opens {server.Address} first sets it up and becomes its administrator.");
            await server.WaitAsync();
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is StoreException or DbException or IOException or UnauthorizedAccessException)
        {
            terminal.Say($"turnkey: {fault.Message.ReplaceLineEndings(" ")}");
            return ExitCode.NotProcessed;
        }
    }

    private static int Wrong(Terminal terminal, string why)
    {
        terminal.Say($"turnkey: {why}");
        terminal.Say("Try 'turnkey serve --help'.");
        return ExitCode.WrongUsage;
    }
}
