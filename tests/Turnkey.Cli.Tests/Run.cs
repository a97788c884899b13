using System.Text;

namespace Turnkey.Cli.Tests;

/// <summary>One run of the command line inside the test process.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Run Of(params string[] arguments) => Of(interactive: false, arguments);

    public static Run Of(bool interactive, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var code = CommandLine.Run(arguments, new Terminal(output, error, interactive, trace: false));
        return new Run(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
