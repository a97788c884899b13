namespace Turnkey.Kernel;

/// <summary>How much a diagnostic weighs: an error means that something was lost or cannot be relied on.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>
/// What a reader has to know about an input: what is wrong, where, and what to do. Bad input is data, so parsers return these beside what they understood.
/// </summary>
/// <param name="Code">Stable and dotted, stage first: <c>gerber.missing-aperture</c>, <c>bom.quantity-differs</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="File">Path inside the package, with forward slashes; empty when it concerns the package as a whole.</param>
/// <param name="Line">First line is 1; 0 when the file as a whole is meant. Rows of a sheet count as lines.</param>
/// <param name="Message">A sentence that says what is wrong and, where the reader can act, what to do.</param>
public sealed record Diagnostic(string Code, Severity Severity, string File, int Line, string Message)
{
    public static Diagnostic Error(string code, string file, int line, string message) => new(code, Severity.Error, file, line, message);
    public static Diagnostic Warning(string code, string file, int line, string message) => new(code, Severity.Warning, file, line, message);
    public static Diagnostic Info(string code, string file, int line, string message) => new(code, Severity.Info, file, line, message);

    /// <summary><c>board.gbr:12: error gerber.missing-aperture: …</c>, the form that editors turn into a link.</summary>
    public override string ToString()
    {
        var place = File.Length == 0 ? "" : Line > 0 ? $"{File}:{Line}: " : $"{File}: ";
        return $"{place}{(Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" })} {Code}: {Message}";
    }
}
