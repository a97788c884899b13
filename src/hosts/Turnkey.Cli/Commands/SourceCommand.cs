using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Turnkey.Cli.Commands;

/// <summary><c>turnkey source --instance FILE --boards N</c>: buys what a measuring file asks for.</summary>
internal static class SourceCommand
{
    /// <summary>A line's quantity times this is still a demand the optimiser takes.</summary>
    private const int MostBoards = 1_000_000;

    public static Command Create(Terminal terminal)
    {
        var instance = new Option<string>("--instance") { Description = "A purchasing problem (JSON) to measure with", HelpName = "FILE", Required = true };
        var boards = new Option<int>("--boards") { Description = "Boards that the quantities are for", HelpName = "N", Required = true, CustomParser = Boards };
        var json = SharedOptions.Json();
        var command = new Command("source", "Buy parts at the lowest cost, with proof") { instance, boards, json };
        command.SetAction(parsed => SourceInstance.Run(parsed.GetRequiredValue(instance), parsed.GetRequiredValue(boards), parsed.GetValue(json), terminal));
        return command;
    }

    private static int Boards(ArgumentResult result)
    {
        var text = SharedOptions.Token(result).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var boards) && boards is >= 1 and <= MostBoards
            ? boards
            : SharedOptions.Fail<int>(result, $"--boards: '{text}' is no number of boards; write a whole number from 1 to {MostBoards}.");
    }
}
