using System.Collections.Immutable;
using System.CommandLine;
using Turnkey.Kernel;
using Turnkey.Sourcing.Material;

namespace Turnkey.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class SharedOptions
{
    public static Argument<string> Package() => new("PACKAGE") { Description = "A folder, a zip (also with zips in it), a .tgz, or a single file" };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON" };

    public static Option<string?> Specification() => new("--spec") { Description = "A build specification (YAML) that counts before what the package says", HelpName = "FILE" };

    public static Option<Severity?> FailOn()
    {
        var option = new Option<Severity?>("--fail-on")
        {
            Description = "Exit with 3 when a diagnostic or finding is this severe",
            HelpName = "error|warning",
            CustomParser = result => Token(result) switch
            {
                "error" => Severity.Error,
                "warning" => Severity.Warning,
                var other => Fail<Severity?>(result, $"--fail-on: '{other}' is neither 'error' nor 'warning'."),
            },
        };
        return option;
    }

    public static Option<string?> Offers() => new("--offers") { Description = "Folder with suppliers' offers, price lists, answers and stock (CSV, XLSX, JSON)", HelpName = "DIR" };

    public static Option<string?> Plant() => new("--plant") { Description = "Plant data (YAML): machines, rates, overhead, margin", HelpName = "FILE" };

    public static Option<Consignment?> Consign() => new("--consign")
    {
        Description = "Parts that the customer supplies",
        HelpName = "R1,U3|all",
        CustomParser = result =>
        {
            var (consignment, rejected) = Consignment.Parse(Token(result));
            return rejected.IsEmpty ? consignment : Fail<Consignment>(result, $"--consign: '{rejected[0]}' is no designator; write designators such as R1,U3 or 'all'.");
        },
    };

    public static Option<Currency?> Currency() => new("--currency")
    {
        Description = "Currency of the result (default: the plant's)",
        HelpName = "USD",
        CustomParser = result => Kernel.Currency.Parse(Token(result)) ?? Fail<Currency>(result, $"--currency: '{Token(result)}' is none of {string.Join(", ", Kernel.Currency.All)}."),
    };

    /// <summary>Names separated by commas.</summary>
    public static ImmutableArray<string> Names(System.CommandLine.Parsing.ArgumentResult result)
    {
        ImmutableArray<string> names = [.. Token(result).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return names.IsEmpty ? Fail<ImmutableArray<string>>(result, $"{result.Argument.Name}: write one or more names, separated by commas.") : names;
    }

    /// <summary>The one value of an option.</summary>
    public static string Token(System.CommandLine.Parsing.ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";

    public static T? Fail<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
