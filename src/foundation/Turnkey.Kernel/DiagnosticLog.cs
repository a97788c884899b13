namespace Turnkey.Kernel;

/// <summary>
/// Collects the diagnostics of one file while it is read. Repeats of one code are counted instead of kept once there are <see cref="MostPerCode"/>,
/// so that a broken file of a million lines gives a page, not a flood.
/// </summary>
public sealed class DiagnosticLog(string file)
{
    public const int MostPerCode = 20;

    private readonly List<Diagnostic> kept = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public string File { get; } = file;

    public void Error(string code, int line, string message) => Add(Severity.Error, code, line, message);
    public void Warning(string code, int line, string message) => Add(Severity.Warning, code, line, message);
    public void Info(string code, int line, string message) => Add(Severity.Info, code, line, message);

    /// <summary>What was collected, in order, with one closing line for each code that repeated too often.</summary>
    public IReadOnlyList<Diagnostic> ToList() =>
    [
        .. kept,
        .. counts.Where(pair => pair.Value > MostPerCode).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Diagnostic.Info(pair.Key, File, 0, $"{pair.Value - MostPerCode} more of this kind")),
    ];

    private void Add(Severity severity, string code, int line, string message)
    {
        counts[code] = counts.GetValueOrDefault(code) + 1;
        if (counts[code] <= MostPerCode) kept.Add(new Diagnostic(code, severity, File, line, message));
    }
}
