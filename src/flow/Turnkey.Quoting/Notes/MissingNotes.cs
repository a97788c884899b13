using System.Globalization;
using Turnkey.Designs;
using Turnkey.Kernel;

namespace Turnkey.Quoting.Notes;

/// <summary>What intake found missing or cut off changes the price, so the customer is asked for it in the same words as in the findings.</summary>
internal static class MissingNotes
{
    private const int MostNotes = 50;

    /// <summary>Diagnostics that say something was not there; what else they say is no question to the customer.</summary>
    private static readonly string[] Codes =
        ["reconcile.not-in-bom", "outline.missing", "board.copper-missing", "identify.unreadable", "board.no-drills", "gerber.no-end", "gerber.truncated"];

    public static IEnumerable<Note> Of(Design design) => design.Diagnostics
        .Where(diagnostic => diagnostic.Severity != Severity.Info && Codes.Contains(diagnostic.Code, StringComparer.Ordinal))
        .OrderBy(diagnostic => Array.IndexOf(Codes, diagnostic.Code))
        .Select(diagnostic => new Note(Sentence(diagnostic), Place(diagnostic))).Distinct().Take(MostNotes);

    private static string Sentence(Diagnostic diagnostic) =>
        diagnostic.Code.StartsWith("gerber.", StringComparison.Ordinal) ? $"The whole of {diagnostic.File}: {diagnostic.Message}"
        : diagnostic.Code == "identify.unreadable" ? $"{diagnostic.File} {diagnostic.Message}"
        : diagnostic.Message.Length == 0 ? diagnostic.Code : char.ToUpperInvariant(diagnostic.Message[0]) + diagnostic.Message[1..];

    private static string Place(Diagnostic diagnostic) =>
        diagnostic.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{diagnostic.File}:{diagnostic.Line}") : diagnostic.File;
}
