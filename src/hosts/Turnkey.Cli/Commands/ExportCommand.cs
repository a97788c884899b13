using System.CommandLine;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Exports;
using Turnkey.Pipeline.Json;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey export PACKAGE --out DIR</c>: the same design as a clean set of files.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var package = SharedOptions.Package();
        var output = new Option<string>("--out") { Description = "Folder for the files; all of them are written, or none", HelpName = "DIR", Required = true };
        var json = SharedOptions.Json();
        var failOn = SharedOptions.FailOn();
        var command = new Command("export", "Write a design anew as a clean set: Gerber X2, XNC drills, IPC-D-356A netlist") { package, output, json, failOn };
        command.SetAction(parsed => Run(new InspectRequest(parsed.GetRequiredValue(package)), parsed.GetRequiredValue(output), parsed.GetValue(json), parsed.GetValue(failOn), terminal));
        return command;
    }

    private static int Run(InspectRequest request, string folder, bool json, Severity? failOn, Terminal terminal)
    {
        switch (ExportPipeline.Run(request, terminal))
        {
            case Export.Refused refused:
                return Refusal.Tell(terminal, request.Package, refused.Name, refused.Diagnostics, json);
            case Export.Done done:
                if (!ResultFolder.TryWrite(folder, [.. done.Files.Select(file => file.File)], terminal, out _)) return ExitCode.NotProcessed;
                foreach (var diagnostic in done.Diagnostics) terminal.Say(PlainText.Of(diagnostic.ToString()));
                if (json) terminal.Write(ExportJson.Write(done));
                else terminal.Write(string.Concat(done.Files.Select(file => PlainText.Of(Path.Combine(folder, file.File.Name)) + "\n")));
                return Refusal.CodeFor(done.Design.Diagnostics.Concat(done.Diagnostics), failOn);
            case var other:
                throw new InvalidOperationException($"no export {other}");
        }
    }
}
