using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Turnkey.Cli.Text;
using Turnkey.Kernel;
using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;
using Turnkey.Quoting;
using Turnkey.Sourcing.Material;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey quote PACKAGE --qty …</c>: what it takes to make it, at each quantity.</summary>
internal static class QuoteCommand
{
    public static Command Create(Terminal terminal)
    {
        var package = SharedOptions.Package();
        var quantities = new Option<ImmutableArray<int>>("--qty") { Description = "Products per release: one or more quantities", HelpName = "10,100,1000", Required = true, CustomParser = Quantities };
        var annual = new Option<int?>("--annual") { Description = "Yearly volume: material is bought on it, set-up is paid per release", HelpName = "N", CustomParser = Annual };
        var output = new Option<string?>("--out") { Description = "Folder for the results (default: out/<package>; with --json: none)", HelpName = "DIR" };
        var offers = new Option<string?>("--offers") { Description = "Folder with suppliers' offers and price lists (CSV, XLSX)", HelpName = "DIR" };
        var plant = new Option<string?>("--plant") { Description = "Plant data (YAML): machines, rates, overhead, margin", HelpName = "FILE" };
        var specification = SharedOptions.Specification();
        var scope = new Option<QuoteScope?>("--scope") { Description = "What to quote (default: all that the package allows)", HelpName = "fabrication,assembly,test,packaging", CustomParser = Scope };
        var consign = new Option<Consignment?>("--consign") { Description = "Parts that the customer supplies", HelpName = "R1,U3|all", CustomParser = Consign };
        var currency = new Option<Currency?>("--currency") { Description = "Currency of the quote (default: the plant's)", HelpName = "USD", CustomParser = AsCurrency };
        var json = SharedOptions.Json();
        var failOn = SharedOptions.FailOn();
        var command = new Command("quote", "Price a design package at one or more quantities") { package, quantities, annual, output, offers, plant, specification, scope, consign, currency, json, failOn };
        command.SetAction(parsed => Run(
            new QuoteJob(new InspectRequest(parsed.GetRequiredValue(package)) { Specification = parsed.GetValue(specification) }, parsed.GetRequiredValue(quantities))
            {
                Annual = parsed.GetValue(annual),
                Plant = parsed.GetValue(plant),
                Offers = parsed.GetValue(offers),
                Scope = parsed.GetValue(scope) ?? QuoteScope.All,
                Consignment = parsed.GetValue(consign) ?? Consignment.None,
                Currency = parsed.GetValue(currency),
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
                if (folder is not null && !TryWrite(folder, done, terminal, out written)) return ExitCode.NotProcessed;
                if (json) terminal.Write(QuoteJson.Write(done));
                else terminal.Write(QuoteText.Write(done, written));
                return Refusal.CodeFor(done.Design.Diagnostics.Concat(done.Quote.Diagnostics), failOn);
            case var other:
                throw new InvalidOperationException($"no quotation {other}");
        }
    }

    /// <summary>False when the folder cannot be written to: the fault of a path or a disk, told in one line.</summary>
    private static bool TryWrite(string folder, Quotation.Done quotation, Terminal terminal, out ImmutableArray<string> written)
    {
        var files = QuoteFiles.Of(quotation, terminal);
        try
        {
            written = OutputFolder.Write(folder, files);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            written = [];
            terminal.Say($"turnkey: cannot write to '{PlainText.Of(folder)}': {PlainText.Of(e.Message.ReplaceLineEndings(" "))}");
            return false;
        }
    }

    private static ImmutableArray<int> Quantities(ArgumentResult result)
    {
        var quantities = ImmutableArray.CreateBuilder<int>();
        foreach (var word in SharedOptions.Token(result).Split(','))
        {
            if (Quantity(word) is not { } quantity)
            {
                result.AddError($"--qty: '{word.Trim()}' is no quantity; write whole numbers from 1 to {QuoteRequest.LargestQuantity}, separated by commas.");
                return [];
            }
            if (!quantities.Contains(quantity)) quantities.Add(quantity);
        }
        return quantities.ToImmutable();
    }

    private static int? Annual(ArgumentResult result) =>
        Quantity(SharedOptions.Token(result)) ?? SharedOptions.Fail<int?>(result, $"--annual: '{SharedOptions.Token(result)}' is no yearly volume; write a whole number from 1 to {QuoteRequest.LargestQuantity}.");

    private static int? Quantity(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= QuoteRequest.LargestQuantity ? quantity : null;

    private static QuoteScope? Scope(ArgumentResult result) =>
        QuoteScopes.Parse(SharedOptions.Token(result)) ?? SharedOptions.Fail<QuoteScope?>(result, $"--scope: '{SharedOptions.Token(result)}' is not made of fabrication, assembly, test and packaging.");

    private static Consignment? Consign(ArgumentResult result)
    {
        var (consignment, rejected) = Consignment.Parse(SharedOptions.Token(result));
        if (rejected.IsEmpty) return consignment;
        return SharedOptions.Fail<Consignment>(result, $"--consign: '{rejected[0]}' is no designator; write designators such as R1,U3 or 'all'.");
    }

    private static Currency? AsCurrency(ArgumentResult result) =>
        Currency.Parse(SharedOptions.Token(result)) ?? SharedOptions.Fail<Currency>(result, $"--currency: '{SharedOptions.Token(result)}' is none of {string.Join(", ", Currency.All)}.");
}
