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
        catch (Exception e) when (IsFault(e))
        {
            written = [];
            terminal.Say($"turnkey: cannot write to '{PlainText.Of(folder)}': {PlainText.Of(e.Message.ReplaceLineEndings(" "))}");
            return false;
        }
    }

    /// <summary>
    /// As <see cref="TryWrite"/>; and of the files that hold together, those go that a former run wrote and this one does not. What went, and what stays because
    /// somebody changed it, is said.
    /// </summary>
    /// <param name="folder">To write to.</param>
    /// <param name="files">All of this run, its record among them.</param>
    /// <param name="kept">Those of them that hold together.</param>
    /// <param name="record">Name of the record of them.</param>
    /// <param name="terminal">Told in one line each.</param>
    /// <param name="written">Paths.</param>
    public static bool TryReplace(string folder, IReadOnlyList<OutputFile> files, IReadOnlyList<OutputFile> kept, string record, Terminal terminal, out ImmutableArray<string> written)
    {
        StaleFiles stale;
        try
        {
            stale = OutputManifest.Stale(folder, record, kept);
        }
        catch (Exception e) when (IsFault(e))
        {
            written = [];
            terminal.Say($"turnkey: cannot read what a former run wrote to '{PlainText.Of(folder)}': {PlainText.Of(e.Message.ReplaceLineEndings(" "))}");
            return false;
        }
        if (!TryWrite(folder, files, terminal, out written)) return false;
        foreach (var name in stale.Unchanged)
        {
            try
            {
                File.Delete(Path.Combine(folder, name));
                terminal.Say($"turnkey: removed '{PlainText.Of(name)}', which a former run wrote and this plan does not have");
            }
            catch (Exception e) when (IsFault(e))
            {
                terminal.Say($"turnkey: cannot remove '{PlainText.Of(name)}' of a former run: {PlainText.Of(e.Message.ReplaceLineEndings(" "))}; do not order by it");
            }
        }
        foreach (var name in stale.Changed) terminal.Say($"turnkey: '{PlainText.Of(name)}' is of a former run and was changed since, so it stays; this plan does not have it: do not order by it");
        return true;
    }

    private static bool IsFault(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
