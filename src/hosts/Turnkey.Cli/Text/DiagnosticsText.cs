using System.Globalization;
using System.Text;
using Turnkey.Kernel;

namespace Turnkey.Cli.Text;

/// <summary>Diagnostics for a person: errors before warnings, repeats of one kind counted, notes only counted.</summary>
internal static class DiagnosticsText
{
    /// <summary>Lines of one code that are shown.</summary>
    private const int MostPerCode = 3;

    /// <summary>Lines of one severity that are shown.</summary>
    private const int MostPerSeverity = 12;

    public static void Append(StringBuilder to, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        Append(to, "Errors", diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToArray());
        Append(to, "Warnings", diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Warning).ToArray());
        var notes = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Info);
        if (notes > 0) to.Append(CultureInfo.InvariantCulture, $"\nNotes ({notes}): see --json\n");
    }

    private static void Append(StringBuilder to, string heading, Diagnostic[] diagnostics)
    {
        if (diagnostics.Length == 0) return;
        to.Append(CultureInfo.InvariantCulture, $"\n{heading} ({diagnostics.Length})\n");
        var shown = 0;
        foreach (var kind in diagnostics.OrderBy(IsOfPart).GroupBy(diagnostic => diagnostic.Code, StringComparer.Ordinal))
        {
            if (shown >= MostPerSeverity) break;
            var lines = kind.ToArray();
            foreach (var diagnostic in lines.Take(MostPerCode))
            {
                to.Append("  ").Append(Plain(diagnostic)).Append('\n');
                shown++;
            }
            if (lines.Length > MostPerCode) to.Append(CultureInfo.InvariantCulture, $"  … and {lines.Length - MostPerCode} more {kind.Key}\n");
        }
        var kinds = diagnostics.Select(diagnostic => diagnostic.Code).Distinct(StringComparer.Ordinal).Count();
        if (shown >= MostPerSeverity && kinds > 1) to.Append("  … all of them: --json\n");
    }

    /// <summary>What is wrong with the product file comes first: it decides what the rest of the package is taken for.</summary>
    private static bool IsOfPart(Diagnostic diagnostic) => !diagnostic.Code.StartsWith("product.", StringComparison.Ordinal);

    /// <summary>Customers' texts end up in messages: no control character of theirs reaches the terminal.</summary>
    private static string Plain(Diagnostic diagnostic)
    {
        var place = diagnostic.File.Length == 0 ? "" : diagnostic.Line > 0 ? $"{diagnostic.File}:{diagnostic.Line}: " : $"{diagnostic.File}: ";
        return PlainText.Of($"{place}{diagnostic.Message} [{diagnostic.Code}]");
    }
}
