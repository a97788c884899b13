using Turnkey.Designs.Parts;
using Turnkey.Kernel;

namespace Turnkey.Sourcing.Material;

/// <summary>Diagnostics about BOM lines, each under the file and row its line was read from.</summary>
internal sealed class SourcingLog
{
    private readonly SortedDictionary<string, DiagnosticLog> files = new(StringComparer.Ordinal);

    public void Error(string code, BomLine line, string message) => Of(line).Error(code, line.Row, message);

    public void Warning(string code, BomLine line, string message) => Of(line).Warning(code, line.Row, message);

    public void Info(string code, BomLine line, string message) => Of(line).Info(code, line.Row, message);

    public IReadOnlyList<Diagnostic> ToList() => [.. files.Values.SelectMany(file => file.ToList())];

    private DiagnosticLog Of(BomLine line)
    {
        if (!files.TryGetValue(line.Source, out var log)) files[line.Source] = log = new DiagnosticLog(line.Source);
        return log;
    }
}
