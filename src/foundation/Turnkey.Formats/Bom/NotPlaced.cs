using System.Reflection;

namespace Turnkey.Formats.Bom;

/// <summary>Understands the many ways in which a parts list or a position file says that a part is not placed. The words are a data table.</summary>
internal sealed class NotPlaced
{
    private static readonly Lazy<NotPlaced> Loaded = new(Load);

    private readonly HashSet<string> words = new(StringComparer.Ordinal), cells = new(StringComparer.Ordinal), yes = new(StringComparer.Ordinal),
        no = new(StringComparer.Ordinal), placed = new(StringComparer.Ordinal);

    private readonly List<string> phrases = [], contained = [];

    public static NotPlaced Words => Loaded.Value;

    /// <summary>A value, note or section title says it.</summary>
    public bool Says(string text)
    {
        if (text.Length is 0 or > 2000) return false;
        var lower = text.ToLowerInvariant();
        if (contained.Exists(part => lower.Contains(part, StringComparison.Ordinal))) return true;
        var tokens = Tokens(lower);
        if (tokens.Exists(words.Contains)) return true;
        var spaced = $" {string.Join(' ', tokens)} ";
        return phrases.Exists(phrase => spaced.Contains(phrase, StringComparison.Ordinal)) || Parts(lower).Any(part => cells.Contains(part) && !IsAmbiguousNo(part));
    }

    /// <summary>A sentence says it: descriptions are long and hold short words by chance, so only what cannot mean anything else counts.</summary>
    public bool SaysInProse(string text)
    {
        if (text.Length is 0 or > 2000) return false;
        var lower = text.ToLowerInvariant();
        if (contained.Exists(part => lower.Contains(part, StringComparison.Ordinal))) return true;
        var tokens = Tokens(lower);
        var spaced = $" {string.Join(' ', tokens)} ";
        return tokens.Exists(words.Contains) || phrases.Exists(phrase => spaced.Contains(phrase, StringComparison.Ordinal));
    }

    /// <summary>A cell of a column such as DNP: true is "not placed".</summary>
    public bool MarkedNotPlaced(string cell)
    {
        var mark = cell.Trim().ToLowerInvariant();
        if (mark.Length == 0 || no.Contains(mark) || placed.Contains(mark)) return false;
        return true;
    }

    /// <summary>A cell of a column such as Populate: true is "not placed"; null when it is empty.</summary>
    public bool? MarkedNotPopulated(string cell)
    {
        var mark = cell.Trim().ToLowerInvariant();
        if (mark.Length == 0) return null;
        if (yes.Contains(mark) || placed.Contains(mark)) return false;
        return no.Contains(mark) || Says(cell);
    }

    public bool IsYes(string cell) => yes.Contains(cell.Trim().ToLowerInvariant());

    public bool IsNo(string cell) => no.Contains(cell.Trim().ToLowerInvariant());

    /// <summary>"No" alone in a value or note says nothing.</summary>
    private static bool IsAmbiguousNo(string part) => part is "no";

    private static List<string> Tokens(string lower)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= lower.Length; i++)
        {
            var inside = i < lower.Length && (char.IsLetterOrDigit(lower[i]) || (lower[i] is '\'' or '’' && start >= 0));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            tokens.Add(lower[start..i].Replace('’', '\''));
            start = -1;
        }
        return tokens;
    }

    /// <summary>The whole text without punctuation, what stands in brackets, and what stands between slashes and commas.</summary>
    private static IEnumerable<string> Parts(string lower)
    {
        yield return Joined(lower);
        if (lower.Length > 80) yield break;
        foreach (var part in lower.Split(['/', ',', ';', '|', '(', ')', '[', ']', '<', '>', '*', '\n'], StringSplitOptions.RemoveEmptyEntries)) yield return Joined(part);
    }

    private static string Joined(string text)
    {
        var dotted = text.Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
        return string.Join(' ', Tokens(dotted));
    }

    private static NotPlaced Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("not-placed.csv") ?? throw new InvalidOperationException("no data table not-placed.csv");
        using var reader = new StreamReader(stream);
        var table = new NotPlaced();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1 || line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split(',', 3);
            foreach (var entry in columns[2].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) table.Add(columns[0], entry, number);
        }
        return table;
    }

    private void Add(string kind, string entry, int line)
    {
        switch (kind)
        {
            case "word": words.Add(entry); break;
            case "cell": cells.Add(entry); break;
            case "phrase": phrases.Add($" {entry} "); break;
            case "contains": contained.Add(entry); break;
            case "yes": yes.Add(entry); break;
            case "no": no.Add(entry); break;
            case "placed": placed.Add(entry); break;
            default: throw new InvalidOperationException($"not-placed.csv:{line}: no kind {kind}");
        }
    }
}
