using System.Reflection;
using Turnkey.Designs.Layers;

namespace Turnkey.Formats.Centroids;

/// <summary>The sides of a board by what columns, titles and file names call them. The words are a data table.</summary>
internal sealed class SideWords
{
    private static readonly Lazy<SideWords> Loaded = new(Load);

    private readonly Dictionary<string, Side> words = new(StringComparer.Ordinal);

    public static SideWords Table => Loaded.Value;

    /// <summary>The side a cell names; null when it names none.</summary>
    public Side? Parse(string cell)
    {
        if (cell.Length is 0 or > 32) return null;
        var key = Key(cell);
        if (words.TryGetValue(key, out var side)) return side;
        // TopLayer, TOP_SIDE, top (1), Bottom Layer 2: the word that begins it tells.
        if (key.StartsWith("top", StringComparison.Ordinal) || key.StartsWith("front", StringComparison.Ordinal)) return Side.Top;
        return key.StartsWith("bot", StringComparison.Ordinal) || key.StartsWith("back", StringComparison.Ordinal) ? Side.Bottom : null;
    }

    /// <summary>
    /// The sides of a whole column. Words speak for themselves; numbers only together: 1 and -1, Eagle's layers 1 and 16, 1 and 2, or 0 and 1.
    /// </summary>
    public Func<string, Side?> Column(IEnumerable<string> cells)
    {
        var distinct = cells.Where(cell => cell.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(40).ToArray();
        if (distinct.Length > 0 && distinct.All(cell => cell is "0" or "1") && distinct.Contains("0", StringComparer.Ordinal)) return cell => cell switch { "0" => Side.Top, "1" => Side.Bottom, _ => null };
        return cell => Parse(cell) ?? cell switch { "1" or "+1" => Side.Top, "-1" or "2" or "16" or "32" or "31" => Side.Bottom, _ => null };
    }

    /// <summary>The side a file's name, or else its folder's, tells by a word of its own; null when it tells none or both.</summary>
    public Side? OfPath(string path)
    {
        var parts = path.Split('/', '\\');
        return OfName(parts[^1]) ?? (parts.Length > 1 ? OfName(parts[^2]) : null);
    }

    private Side? OfName(string name)
    {
        var dot = name.LastIndexOf('.');
        var stem = dot > 0 ? name[..dot] : name;
        bool top = false, bottom = false;
        foreach (var word in Words(stem))
        {
            // Single letters and short marks mean too much else in a name.
            if (word.Length < 3 || !words.TryGetValue(word, out var side)) continue;
            if (word is "comp" or "component" or "first" or "second" or "primary" or "prim" or "solder") continue;
            top |= side == Side.Top;
            bottom |= side == Side.Bottom;
        }
        return top == bottom ? null : top ? Side.Top : Side.Bottom;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetter(text[i]);
            var capital = letter && start >= 0 && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (letter && !capital) { if (start < 0) start = i; continue; }
            if (start >= 0) yield return text[start..i].ToLowerInvariant();
            start = capital ? i : -1;
        }
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static SideWords Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("side-words.csv") ?? throw new InvalidOperationException("no data table side-words.csv");
        using var reader = new StreamReader(stream);
        var table = new SideWords();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (number == 1 || line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split(',', 3);
            foreach (var word in columns[2].Split(';', StringSplitOptions.RemoveEmptyEntries)) table.words[Key(word)] = columns[0] == "top" ? Side.Top : Side.Bottom;
        }
        return table;
    }
}
