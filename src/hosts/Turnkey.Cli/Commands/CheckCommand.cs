using System.Collections.Immutable;
using System.CommandLine;
using Turnkey.Cli.Text;
using Turnkey.Dfx.Assembling.Centroids;
using Turnkey.Kernel;
using Turnkey.Pipeline.Checking;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey check PACKAGE</c>: whether it can be made.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var package = SharedOptions.Package();
        var terms = new ReviewOptions();
        var json = SharedOptions.Json();
        var specification = SharedOptions.Specification();
        var failOn = SharedOptions.FailOn();
        var choose = new Option<bool>("--choose") { Description = "Say as well which of the makers that ship with the program can make it, and what stands in the way of cheaper ones" };
        var probes = new Option<string?>("--probes") { Description = "Write the points that a flying probe can be set on, as IPC-D-356A", HelpName = "FILE" };
        var remember = new Option<string?>("--remember") { Description = "Write the parts whose orientation is confirmed (those of --confirmed, and what --answers says) as a file for --confirmed; it may be the same file", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "Folder for check.html, check.json, queries.html and queries.json (default: none)", HelpName = "DIR" };
        var command = new Command("check", "Say whether a design can be fabricated, assembled and tested, with place, measure, limit and remedy of every finding") { package, output, json, specification, choose, probes, remember, failOn };
        terms.AddTo(command);
        command.SetAction(parsed => Run(
            new CheckRequest(parsed.GetRequiredValue(package))
            {
                Terms = terms.Terms(parsed, terminal.Today),
                Specification = parsed.GetValue(specification),
                Choose = parsed.GetValue(choose),
                Probes = parsed.GetValue(probes) is not null,
            },
            parsed.GetValue(output),
            parsed.GetValue(probes),
            parsed.GetValue(remember),
            parsed.GetValue(json),
            parsed.GetValue(failOn),
            terminal));
        return command;
    }

    private static int Run(CheckRequest request, string? output, string? probes, string? remember, bool json, Severity? failOn, Terminal terminal)
    {
        switch (CheckPipeline.Run(request, terminal))
        {
            case Checked.Refused refused:
                return Refusal.Tell(terminal, request.Package, refused.Name, refused.Diagnostics, json);
            case Checked.Done done:
                if (output is not null && !ResultFolder.TryWrite(output, CheckFiles.Of(done), terminal, out _)) return ExitCode.NotProcessed;
                if (probes is not null && !TryWriteProbes(probes, done, terminal)) return ExitCode.NotProcessed;
                if (remember is not null && !TryWrite(remember, [new OutputFile(Path.GetFileName(remember), ConfirmedPartFile.Write(done.Confirmed))], terminal)) return ExitCode.NotProcessed;
                if (json) terminal.Write(ReviewJson.Write(done));
                else terminal.Write(ReviewText.Write(done));
                var reached = done.Reviews.SelectMany(review => review.Review.Findings).Any(finding => finding.Counts && finding.Severity >= failOn);
                return reached ? ExitCode.FindingsReached : Refusal.CodeFor(done.Design.Diagnostics.Concat(done.Diagnostics), failOn);
            case var other:
                throw new InvalidOperationException($"no check {other}");
        }
    }

    /// <summary>The first board's points go to the file that was named, those of others beside it under their own names. No file is written where there are none, which is a diagnostic.</summary>
    private static bool TryWriteProbes(string path, Checked.Done done, Terminal terminal)
    {
        if (done.Probes.IsEmpty) return true;
        return TryWrite(path, [done.Probes[0] with { Name = Path.GetFileName(path) }, .. done.Probes.Skip(1)], terminal);
    }

    /// <summary>Files into the folder of a path.</summary>
    private static bool TryWrite(string path, ImmutableArray<OutputFile> files, Terminal terminal) =>
        ResultFolder.TryWrite(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", files, terminal, out _);
}
