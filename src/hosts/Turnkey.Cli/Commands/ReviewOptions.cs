using System.CommandLine;
using Turnkey.Pipeline.Checking;

namespace Turnkey.Cli.Commands;

/// <summary>What a design is held against: the options that checking and quoting have in common.</summary>
internal sealed class ReviewOptions
{
    private readonly Option<string[]> capability = new("--capability")
    {
        Description = "Whose limits the design is held against: a capability that ships with the program, or a file (YAML); may be given several times, the maker first",
        HelpName = "NAME|FILE",
    };

    private readonly Option<int?> ipcClass = new("--class")
    {
        Description = "Class of IPC-6012 that the board must be",
        HelpName = "2|3",
        CustomParser = result => SharedOptions.Token(result) switch { "2" => 2, "3" => 3, var other => SharedOptions.Fail<int?>(result, $"--class: '{other}' is neither 2 nor 3.") },
    };

    private readonly Option<string?> waivers = new("--waivers") { Description = "Findings that somebody answers for (YAML, tied to the package): they are shown, and do not count", HelpName = "FILE" };

    private readonly Option<string?> answers = new("--answers") { Description = "The customer's answers to the queries (YAML, tied to the package; those of an earlier revision are shown again)", HelpName = "FILE" };

    private readonly Option<string?> confirmed = new("--confirmed") { Description = "Parts whose orientation was confirmed before (CSV: part,pin-1,by,date): they are not asked for again", HelpName = "FILE" };

    private readonly Option<bool> wave = new("--wave") { Description = "The bottom is soldered by wave: chips there have to lie for it" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { capability, ipcClass, waivers, answers, confirmed, wave }) command.Add(option);
    }

    /// <param name="today">On which waivers are judged.</param>
    public ReviewTerms Terms(ParseResult parsed, DateOnly today) => new()
    {
        Today = today,
        Capabilities = [.. parsed.GetValue(capability) ?? []],
        IpcClass = parsed.GetValue(ipcClass),
        Waivers = parsed.GetValue(waivers),
        Answers = parsed.GetValue(answers),
        Confirmed = parsed.GetValue(confirmed),
        BottomGoesOverWave = parsed.GetValue(wave),
    };
}
