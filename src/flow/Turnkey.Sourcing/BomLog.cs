using Turnkey.Designs.Parts;
using Turnkey.Kernel;

namespace Turnkey.Sourcing;

/// <summary>Diagnostics about BOM lines, each under the file and row its line was read from.</summary>
internal sealed class BomLog
{
    private readonly SortedDictionary<string, DiagnosticLog> files = new(StringComparer.Ordinal);

    public void Error(string code, BomLine line, string message) => Of(line).Error(code, line.Row, message);

    public void Warning(string code, BomLine line, string message) => Of(line).Warning(code, line.Row, message);

    public void Info(string code, BomLine line, string message) => Of(line).Info(code, line.Row, message);

    public IReadOnlyList<Diagnostic> ToList() => [.. files.Values.SelectMany(file => file.ToList())];

    /// <summary>How messages call a line: its first designator, else what it says.</summary>
    public static string Name(BomLine line) => line.Designators.IsDefaultOrEmpty ? Shortened(line.Value.Length > 0 ? line.Value : line.Description) : line.Designators[0].Text;

    private static string Shortened(string text) => text.Length > 40 ? text[..37] + "…" : text;

    private DiagnosticLog Of(BomLine line)
    {
        if (!files.TryGetValue(line.Source, out var log)) files[line.Source] = log = new DiagnosticLog(line.Source);
        return log;
    }
}
