using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;
using Turnkey.Quoting;
using Turnkey.Sourcing.Material;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey quote PACKAGE --qty …</c>: what it takes to make it, at each quantity.</summary>
internal static class QuoteCommand
{
    public static Command Create(Terminal terminal)
    {
        var package = SharedOptions.Package();
        var quantities = QuantityOptions.Quantities();
        quantities.Required = true;
        var annual = QuantityOptions.Annual("Yearly volume: material is bought on it, set-up is paid per release");
        var output = new Option<string?>("--out") { Description = "Folder for the results (default: out/<package>; with --json: none)", HelpName = "DIR" };
        var offers = SharedOptions.Offers();
        var plant = SharedOptions.Plant();
        var specification = SharedOptions.Specification();
        var scope = new Option<QuoteScope?>("--scope") { Description = "What to quote (default: all that the package allows)", HelpName = "fabrication,assembly,test,packaging", CustomParser = Scope };
        var consign = SharedOptions.Consign();
        var currency = SharedOptions.Currency();
        var buying = new SourcingOptions();
        var terms = new ReviewOptions();
        var json = SharedOptions.Json();
        var failOn = SharedOptions.FailOn();
        var command = new Command("quote", "Price a design package at one or more quantities") { package, quantities, annual, output, offers, plant, specification, scope, consign, currency, json, failOn };
        buying.AddTo(command);
        terms.AddTo(command);
        command.SetAction(parsed => Run(
            new QuoteJob(new InspectRequest(parsed.GetRequiredValue(package)) { Specification = parsed.GetValue(specification) }, parsed.GetRequiredValue(quantities))
            {
                Annual = parsed.GetValue(annual),
                Plant = parsed.GetValue(plant),
                Offers = parsed.GetValue(offers),
                Scope = parsed.GetValue(scope) ?? QuoteScope.All,
                Review = terms.Terms(parsed, terminal.Today),
                Consignment = parsed.GetValue(consign) ?? Consignment.None,
                Currency = parsed.GetValue(currency),
                Policy = buying.Policy(parsed, terminal.Today),
                Approved = buying.Approved(parsed),
                Online = buying.Online(parsed, terminal.Time),
            },
            parsed.GetValue(output),
            parsed.GetValue(json),
            parsed.GetValue(failOn),
            terminal));
        return command;
    }

    private static int Run(QuoteJob job, string? output, bool json, Severity? failOn, Terminal terminal)
    {
        switch (QuotePipeline.Run(job, terminal))
        {
            case Quotation.Refused refused:
                return Refusal.Tell(terminal, job.Inspect.Package, refused.Name, refused.Diagnostics, json);
            case Quotation.Done done:
                var folder = output ?? (json ? null : Path.Combine("out", done.Design.Package.Name));
                ImmutableArray<string> written = [];
                if (folder is not null && !ResultFolder.TryWrite(folder, QuoteFiles.Of(done, terminal), terminal, out written)) return ExitCode.NotProcessed;
                if (json) terminal.Write(QuoteJson.Write(done));
                else terminal.Write(QuoteText.Write(done, written));
                var reached = done.Reviews.SelectMany(one => one.Review.Findings).Any(finding => finding.Counts && finding.Severity >= failOn);
                return reached ? ExitCode.FindingsReached : Refusal.CodeFor(done.Design.Diagnostics.Concat(done.Quote.Diagnostics), failOn);
            case var other:
                throw new InvalidOperationException($"no quotation {other}");
        }
    }

    private static QuoteScope? Scope(ArgumentResult result) =>
        QuoteScopes.Parse(SharedOptions.Token(result)) ?? SharedOptions.Fail<QuoteScope?>(result, $"--scope: '{SharedOptions.Token(result)}' is not made of fabrication, assembly, test and packaging.");
}
