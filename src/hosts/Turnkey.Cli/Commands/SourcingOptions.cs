using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Turnkey.Kernel;
using Turnkey.Pipeline.Suppliers;
using Turnkey.Sourcing.Landing;
using Turnkey.Sourcing.Material;

namespace Turnkey.Cli.Commands;

/// <summary>How parts are to be bought: the options that <c>source</c> and <c>quote</c> have in common.</summary>
internal sealed class SourcingOptions
{
    private readonly Option<string?> customer = new("--customer") { Description = "The customer it is for: its contract prices and its stock may be used", HelpName = "NAME" };
    private readonly Option<string?> destination = new("--destination") { Description = "Country of the plant (US, DE …) or EU: duties are reckoned for it", HelpName = "COUNTRY", CustomParser = Country };
    private readonly Option<DateOnly?> asOf = new("--as-of") { Description = "Day on which offers are judged (default: today)", HelpName = "2026-01-31", CustomParser = Day };
    private readonly Option<int?> leadTime = new("--lead-limit") { Description = "Calendar days within which all parts must be here", HelpName = "DAYS", CustomParser = result => Whole(result, "--lead-limit", 0, 3650) };
    private readonly Option<int?> sources = new("--sources") { Description = "Most purchases that one part may be split into (default: 2)", HelpName = "K", CustomParser = result => Whole(result, "--sources", 1, SourcingPolicy.LargestSplit) };
    private readonly Option<DualSourcing?> dual = new("--dual-source") { Description = "Parts to be bought from two suppliers", HelpName = "U1,U3|all", CustomParser = Dual };
    private readonly Option<BrokerPolicy?> brokers = new("--brokers") { Description = "Independent sellers: for what nobody else can deliver in time (last), never (sellers of unknown channel then only where no authorised one has it, and named), or as any other (allowed)", HelpName = "last|never|allowed", CustomParser = Brokers };
    private readonly Option<decimal?> leftover = new("--leftover") { Description = "What pieces left over are worth, in percent of the lowest price (default: 0)", HelpName = "PERCENT", CustomParser = result => Percent(result, "--leftover", 100) };
    private readonly Option<decimal?> time = new("--time-weight") { Description = "Percent of the price that a week of waiting counts for (default: 0, stock before waiting up to the premium in landing-rules.csv)", HelpName = "PERCENT", CustomParser = result => Percent(result, "--time-weight", 1000) };
    private readonly Option<decimal?> risk = new("--risk-weight") { Description = "Percent of the price that each risk of an offer counts for (default: 0)", HelpName = "PERCENT", CustomParser = result => Percent(result, "--risk-weight", 1000) };

    private readonly Option<string?> approved = new("--avl") { Description = "Approved parts (CSV, XLSX): per part or place, maker and number, approved, preferred or not allowed", HelpName = "FILE" };

    private readonly Option<ImmutableArray<string>> suppliers = new("--suppliers") { Description = "Suppliers' interfaces to ask beside the offers: digi-key, mouser, element14, tme, nexar, or all that there are keys to", HelpName = "NAMES", CustomParser = SharedOptions.Names };
    private readonly Option<string?> keys = new("--keys") { Description = "Keys to the interfaces (YAML or JSON); else the environment: TURNKEY_MOUSER_KEY …", HelpName = "FILE" };
    private readonly Option<string?> cache = new("--cache") { Description = "Folder where answers are kept as long as each supplier's terms allow (default: the user's)", HelpName = "DIR" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[suppliers, keys, cache, customer, destination, asOf, leadTime, sources, dual, brokers, leftover, time, risk, approved]) command.Add(option);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="today">Where no day is given.</param>
    public SourcingPolicy Policy(ParseResult parsed, DateOnly today) => new()
    {
        Customer = parsed.GetValue(customer) ?? "",
        Destination = parsed.GetValue(destination),
        AsOf = parsed.GetValue(asOf) ?? today,
        LeadTimeLimitDays = parsed.GetValue(leadTime),
        MostSources = parsed.GetValue(sources) ?? SourcingPolicy.Default.MostSources,
        Dual = parsed.GetValue(dual) ?? DualSourcing.None,
        Brokers = parsed.GetValue(brokers) ?? BrokerPolicy.Last,
        LeftoverValue = parsed.GetValue(leftover) ?? 0m,
        WeekWeight = parsed.GetValue(time) ?? 0m,
        RiskWeight = parsed.GetValue(risk) ?? 0m,
    };

    /// <summary>Path of the approved parts list; null when there is none.</summary>
    public string? Approved(ParseResult parsed) => parsed.GetValue(approved);

    /// <summary>The suppliers' interfaces to ask; null when there are none.</summary>
    public OnlineRequest? Online(ParseResult parsed, TimeProvider clock) => parsed.GetValue(suppliers) is { IsDefaultOrEmpty: false } names
        ? new OnlineRequest(names, parsed.GetValue(keys), parsed.GetValue(cache) ?? UserCache(), Environment.GetEnvironmentVariable, clock) : null;

    /// <summary>Null where the machine has no place for a user's data.</summary>
    private static string? UserCache() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder ? Path.Combine(folder, "turnkey", "answers") : null;

    private static string? Country(ArgumentResult result)
    {
        var text = SharedOptions.Token(result).Trim();
        return CustomsTerritories.Shipped.Place(text) ?? SharedOptions.Fail<string>(result, $"--destination: '{text}' is no country; write its two letters (US, DE, CN …), its English name, or EU.");
    }

    private static DateOnly? Day(ArgumentResult result) =>
        DateOnly.TryParseExact(SharedOptions.Token(result).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : SharedOptions.Fail<DateOnly?>(result, $"--as-of: '{SharedOptions.Token(result)}' is no day; write it as 2026-01-31.");

    private static int? Whole(ArgumentResult result, string name, int least, int most) =>
        int.TryParse(SharedOptions.Token(result).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : SharedOptions.Fail<int?>(result, $"{name}: '{SharedOptions.Token(result)}' is no whole number from {least} to {most}.");

    private static decimal? Percent(ArgumentResult result, string name, int most) =>
        decimal.TryParse(SharedOptions.Token(result).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number : SharedOptions.Fail<decimal?>(result, $"{name}: '{SharedOptions.Token(result)}' is no percentage from 0 to {most}.");

    private static DualSourcing? Dual(ArgumentResult result)
    {
        var text = SharedOptions.Token(result).Trim();
        if (text.Equals("all", StringComparison.OrdinalIgnoreCase)) return new(true, [], DualSourcing.UsualShare);
        var (designators, rejected) = DesignatorList.Parse(text);
        return rejected.IsEmpty ? new(false, [.. designators], DualSourcing.UsualShare)
            : SharedOptions.Fail<DualSourcing>(result, $"--dual-source: '{rejected[0]}' is no designator; write designators such as U1,U3 or 'all'.");
    }

    private static BrokerPolicy? Brokers(ArgumentResult result) => SharedOptions.Token(result) switch
    {
        "last" => BrokerPolicy.Last,
        "never" => BrokerPolicy.Never,
        "allowed" => BrokerPolicy.Allowed,
        var other => SharedOptions.Fail<BrokerPolicy?>(result, $"--brokers: '{other}' is none of last, never and allowed."),
    };
}
