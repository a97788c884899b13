using System.Collections.Immutable;
using Turnkey.Cli.Text;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Cli.Commands;

/// <summary>Writes the files of a result, all or none.</summary>
internal static class ResultFolder
{
    /// <summary>False when the folder cannot be written to: the fault of a path or a disk, told in one line.</summary>
    public static bool TryWrite(string folder, IReadOnlyList<OutputFile> files, Terminal terminal, out ImmutableArray<string> written)
    {
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
}
