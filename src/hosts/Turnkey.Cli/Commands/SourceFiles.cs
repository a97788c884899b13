using Turnkey.Pipeline;
using Turnkey.Pipeline.Json;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Cli.Commands;

/// <summary>The files of a sourcing: the result.</summary>
internal static class SourceFiles
{
    public static IReadOnlyList<OutputFile> Of(Sourced.Done sourced) => [new("source.json", SourceJson.Write(sourced))];
}
