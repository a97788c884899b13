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

    private bool repeats;

    public string File { get; } = file;

    public void Error(string code, int line, string message) => Add(Severity.Error, code, line, message);
    public void Warning(string code, int line, string message) => Add(Severity.Warning, code, line, message);
    public void Info(string code, int line, string message) => Add(Severity.Info, code, line, message);

    /// <summary>What was collected, in order, with one closing line for each code that repeated too often.</summary>
    public IReadOnlyList<Diagnostic> ToList()
    {
        // Most files have nothing to add, and then nothing is sorted: that code is compiled at every start.
        if (!repeats) return [.. kept];
        return
        [
            .. kept,
            .. counts.Where(pair => pair.Value > MostPerCode).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => Diagnostic.Info(pair.Key, File, 0, $"{pair.Value - MostPerCode} more of this kind")),
        ];
    }

    private void Add(Severity severity, string code, int line, string message)
    {
        counts.TryGetValue(code, out var count);
        counts[code] = ++count;
        if (count <= MostPerCode) kept.Add(new Diagnostic(code, severity, File, line, message));
        else repeats = true;
    }
}
