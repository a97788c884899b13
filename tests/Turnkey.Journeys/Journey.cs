using System.Text;
using System.Text.Json;
using Turnkey.Cli;

namespace Turnkey.Journeys;

/// <summary>A whole way through the house: the command line, from a package on the disk to written results.</summary>
internal sealed record Journey(int Code, string Output, string Error)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public static Journey Of(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var code = CommandLine.Run(arguments, new Terminal(output, error, interactive: false, trace: true));
        return new Journey(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
