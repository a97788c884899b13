using System.CommandLine;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey inspect PACKAGE</c>: what is in it.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var package = SharedOptions.Package();
        var json = SharedOptions.Json();
        var specification = SharedOptions.Specification();
        var failOn = SharedOptions.FailOn();
        var nets = new Option<bool>("--nets") { Description = "Trace the nets of the copper, measure it, and compare it with the netlist" };
        var bom = new Option<bool>("--bom") { Description = "Scrub the BOM: part numbers, manufacturers, distributors' codes and parameters, each with its certainty" };
        var offers = new Option<string?>("--offers") { Description = "With --bom: a folder of offers that resolve distributors' codes", HelpName = "DIR" };
        var approved = new Option<string?>("--avl") { Description = "With --bom: a list of approved and forbidden parts (CSV, XLSX)", HelpName = "FILE" };
        var customer = new Option<string?>("--customer") { Description = "With --avl: whose approvals count beside those for everybody", HelpName = "NAME" };
        var command = new Command("inspect", "Say what a design package holds: board, BOM, placements, specification, and what is wrong with it") { package, json, specification, nets, bom, offers, approved, customer, failOn };
        command.SetAction(parsed => Run(
            new InspectRequest(parsed.GetRequiredValue(package)) { Specification = parsed.GetValue(specification), Nets = parsed.GetValue(nets), Bom = parsed.GetValue(bom), Offers = parsed.GetValue(offers), Approved = parsed.GetValue(approved), Customer = parsed.GetValue(customer) },
            parsed.GetValue(json),
            parsed.GetValue(failOn),
            terminal));
        return command;
    }

    private static int Run(InspectRequest request, bool json, Severity? failOn, Terminal terminal)
    {
        switch (InspectPipeline.Run(request, terminal))
        {
            case Inspection.Refused refused:
                return Refusal.Tell(terminal, request.Package, refused.Name, refused.Diagnostics, json);
            case Inspection.Done done:
                if (json) terminal.Write(InspectJson.Write(done));
                else terminal.Write(DesignText.Write(done.Design, done.Copper, done.Scrub));
                if (done.IsEmpty)
                {
                    // What was identified is shown all the same; rendering, writing or quoting it would end like this.
                    terminal.Say($"turnkey: nothing in '{PlainText.Of(done.Design.Package.Name)}' can be read");
                    return ExitCode.NotProcessed;
                }
                return Refusal.CodeFor(done.Design.Diagnostics, failOn);
            case var other:
                throw new InvalidOperationException($"no inspection {other}");
        }
    }
}
