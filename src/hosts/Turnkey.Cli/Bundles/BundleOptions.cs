using System.CommandLine;
using System.Globalization;
using Turnkey.Cli.Commands;
using Turnkey.Contracts.Orders;

namespace Turnkey.Cli.Bundles;

/// <summary>Options that several bundle commands have.</summary>
internal static class BundleOptions
{
    public static Option<string> Identity() => new("--identity") { Description = "Folder of your organisation's key and profile, as 'turnkey bundle keygen' wrote it", HelpName = "DIR", Required = true };

    public static Option<string> Output() => new("--out") { Description = "The bundle to be written", HelpName = "FILE", Required = true };

    public static Option<string> Answers(string what) => new("--answers") { Description = what, HelpName = "BUNDLE", Required = true };

    public static Option<string?> Fingerprint() => new("--fingerprint") { Description = "Of the sender's key, as the sender told it by another way", HelpName = "HEX" };

    public static Option<string> By() => new("--by") { Description = "Name of the person who says it", HelpName = "NAME", Required = true };

    public static Option<string?> Note() => new("--note") { Description = "What else is to be said", HelpName = "TEXT" };

    public static Option<DateOnly[]> Days(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => [.. result.Tokens.Select(token => Day(token.Value) ?? SharedOptions.Fail<DateOnly>(result, $"{name}: '{token.Value}' is no day; write it as 2026-01-31."))],
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<DateOnly?> Day(string name, string description, bool required) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        Required = required,
        CustomParser = result => Day(SharedOptions.Token(result)) ?? SharedOptions.Fail<DateOnly?>(result, $"{name}: '{SharedOptions.Token(result)}' is no day; write it as 2026-01-31."),
    };

    public static Option<OrderedLot[]> Lots() => new("--lot")
    {
        Description = "What is delivered when: 100@2026-05-01; may be given several times",
        HelpName = "QTY@YYYY-MM-DD",
        Required = true,
        CustomParser = result => [.. result.Tokens.Select(token => Lot(token.Value) ?? SharedOptions.Fail<OrderedLot>(result, $"--lot: '{token.Value}' is no lot; write it as 100@2026-05-01.")!)],
    };

    public static Option<int?> Count(string name, string description, bool required) => new(name)
    {
        Description = description,
        HelpName = "N",
        Required = required,
        CustomParser = result => Count(SharedOptions.Token(result)) ?? SharedOptions.Fail<int?>(result, $"{name}: '{SharedOptions.Token(result)}' is no whole number from 1 on."),
    };

    private static OrderedLot? Lot(string text) => text.Split('@') is [var quantity, var due] && Count(quantity) is { } count && Day(due) is { } day ? new OrderedLot(count, day) : null;

    private static int? Count(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 ? count : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
