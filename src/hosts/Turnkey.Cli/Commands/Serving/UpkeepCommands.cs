using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Turnkey.Cli.Text;
using Turnkey.Storage;
using Turnkey.Storage.Upkeep;

namespace Turnkey.Cli.Commands.Serving;

/// <summary><c>turnkey backup|restore|audit</c>: what an installation keeps, in one file and back; and whether its audit is as it was written.</summary>
internal static class UpkeepCommands
{
    public static Command Backup(Terminal terminal)
    {
        var (data, database) = (Data(), Database());
        var output = new Option<string>("--out") { Description = "File to write; must not be there", HelpName = "FILE", Required = true };
        var command = new Command("backup", "Write everything that a server keeps into one file, while it works") { data, database, output };
        command.SetAction(parsed => Run(terminal, async () =>
        {
            var file = parsed.GetRequiredValue(output);
            Tell(terminal, await Storage.Upkeep.Backup.WriteAsync(Options(parsed.GetRequiredValue(data), parsed.GetValue(database)), file, terminal.Time), $"wrote {PlainText.Of(file)}");
            return ExitCode.Done;
        }));
        return command;
    }

    public static Command Restore(Terminal terminal)
    {
        var (data, database) = (Data(), Database());
        var file = new Argument<string>("FILE") { Description = "A backup" };
        var command = new Command("restore", "Check a backup wholly and write it into an empty place") { file, data, database };
        command.SetAction(parsed => Run(terminal, async () =>
        {
            Tell(terminal, await Storage.Upkeep.Backup.RestoreAsync(parsed.GetRequiredValue(file), Options(parsed.GetRequiredValue(data), parsed.GetValue(database)), terminal.Time), $"restored into {PlainText.Of(parsed.GetRequiredValue(data))}");
            return ExitCode.Done;
        }));
        return command;
    }

    public static Command Audit(Terminal terminal)
    {
        var (data, database) = (Data(), Database());
        var command = new Command("audit", "Follow the audit's chain of hashes from its first entry to its last") { data, database };
        command.SetAction(parsed => Run(terminal, async () =>
        {
            var folder = parsed.GetRequiredValue(data);
            if (!Directory.Exists(folder)) throw new StoreException($"there is no folder '{folder}'");
            await using var store = await Store.OpenAsync(Options(folder, parsed.GetValue(database)), terminal.Time);
            var verdict = await AuditVerification.RunAsync(store);
            terminal.Write(verdict.Intact
                ? string.Create(CultureInfo.InvariantCulture, $"intact: {verdict.Verified:N0} entries, the last one has the hash {verdict.Head}\n")
                : string.Create(CultureInfo.InvariantCulture, $"NOT intact: {verdict.Fault} (the {verdict.Verified:N0} entries before it are as they were written)\n"));
            return verdict.Intact ? ExitCode.Done : ExitCode.NotProcessed;
        }));
        return command;
    }

    private static Option<string> Data() => new("--data") { Description = "Folder of the server", HelpName = "DIR", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TURNKEY_DATA") ?? "turnkey-data" };

    private static Option<string?> Database() => new("--database") { Description = "A PostgreSQL database instead of the one in the folder (or TURNKEY_DATABASE)", HelpName = "postgres://…" };

    private static StoreOptions Options(string folder, string? database) => new(Path.GetFullPath(folder)) { Database = database ?? Environment.GetEnvironmentVariable("TURNKEY_DATABASE") };

    private static void Tell(Terminal terminal, BackupReport report, string done) =>
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"{done}: {report.Rows:N0} rows, {report.Contents:N0} files, {report.Bytes:N0} bytes; the audit's last entry has the hash {report.Audit.Head}{(report.Missing.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {report.Missing.Count:N0} files were already missing or damaged") : "")}\n"));

    private static int Run(Terminal terminal, Func<Task<int>> work)
    {
        try
        {
            return work().GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is StoreException or DbException or IOException or UnauthorizedAccessException)
        {
            terminal.Say($"turnkey: {PlainText.Of(fault.Message.ReplaceLineEndings(" "))}");
            return ExitCode.NotProcessed;
        }
    }
}
