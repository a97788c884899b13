using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;
using Turnkey.Sourcing.Material;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey source PACKAGE|BOM --qty …</c>: what to buy from whom; and with <c>--instance</c>, a purchasing problem to measure with.</summary>
internal static class SourceCommand
{
    /// <summary>A line's quantity times this is still a demand the optimiser takes.</summary>
    private const int MostBoards = 1_000_000;

    public static Command Create(Terminal terminal)
    {
        var package = new Argument<string?>("PACKAGE|BOM") { Description = "A design package, or a parts list alone (CSV, XLSX, ODS …)", Arity = ArgumentArity.ZeroOrOne };
        var quantities = QuantityOptions.Quantities();
        var annual = QuantityOptions.Annual("Yearly volume that is bought for; releases are delivered from it");
        var output = new Option<string?>("--out") { Description = "Folder for source.json and a purchase list per supplier and quantity (CSV, XLSX)", HelpName = "DIR" };
        var offers = SharedOptions.Offers();
        var plant = SharedOptions.Plant();
        var consign = SharedOptions.Consign();
        var currency = SharedOptions.Currency();
        var buying = new SourcingOptions();
        var enquiries = new Option<ImmutableArray<string>>("--rfq") { Description = "With --out: suppliers to write a request for quotation to", HelpName = "NAMES", CustomParser = SharedOptions.Names };
        var instance = new Option<string?>("--instance") { Description = "A purchasing problem (JSON) to measure with, instead of a package", HelpName = "FILE" };
        var boards = new Option<int?>("--boards") { Description = "With --instance: boards that the quantities are for", HelpName = "N", CustomParser = Boards };
        var json = SharedOptions.Json();
        var failOn = SharedOptions.FailOn();
        var command = new Command("source", "Buy the parts of a package or BOM at the lowest landed cost, with proof") { package, quantities, annual, output, offers, enquiries, plant, consign, currency, json, failOn, instance, boards };
        buying.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(instance) is not null)
            {
                if (result.GetResult(boards) is null) result.AddError("--instance needs --boards N.");
                if (result.GetResult(package) is { Tokens.Count: > 0 }) result.AddError("--instance stands in place of a package: give one of them.");
                // An option that does nothing would be taken for one that was obeyed.
                foreach (var other in result.Children.OfType<OptionResult>().Where(one => !one.Implicit && one.Option != instance && one.Option != boards && one.Option != json))
                    result.AddError($"--instance takes --boards and --json only: leave out {other.Option.Name}.");
            }
            else if (result.GetResult(boards) is not null) result.AddError("--boards belongs to --instance FILE; for a package, say --qty.");
            else if (result.GetResult(package) is not { Tokens.Count: > 0 }) result.AddError("say what to buy for: a package or a BOM.");
            else if (result.GetResult(enquiries) is not null && result.GetResult(output) is null) result.AddError("--rfq needs --out DIR: that is where the sheets go.");
            else if (result.GetResult(quantities) is null) result.AddError("Option '--qty' is required.");
        });
        command.SetAction(parsed => parsed.GetValue(instance) is { } file
            ? SourceInstance.Run(file, parsed.GetValue(boards) ?? 1, parsed.GetValue(json), terminal)
            : Run(
                new SourceJob(new InspectRequest(parsed.GetValue(package)!), parsed.GetValue(quantities))
                {
                    Annual = parsed.GetValue(annual),
                    Plant = parsed.GetValue(plant),
                    Offers = parsed.GetValue(offers),
                    Consignment = parsed.GetValue(consign) ?? Consignment.None,
                    Currency = parsed.GetValue(currency),
                    Policy = buying.Policy(parsed, terminal.Today),
                    Approved = buying.Approved(parsed),
                    Online = buying.Online(parsed, terminal.Time),
                    Enquiries = parsed.GetValue(enquiries) is { IsDefaultOrEmpty: false } to ? to : [],
                },
                parsed.GetValue(output), parsed.GetValue(json), parsed.GetValue(failOn), terminal));
        return command;
    }

    private static int Run(SourceJob job, string? folder, bool json, Severity? failOn, Terminal terminal)
    {
        switch (SourcePipeline.Run(job, terminal))
        {
            case Sourced.Refused refused:
                return Refusal.Tell(terminal, job.Inspect.Package, refused.Name, refused.Diagnostics, json);
            case Sourced.Done done:
                ImmutableArray<string> written = [];
                if (folder is not null)
                {
                    var lists = SourceFiles.Lists(done);
                    if (!ResultFolder.TryReplace(folder, SourceFiles.Of(done, lists), lists, SourceFiles.Manifest, terminal, out written)) return ExitCode.NotProcessed;
                }
                if (json) terminal.Write(SourceJson.Write(done));
                else terminal.Write(SourceText.Write(done, written));
                return Refusal.CodeFor(done.Design.Diagnostics.Concat(done.Diagnostics), failOn);
            case var other:
                throw new InvalidOperationException($"no sourcing {other}");
        }
    }

    private static int? Boards(ArgumentResult result)
    {
        var text = SharedOptions.Token(result).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var boards) && boards is >= 1 and <= MostBoards
            ? boards
            : SharedOptions.Fail<int?>(result, $"--boards: '{text}' is no number of boards; write a whole number from 1 to {MostBoards}.");
    }
}
